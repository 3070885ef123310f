import Analytics
import CommandLineArguments
import Comparison
import DataOutput
import Formatting
import Reports
import RunModel
import SystemFiles
import TerminalOutput

/// `tearsheet diff A B`.
struct DiffCommand {
    private let arguments: ParsedArguments
    private let messages: Messages

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() throws -> Int32 {
        let options = try ComputingOptions(arguments)
        let terminal = TerminalChoice.terminal(arguments)
        let significance = CompareCommand.comparisonOptions(arguments)
        let paths = try [arguments.requiredPositional("A"), arguments.requiredPositional("B")]
        if let reports = try writtenReports(paths) { return try compare(reports, paths) }
        let found = try RunArguments(arguments, messages).readToPrint(options.run, of: paths)
        guard found.areWhole else { return ExitCode.failure }
        guard found.runs.count == 2 else {
            let several = "one run each: these paths hold \(found.runs.count); choose one with PATH#KEY"
            throw arguments.error(
                .unsuitableValue(of: "A and B", value: paths.joined(separator: " "), expected: several))
        }
        let difference = RunDifference(
            from: found.runs[0], to: found.runs[1], conventions: options.conventions, options: significance)
        try StandardStreams.writeOutput(output(difference, options.conventions, terminal))
        return ExitCode.success
    }

    /// The largest report that is read.
    private static let largest = 1 << 28
    private static let ofReports: Set = ["format", "all", "config", "quiet", "verbose", "log-format"]

    /// Both paths as reports that were written; nil where neither is one.
    private func writtenReports(_ paths: [String]) throws -> [WrittenReport]? {
        let reports = paths.map { path -> WrittenReport? in
            let endings: Set = ["html", "htm", "json", "pdf", "xlsx"]
            guard endings.contains(FileSystem.fileExtension(of: path)), FileSystem.kind(of: path) == .regular,
                let bytes = try? FileSystem.readFile(path, limit: Self.largest)
            else { return nil }
            return WrittenReport(ifReport: bytes)
        }
        let found = reports.compactMap { $0 }
        guard found.count == 1 else { return found.isEmpty ? nil : found }
        throw arguments.error(
            .unsuitableValue(
                of: "A and B", value: paths.joined(separator: " "), expected: "two runs, or two reports of Tearsheet"))
    }

    /// What stands in two reports is compared as it is: nothing is computed.
    private func compare(_ reports: [WrittenReport], _ paths: [String]) throws -> Int32 {
        let idle = Set(arguments.allGiven.map(\.name)).subtracting(Self.ofReports).sorted()
        if !idle.isEmpty {
            messages.warning(
                "reports are compared as they are: \(idle.map { "--" + $0 }.joined(separator: ", ")) changes nothing")
        }
        let format = arguments[Options.differenceFormat]
        let most = arguments.flag("all") || format == .json ? Int.max : 20
        let difference: ReportDifference
        do throws(VerificationError) {
            difference = try ReportDifference(from: reports[0], to: reports[1], most: most)
        } catch {
            messages.failure(error.message, code: "incomparable_reports", of: paths.joined(separator: " and "))
            return ExitCode.failure
        }
        try StandardStreams.writeOutput(WrittenDifference(names: paths, difference: difference).bytes(format))
        return ExitCode.success
    }

    private func output(_ difference: RunDifference, _ conventions: Conventions, _ terminal: Terminal) -> [UInt8] {
        let all = difference.changedMetrics
        let changes =
            arguments.flag("all")
            ? all
            : all.filter {
                ($0.declaration.group == .own || MetricChange.mostRead.contains($0.declaration.key)) && $0.isSeen
            }
        switch arguments[Options.differenceFormat] {
        case .json: return DifferenceJSON.bytes(difference, changes: all, profile: conventions.profile)
        case .markdown:
            let text = DifferenceMarkdown(difference: difference, changes: changes).text
            return Array(PrintableText.of(text, keepsLines: true).utf8)
        case .text:
            let lines = DifferenceLines(difference: difference, changes: changes, terminal: terminal).lines
            return Array(terminal.text(lines).utf8)
        }
    }
}
