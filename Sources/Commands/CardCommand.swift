import Analytics
import CommandLineArguments
import Formatting
import Reports
import RunFormats
import SystemFiles

/// `tearsheet card RUN -o FILE.png`.
struct CardCommand {
    private let arguments: ParsedArguments
    private let messages: Messages

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() throws -> Int32 {
        let path = try output()
        let computing = try ComputingOptions(arguments)
        var options = ReportOptions(template: .shipped("summary"))
        options.theme = try ThemeOptions.theme(arguments)
        options.language = arguments[Options.locale()] ?? .standard
        options.title = arguments.value("title")
        options.subtitle = arguments.value("subtitle")
        let runPath = try arguments.requiredPositional("RUN")
        let (run, paths) = try RunReader.open(runPath, options: computing.run)
        messages.findings(run.findings, of: runPath)
        let analysis = Analyzer.analyze(run, conventions: computing.conventions)
        let picture = try ReportWorker(fontFamily: arguments.value("font") ?? options.theme.fontFamily)
            .card(of: analysis, options: options)
        try FileSystem.writeAtomically(picture, to: path, sparing: InputFiles.protected(by: arguments, paths))
        if !messages.isQuiet { try StandardStreams.writeOutput(PathText.bytes(of: path) + [0x0A]) }
        return ExitCode.success
    }

    private func output() throws -> String {
        guard let path = arguments.value("output") else {
            throw arguments.error(.missingOption("--output", neededFor: "card"))
        }
        guard FileSystem.fileExtension(of: path) == "png" else {
            throw arguments.error(.unsuitableValue(of: "--output", value: path, expected: "a file ending in .png"))
        }
        return path
    }
}
