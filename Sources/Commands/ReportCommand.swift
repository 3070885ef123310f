import BatchJobs
import CommandLineArguments
import Formatting
import Reports
import Synchronization
import SystemFiles

/// `tearsheet report RUN…`.
struct ReportCommand {
    private let arguments: ParsedArguments
    private let messages: Messages

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() async throws -> Int32 {
        let jobs = try self.jobs()
        let workers = try arguments.integer("jobs", in: 1...1024) ?? ProcessEnvironment.processorCount
        let exit = Mutex(ExitCode.success)
        let messages = messages
        try await ReportBatch.run(jobs, workers: workers, fontFamily: arguments.value("font")) { outcome in
            let code = Self.tell(outcome, messages)
            exit.withLock { $0 = max($0, code) }
        }
        return exit.withLock { $0 }
    }

    /// Paths of written files go to standard output, everything else to standard error.
    private static func tell(_ outcome: JobOutcome, _ messages: Messages) -> Int32 {
        messages.findings(outcome.findings, of: outcome.path)
        switch outcome.result {
        case .success(let paths):
            guard !messages.isQuiet else { return ExitCode.success }
            do {
                try StandardStreams.writeOutput(paths.map { PrintableText.of($0) + "\n" }.joined())
                return ExitCode.success
            } catch {
                messages.error("tearsheet: \(error.message)")
                return ExitCode.failure
            }
        case .failure(let error):
            let isNamed = error.isUsage || [":", " "].contains { error.message.hasPrefix(outcome.path + $0) }
            messages.error("tearsheet: \(isNamed ? "" : outcome.path + ": ")\(error.message)")
            return error.isUsage ? ExitCode.usage : ExitCode.failure
        }
    }

    private func jobs() throws -> [ReportJob] {
        let computing = try ComputingOptions(arguments)
        let rendering = try RenderingOptions.options(arguments)
        let (formats, destination) = try output()
        return arguments.positionals("RUN").map { path in
            ReportJob(
                path: path, reading: computing.run, conventions: computing.conventions, rendering: rendering,
                formats: formats, destination: destination)
        }
    }

    /// The formats that the user named, each once; nil where the ending of the output decides.
    private func formats() throws -> [OutputFormat]? {
        guard arguments.isGiven("format"), let names = try arguments.list("format") else { return nil }
        var formats: [OutputFormat] = []
        for format in names.compactMap(OutputFormat.init(rawValue:)) where !formats.contains(format) {
            formats.append(format)
        }
        return formats
    }

    /// `-o tearsheet.pdf` names one file and its format; everything else is a folder.
    private func output() throws -> ([OutputFormat], ReportJob.Destination) {
        let listed = try formats()
        let path = arguments.value("output") ?? "."
        let ending = OutputFormat(rawValue: FileSystem.fileExtension(of: path)).flatMap { $0 == .csv ? nil : $0 }
        guard let ending, FileSystem.kind(of: path) != .directory else {
            return (listed ?? [.html, .pdf], .folder(path))
        }
        guard listed ?? [ending] == [ending] else {
            throw arguments.error(
                .unsuitableValue(of: "--output", value: path, expected: "a folder, since --format names other formats"))
        }
        guard arguments.positionals("RUN").count == 1 else {
            throw arguments.error(
                .unsuitableValue(of: "--output", value: path, expected: "a folder for several runs"))
        }
        return ([ending], .file(path))
    }
}
