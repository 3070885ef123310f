import Analytics
import BatchJobs
import CommandLineArguments
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
        let narrator = BatchNarrator(messages)
        let result = try batch.run(narrator)
        try narrator.tellEnd(result)
        if let signal = result.signal { ProcessEnvironment.end(bySignal: signal) }
        return narrator.exitCode
    }

    private func batch() throws -> Batch {
        guard let output = arguments.value("output") else { throw arguments.error(.missingArgument("--output DIR")) }
        let kind = FileSystem.kind(of: output)
        guard kind == nil || kind == .directory else {
            throw arguments.error(.unsuitableValue(of: "--output", value: output, expected: "a folder"))
        }
        let settings = try self.settings()
        let sources = try BatchSources.expanded(
            arguments.positionals("SOURCE"), endsWithNull: arguments.flag("null"))
        var batch = Batch(sources: sources, output: output, settings: settings)
        batch.excluded = arguments.values("exclude")
        batch.title = arguments.value("name") ?? batch.title
        batch.reports.workers = try arguments.integer("jobs", in: 1...1024) ?? ProcessEnvironment.processorCount
        batch.reports.timeout = try arguments.number("timeout", in: 0.1...1e7)
        batch.reports.fontFamily = arguments.value("font")
        batch.reports.inputs = InputFiles.protected(by: arguments)
        return batch
    }

    private func settings() throws -> ReportSettings {
        let computing = try ComputingOptions(arguments)
        let rendering = try RenderingOptions.options(arguments)
        try ReportCommand.checkSections(rendering)
        return ReportSettings(
            reading: computing.run, conventions: computing.conventions, rendering: rendering,
            formats: arguments[Options.format],
            overview: (try arguments.list("columns") ?? Self.defaultColumns).compactMap(MetricKey.init(rawValue:)))
    }
}
