import CommandLineArguments
import DataOutput
import Formatting
import RunModel
import SystemFiles

/// Lines on standard error: for people, or as JSON for programs; colour only on a terminal.
struct Messages: Sendable {
    private let isJSON: Bool
    private let isVerbose: Bool
    /// Print errors only.
    let isQuiet: Bool

    /// Plain text, neither quiet nor verbose: before the command line is understood.
    init() {
        isJSON = false
        isVerbose = false
        isQuiet = false
    }

    /// As `--quiet`, `--verbose` and `--log-format` say.
    init(_ arguments: ParsedArguments) {
        isJSON = arguments.value("log-format") == "json"
        isVerbose = arguments.flag("verbose")
        isQuiet = arguments.flag("quiet")
    }

    /// What went wrong.
    func error(_ text: String) { write(text, level: "error", color: "31") }

    /// What validation found in a run, with `--verbose`; its report lists the findings anyway.
    func findings(_ findings: [Finding], of run: String) {
        guard isVerbose else { return }
        for finding in findings {
            let level = finding.severity.rawValue
            write("\(run): \(level): \(finding.message)", level: level, color: level == "note" ? nil : "33")
        }
    }

    private func write(_ given: String, level: String, color: String?) {
        let text = Self.shown(given)
        if isJSON { return StandardStreams.writeError(json(text, level: level)) }
        let isColored = StandardStreams.errorIsTerminal && ProcessEnvironment.variable("NO_COLOR") == nil
        guard let color, isColored else { return StandardStreams.writeError(text + "\n") }
        StandardStreams.writeError("\u{1B}[\(color)m\(text)\u{1B}[0m\n")
    }

    /// Whatever a message quotes, it does nothing to a terminal; a name of a megabyte does not fill the screen.
    private static func shown(_ text: String) -> String {
        PrintableText.of(text, keepsLines: true).split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.utf8.count > longestLine ? PrintableText.excerpt(String($0), limit: longestLine) : String($0) }
            .joined(separator: "\n")
    }

    private static let longestLine = 2000

    /// One object per line, as log collectors want it.
    private func json(_ text: String, level: String) -> String {
        var writer = JSONWriter(isInline: true)
        writer.object { json in
            json.key("level")
            json.string(level)
            json.key("message")
            json.string(text)
        }
        return String(decoding: writer.finish(), as: UTF8.self)
    }
}
