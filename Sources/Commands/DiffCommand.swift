import Analytics
import CommandLineArguments
import Comparison
import DataOutput
import Formatting
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
