import Analytics
import BatchJobs
import CommandLineArguments
import Formatting
import Reports
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

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() throws -> Int32 {
        let batch = try self.batch()
        if arguments.flag("dry-run") { return try tellIntents(of: batch) }
        let narrator = BatchNarrator(messages)
        let result = try batch.run(narrator)
        try narrator.tellEnd(result)
        let archived = result.archived.map { ArchiveOption.tell($0, arguments, messages) } ?? ExitCode.success
        try writeMeasures(result.measures, of: batch)
        if let signal = result.signal { ProcessEnvironment.end(bySignal: signal) }
        return narrator.exitCode == ExitCode.usage ? narrator.exitCode : worse(narrator.exitCode, archived)
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
        let gates = try ArchiveOption.gates(arguments, computing.conventions)
        let columns = try self.columns(computing.conventions)
        let settings = try self.settings(computing, metrics: columns + gates.flatMap(\.metrics))
        let sources = try BatchSources.expanded(
            arguments.positionals("SOURCE"), endsWithNull: arguments.flag("null"))
        var batch = Batch(sources: sources, output: output, settings: settings)
        batch.excluded = arguments.values("exclude")
        batch.title = arguments.value("name") ?? batch.title
        batch.columns = columns
        batch.gates = gates
        if !arguments.flag("dry-run") { batch.archiving = try ArchiveOption.archiving(arguments) }
        batch.isForced = arguments.flag("force")
        batch.version = OptionDigest.version
        batch.options = OptionDigest.options(of: arguments)
        batch.reports.workers = try arguments.integer("jobs", in: 1...1024) ?? ProcessEnvironment.processorCount
        batch.reports.timeout = try arguments.number("timeout", in: 0.1...1e7)
        batch.reports.fontFamily = arguments.value("font")
        batch.reports.inputs = InputFiles.protected(by: arguments)
        return batch
    }

    /// The columns that were asked for, else the usual ones and the user's own metrics.
    private func columns(_ conventions: Conventions) throws -> [MetricKey] {
        if let chosen = try OwnMetricOptions.keys(arguments, "columns", under: conventions) { return chosen }
        let own = conventions.ownMetrics.written.map(\.key)
        return (Self.defaultColumns + own).compactMap { MetricKey($0, under: conventions) }
    }

    private func settings(_ computing: ComputingOptions, metrics: [MetricKey]) throws -> ReportSettings {
        let rendering = try RenderingOptions.options(arguments)
        try ReportCommand.checkSections(rendering)
        return ReportSettings(
            reading: computing.run, conventions: computing.conventions, rendering: rendering,
            formats: arguments[Options.format], overview: ArchiveOption.metrics(metrics, arguments),
            optionFiles: Set(OptionDigest.files(of: arguments)))
    }
}
