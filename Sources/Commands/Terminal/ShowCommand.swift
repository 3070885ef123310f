import Analytics
import CommandLineArguments
import Formatting
import Reports
import RunFormats
import SystemFiles
import TerminalOutput

/// `tearsheet show RUN…`.
struct ShowCommand {
    private let arguments: ParsedArguments
    private let messages: Messages

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() throws -> Int32 {
        let options = try ComputingOptions(arguments)
        let language = arguments[Options.locale()] ?? .standard
        var terminal = TerminalChoice.terminal(arguments)
        let runs = try RunArguments(arguments, messages).readToPrint(options.run)
        for (place, run) in runs.runs.enumerated() {
            let analysis = Analyzer.analyze(run, conventions: options.conventions)
            terminal.spelling = analysis.spelling(in: language)
            let lines = analysis.lines(on: terminal, ReportOptions(template: .shipped("summary")))
            try StandardStreams.writeOutput((place > 0 ? "\n" : "") + terminal.text(lines))
        }
        return runs.areWhole ? ExitCode.success : ExitCode.failure
    }
}
