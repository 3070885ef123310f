import Analytics
import BatchJobs
import CommandLineArguments
import Formatting
import Reports
import RunModel
import SystemFiles

/// `tearsheet batch SOURCE… -o DIR`.
struct BatchCommand {
    /// What most readers rank runs by.
    static let defaultColumns = [
        "total_return", "cagr", "annual_volatility", "sharpe", "sortino", "max_drawdown", "calmar", "trades.count",
        "trades.win_rate",
    ]

    private let arguments: ParsedArguments
    private let messages: Messages
    /// Limits that every run must keep, of a job file.
    private let limits: Limits?

    init(_ arguments: ParsedArguments, _ messages: Messages, limits: Limits? = nil) {
        self.arguments = arguments
        self.messages = messages
        self.limits = limits
    }

    func run() throws -> Int32 {
        if arguments.flag("dry-run") { return try tellIntents(of: try batch()) }
        let (result, exitCode) = try perform()
        if let signal = result.signal { ProcessEnvironment.end(bySignal: signal) }
        return exitCode
    }

    /// Does the batch and tells of it; where a signal ended it, the caller ends the process.
    func perform() throws -> (result: Batch.Result, exitCode: Int32) {
        let batch = try self.batch()
        let narrator = BatchNarrator(messages)
        let result = try batch.run(narrator)
        try narrator.tellEnd(result)
        let archived = result.archived.map { ArchiveOption.tell($0, arguments, messages) } ?? ExitCode.success
        try writeMeasures(result.measures, of: batch)
        let code = narrator.exitCode
        return (result, code == ExitCode.usage ? code : worse(code, archived))
    }

    /// Throws for what is wrong with the options, as far as they tell without a run.
    func check() throws {
        let computing = try ComputingOptions(arguments)
        _ = try gates(computing)
        _ = try columns(computing.conventions)
        _ = try settings(computing, nil, metrics: [])
    }

    /// A failure weighs more than a gate.
    private func worse(_ one: Int32, _ other: Int32) -> Int32 {
        [one, other].contains(ExitCode.failure) ? ExitCode.failure : max(one, other)
    }

    /// `--prometheus FILE`: replaced as a whole, as the collector wants it.
    private func writeMeasures(_ measures: BatchMeasures, of batch: Batch) throws {
        guard let path = arguments.value("prometheus") else { return }
        let text = PrometheusText.text(measures, batch: batch.title, at: ProcessEnvironment.unixMilliseconds)
        try FileSystem.writeAtomically(Array(text.utf8), to: path, sparing: batch.reports.inputs)
    }

    /// What would be done, a line for each run: `render a: new`, `keep b`.
    private func tellIntents(of batch: Batch) throws -> Int32 {
        let intents = try batch.intents()
        for intent in intents {
            let words = intent.reason.map { "render \(intent.key): \($0.words)" } ?? "keep \(intent.key)"
            try StandardStreams.writeOutput(PrintableText.of(PathText.shown(words)) + "\n")
        }
        let count = intents.count { $0.reason != nil }
        messages.note("\(count) to render, \(intents.count - count) to keep; nothing was written")
        return ExitCode.success
    }

    private func batch() throws -> Batch {
        guard let output = arguments.value("output") else { throw arguments.error(.missingArgument("--output DIR")) }
        let kind = FileSystem.kind(of: output)
        guard kind == nil || kind == .directory else {
            throw arguments.error(.unsuitableValue(of: "--output", value: output, expected: "a folder"))
        }
        let computing = try ComputingOptions(arguments)
        let gates = try gates(computing)
        let columns = try self.columns(computing.conventions)
        let archiving = arguments.flag("dry-run") ? nil : try ArchiveOption.archiving(arguments)
        let options = OptionDigest.options(of: arguments) + OptionDigest.options(of: limits)
        let judge = GateJudge(
            gates: gates, archiving: archiving, options: options, version: OptionDigest.version)
        let settings = try self.settings(computing, judge, metrics: columns + gates.flatMap(\.metrics))
        let sources = try BatchSources.expanded(
            arguments.positionals("SOURCE"), endsWithNull: arguments.flag("null"))
        var batch = Batch(sources: sources, output: output, settings: settings)
        batch.excluded = arguments.values("exclude")
        batch.title = arguments.value("name") ?? batch.title
        batch.columns = columns
        batch.archiving = archiving
        batch.isForced = arguments.flag("force")
        batch.version = OptionDigest.version
        batch.options = options
        batch.shard = arguments[Options.shard]
        batch.reports.workers = arguments[Options.jobs] ?? ProcessEnvironment.processorCount
        batch.reports.timeout = arguments[Options.timeout]
        batch.reports.fontFamily = arguments.value("font")
        batch.reports.inputs = InputFiles.protected(by: arguments)
        return batch
    }

    private func gates(_ computing: ComputingOptions) throws -> [Gate] {
        try ArchiveOption.gates(arguments, computing.conventions) + (limits.map(Gate.gates) ?? [])
    }

    /// The columns that were asked for, else the usual ones and the user's own metrics.
    private func columns(_ conventions: Conventions) throws -> [MetricKey] {
        if let chosen = try OwnMetricOptions.keys(arguments, Options.columns([]), under: conventions) { return chosen }
        let own = conventions.ownMetrics.written.map(\.key)
        return (Self.defaultColumns + own).compactMap { MetricKey($0, under: conventions) }
    }

    private func settings(_ computing: ComputingOptions, _ judge: GateJudge?, metrics: [MetricKey]) throws
        -> ReportSettings
    {
        let rendering = try RenderingOptions.options(arguments)
        try ReportCommand.checkSections(rendering)
        var reading = computing.run
        reading.statedLimits = limits
        return ReportSettings(
            reading: reading, conventions: computing.conventions, rendering: rendering,
            formats: arguments[Options.format], overview: ArchiveOption.metrics(metrics, arguments),
            optionFiles: Set(OptionDigest.files(of: arguments)), judge: judge)
    }
}
