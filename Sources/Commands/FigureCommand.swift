import Analytics
import CommandLineArguments
import Graphics
import Reports
import RunFormats
import RunModel
import SystemFiles

/// `tearsheet figure NAME RUN -o FILE`.
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
        guard FigureRendering.names.contains(name) else { throw ReportError.unknownFigure(name) }
        let (path, size) = (try output(), try size())
        let runPath = try arguments.requiredPositional("RUN")
        let (run, paths) = try RunReader.open(runPath, options: try ComputingOptions(arguments).run)
        messages.findings(run.findings, of: runPath)
        try FileSystem.writeAtomically(
            try bytes(name, run, path, size), to: path, sparing: InputFiles.protected(by: arguments, paths))
        if !messages.isQuiet { try StandardStreams.writeOutput(PathText.bytes(of: path) + [0x0A]) }
        return ExitCode.success
    }

    private func bytes(_ name: String, _ run: Run, _ path: String, _ size: Size) throws -> [UInt8] {
        let analysis = Analyzer.analyze(run, conventions: try ComputingOptions(arguments).conventions)
        let format = FigureFormat(rawValue: FileSystem.fileExtension(of: path)) ?? .svg
        let theme = try ThemeOptions.theme(arguments)
        let figure = try ReportWorker(fontFamily: arguments.value("font") ?? theme.fontFamily)
            .figure(name, of: analysis, format: format, size: size, theme: theme)
        for remark in figure.remarks {
            messages.remark(remark.text, code: remark.code, isWarning: remark.isWarning, of: path)
        }
        return figure.bytes
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
