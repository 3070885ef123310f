import Analytics
import CommandLineArguments
import Comparison
import DocumentModel
import Formatting
import Graphics
import Reports
import RunFormats
import RunModel
import SystemFiles

/// `tearsheet figure NAME RUN… -o FILE`: of one run, or of several side by side.
struct FigureCommand {
    private let arguments: ParsedArguments
    private let messages: Messages

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() throws -> Int32 {
        if arguments.flag("list") {
            try StandardStreams.writeOutput(FigureRendering.list())
            return ExitCode.success
        }
        let name = try arguments.requiredPositional("NAME")
        guard FigureRendering.names.contains(name) else {
            throw ReportError.unknownFigure(name, known: FigureRendering.names)
        }
        let request = Request(
            name: name, path: try output(), size: arguments[Options.size], theme: try ThemeOptions.theme(arguments))
        guard !arguments.positionals("RUN").isEmpty else { throw arguments.error(.missingArgument("RUN")) }
        return arguments.positionals("RUN").count == 1 ? try drawOne(request) : try drawSeveral(request)
    }

    /// What is to be drawn, and where to.
    private struct Request {
        let name: String
        let path: String
        let size: Size
        let theme: Theme
    }

    private func drawOne(_ request: Request) throws -> Int32 {
        let path = arguments.positionals("RUN")[0]
        let computing = try ComputingOptions(arguments)
        let (run, inputs) = try RunReader.open(path, options: computing.run)
        messages.findings(run.findings, of: path)
        try write(request, of: Analyzer.analyze(run, conventions: computing.conventions), sparing: inputs)
        return ExitCode.success
    }

    private func drawSeveral(_ request: Request) throws -> Int32 {
        let computing = try ComputingOptions(arguments)
        let several = RunArguments(arguments, messages)
        try several.refuseRepeated()
        let opened = several.read(computing.run)
        guard opened.areWhole else { return ExitCode.failure }
        try write(
            request, of: try Comparer.compare(opened.runs, conventions: computing.conventions), sparing: opened.inputs)
        return ExitCode.success
    }

    private func write(_ request: Request, of subject: some Reportable, sparing inputs: [String]) throws {
        let figure = try ReportWorker(fontFamily: arguments.value("font") ?? request.theme.fontFamily)
            .figure(
                request.name, of: subject,
                format: FigureFormat(rawValue: FileSystem.fileExtension(of: request.path)) ?? .svg, size: request.size,
                theme: request.theme, language: arguments[Options.locale()] ?? .standard)
        try FileSystem.writeAtomically(
            figure, to: request.path, sparing: InputFiles.protected(by: arguments, inputs))
        if !messages.isQuiet { try StandardStreams.writeOutput(PathText.bytes(of: request.path) + [0x0A]) }
    }

    private func output() throws -> String {
        guard let path = arguments.value("output") else {
            throw arguments.error(.missingOption("--output", neededFor: "figure"))
        }
        guard FigureFormat(rawValue: FileSystem.fileExtension(of: path)) != nil else {
            throw arguments.error(
                .unsuitableValue(of: "--output", value: path, expected: "a file ending in .svg, .png or .pdf"))
        }
        return path
    }
}
