import BatchJobs
import CommandLineArguments
import Reports
import SystemFiles

/// `tearsheet report RUN…`.
struct ReportCommand {
    private let arguments: ParsedArguments
    private let messages: Messages

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() throws -> Int32 {
        let jobs = try self.jobs()
        var batch = ReportBatch()
        batch.workers = try arguments.integer("jobs", in: 1...1024) ?? ProcessEnvironment.processorCount
        batch.timeout = try arguments.number("timeout", in: 0.1...1e7)
        batch.fontFamily = arguments.value("font")
        batch.inputs = InputFiles.protected(by: arguments)
        let narrator = ReportNarrator(messages, count: jobs.count, endsPathsWithNull: arguments.flag("null"))
        try batch.run(jobs, whenPlanned: narrator.plan) { narrator.tell($0) }
        narrator.tellEnd()
        return narrator.exitCode
    }

    private func jobs() throws -> [ReportJob] {
        let computing = try ComputingOptions(arguments)
        let rendering = try RenderingOptions.options(arguments)
        let (formats, destination) = try output()
        try checkSections(rendering)
        return arguments.positionals("RUN").map { path in
            ReportJob(
                path: path, reading: computing.run, conventions: computing.conventions, rendering: rendering,
                formats: formats, destination: destination)
        }
    }

    /// A name that the template does not have is found before any run is read, where the template's names are all known.
    private func checkSections(_ options: ReportOptions) throws {
        guard options.sections != nil || !options.without.isEmpty else { return }
        let sections = TemplateSections(of: options.template)
        guard !sections.names.isEmpty, !sections.computesNames else { return }
        for name in (options.sections ?? []) + options.without where !sections.names.contains(name) {
            throw ReportError.unknownSection(name, known: sections.names)
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

    /// `-o tearsheet.pdf` names one file and its format, `-o -` standard output; everything else is a folder.
    private func output() throws -> ([OutputFormat], ReportJob.Destination) {
        let listed = try formats()
        let path = arguments.value("output") ?? "."
        if path == "-" { return (try standardOutputFormat(listed), .standardOutput) }
        let ending = OutputFormat(rawValue: FileSystem.fileExtension(of: path)).flatMap { $0 == .csv ? nil : $0 }
        if FileSystem.kind(of: path) == .other, let listed, listed.count == 1, listed != [.csv] {
            try needsOneRun("a folder for several runs", path)
            return (listed, .file(path))
        }
        guard let ending, FileSystem.kind(of: path) != .directory else {
            return (listed ?? [.html, .pdf], .folder(path))
        }
        guard listed ?? [ending] == [ending] else {
            throw unsuitable(path, "a folder, since --format names other formats")
        }
        try needsOneRun("a folder for several runs", path)
        return ([ending], .file(path))
    }

    private func standardOutputFormat(_ listed: [OutputFormat]?) throws -> [OutputFormat] {
        guard let listed, listed.count == 1, listed != [.csv] else {
            throw unsuitable("-", "a folder, unless --format names one of html, pdf and json")
        }
        try needsOneRun("a folder for several runs", "-")
        return listed
    }

    private func needsOneRun(_ expected: String, _ path: String) throws {
        if arguments.positionals("RUN").count != 1 { throw unsuitable(path, expected) }
    }

    private func unsuitable(_ path: String, _ expected: String) -> UsageError {
        arguments.error(.unsuitableValue(of: "--output", value: path, expected: expected))
    }
}
