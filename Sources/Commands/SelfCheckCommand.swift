import Analytics
import CommandLineArguments
import Formatting
import SystemFiles

/// `tearsheet selfcheck`: numbers of the literature, computed again.
struct SelfCheckCommand {
    func run() throws -> Int32 {
        let numbers = SelfCheck.run()
        try StandardStreams.writeOutput(Self.text(numbers))
        return numbers.allSatisfy(\.isExplained) ? ExitCode.success : ExitCode.failure
    }

    /// One line per number under its source: what, as printed, ours, difference.
    static func text(_ numbers: [PublishedNumber]) -> String {
        let width = numbers.map(\.subject.count).max() ?? 0
        var (text, source) = ("", "")
        for number in numbers {
            if number.source != source {
                source = number.source
                text += (text.isEmpty ? "" : "\n") + source + "\n"
            }
            text += "  " + number.subject + String(repeating: " ", count: width - number.subject.count + 2)
            text += padded(number.printed, 20) + padded(number.ours.map { SignificantDigits.json($0) } ?? "n/a", 22)
            text += padded(number.difference.map { difference($0) } ?? "", 10)
            text += (number.agrees ? "agrees" : number.isExplained ? number.note : "DIFFERS") + "\n"
        }
        let (agreeing, explained) = (numbers.count(where: \.agrees), numbers.count(where: \.isExplained))
        return text
            + "\n\(agreeing) of \(numbers.count) agree to the last printed digit, \(explained - agreeing) differ for the reason named, "
            + "\(numbers.count - explained) differ.\n"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(2, width - text.count))
    }

    /// A difference in two digits: `3e-05`.
    private static func difference(_ value: Double) -> String {
        guard value != 0 else { return "0" }
        var (size, exponent) = (value.magnitude, 0)
        while size < 1 { (size, exponent) = (size * 10, exponent - 1) }
        while size >= 10 { (size, exponent) = (size / 10, exponent + 1) }
        return (value < 0 ? "-" : "") + FixedDecimal.digits(of: size, places: 0) + "e\(exponent)"
    }
}
