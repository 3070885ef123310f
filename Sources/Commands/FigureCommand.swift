import Analytics
import CommandLineArguments
import Comparison
import DocumentModel
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
            name: name, path: try output(), size: try size(), theme: try ThemeOptions.theme(arguments))
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
                theme: request.theme)
        for remark in figure.remarks {
            messages.remark(remark.text, code: remark.code, isWarning: remark.isWarning, of: request.path)
        }
        try FileSystem.writeAtomically(
            figure.bytes, to: request.path, sparing: InputFiles.protected(by: arguments, inputs))
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

    private func size() throws -> Size {
        let text = arguments.value("size") ?? "900x420"
        let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let width = parts[0], let height = parts[1], (50...10_000).contains(width),
            (50...10_000).contains(height)
        else { throw unsuitable(text, "a width and height from 50 to 10000, such as 900x420") }
        guard width * height <= Self.mostPoints else { throw unsuitable(text, "at most 16 million points in all") }
        return Size(Double(width), Double(height))
    }

    /// A picture of so many points takes some hundred megabytes while it is drawn.
    private static let mostPoints = 16_000_000

    private func unsuitable(_ size: String, _ expected: String) -> UsageError {
        arguments.error(.unsuitableValue(of: "--size", value: size, expected: expected))
    }
}
