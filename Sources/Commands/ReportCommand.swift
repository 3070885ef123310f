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
        let computing = try ComputingOptions(arguments)
        let gates = try ArchiveOption.gates(arguments, computing.conventions)
        let archiving = try ArchiveOption.archiving(arguments)
        // Reads the files that options name: for an archive alone.
        let options = archiving == nil ? [] : OptionDigest.options(of: arguments)
        let judge = GateJudge(gates: gates, archiving: archiving, options: options, version: OptionDigest.version)
        let jobs = try self.jobs(computing, judge)
        var batch = ReportBatch()
        batch.workers = arguments[Options.jobs] ?? ProcessEnvironment.processorCount
        batch.timeout = arguments[Options.timeout]
        let themeFont = try ThemeOptions.theme(arguments).fontFamily
        batch.fontFamily = arguments.value("font") ?? themeFont
        batch.inputs = InputFiles.protected(by: arguments)
        let narrator = ReportNarrator(
            messages, count: jobs.count, gates: gates, archives: archiving != nil,
            endsPathsWithNull: arguments.flag("null"))
        try batch.run(jobs, whenPlanned: narrator.plan) { narrator.tell($0) }
        narrator.tellEnd()
        guard let archiving else { return narrator.exitCode }
        let result = archiving.archive(
            narrator.archived, gates: gates, options: options, version: OptionDigest.version, workers: batch.workers)
        let archived = ArchiveOption.tell(result, arguments, messages)
        return archived == ExitCode.success ? narrator.exitCode : max(archived, narrator.worst)
    }

    private func jobs(_ computing: ComputingOptions, _ judge: GateJudge) throws -> [ReportJob] {
        let rendering = try RenderingOptions.options(arguments)
        let output = try OutputChoice(arguments, reports: arguments.positionals("RUN").count)
        try Self.checkSections(rendering)
        if arguments.isGiven("archive"), output.destination == .standardOutput {
            throw arguments.error(
                .unsuitableValue(
                    of: "--output", value: "-", expected: "a folder or a file, since --archive keeps files"))
        }
        let settings = ReportSettings(
            reading: computing.run, conventions: computing.conventions, rendering: rendering, formats: output.formats,
            overview: judge.gates.isEmpty && !arguments.isGiven("archive")
                ? nil : ArchiveOption.metrics(judge.gates.flatMap(\.metrics), arguments),
            judge: judge)
        return arguments.positionals("RUN").map { path in
            ReportJob(path: path, settings: settings, destination: output.destination)
        }
    }

    /// A name that the template does not have is found before any run is read, where the template's names are all known.
    static func checkSections(_ options: ReportOptions) throws {
        guard options.sections != nil || !options.without.isEmpty else { return }
        let sections = TemplateSections(of: options.template)
        guard !sections.names.isEmpty, !sections.computesNames else { return }
        for name in (options.sections ?? []) + options.without where !sections.names.contains(name) {
            throw ReportError.unknownSection(name, known: sections.names)
        }
    }
}
