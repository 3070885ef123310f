import Analytics
import CommandLineArguments
import DataOutput
import Formatting
import RunFormats
import RunModel
import SystemFiles

/// `tearsheet metrics RUN…`.
struct MetricsCommand {
    private let arguments: ParsedArguments
    private let messages: Messages

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() throws -> Int32 {
        let options = try ComputingOptions(arguments)
        let keys = try OwnMetricOptions.keys(arguments, Options.only([]), under: options.conventions)
        guard let run = try single(options.run) else { return try columns(options, keys) }
        let analysis = Analyzer.analyze(run, conventions: options.conventions)
        try StandardStreams.writeOutput(output(analysis, keys))
        return ExitCode.success
    }

    /// The run that a single path holds; nil where there are several paths or runs.
    private func single(_ options: RunOptions) throws -> Run? {
        let paths = arguments.positionals("RUN")
        guard paths.count == 1, let path = paths.first, let (run, files) = try opened(path, options) else { return nil }
        messages.findings(run.findings, of: path)
        try InputFiles.protected(by: arguments, files).spareStandardOutput()
        return run
    }

    private func opened(_ path: String, _ options: RunOptions) throws(RunError) -> (run: Run, paths: [String])? {
        do throws(RunError) { return try RunReader.open(path, options: options) } catch {
            // A pipe gives its bytes once, so its runs cannot be listed and then read.
            guard error.isOfSeveralRuns, path != "-", FileSystem.kind(of: path) != .other else { throw error }
            return nil
        }
    }

    /// Runs side by side, in the order of the command line.
    private func columns(_ options: ComputingOptions, _ keys: [MetricKey]?) throws -> Int32 {
        let found = try RunArguments(arguments, messages).readToPrint(options.run)
        guard !found.runs.isEmpty else { return ExitCode.failure }
        let columns = MetricColumns(
            found.runs.map { Analyzer.analyze($0, conventions: options.conventions) }, keys: keys)
        try StandardStreams.writeOutput(output(columns))
        return found.areWhole ? ExitCode.success : ExitCode.failure
    }

    private var spelling: NumberSpelling { NumberSpelling(arguments[Options.locale()] ?? .standard) }

    private func output(_ columns: MetricColumns) -> [UInt8] {
        switch arguments[Options.metricsFormat] {
        case .json: columns.json
        case .csv: columns.csv
        case .table: Array(PrintableText.of(MetricsTable.text(columns, spelling), keepsLines: true).utf8)
        }
    }

    private func output(_ analysis: Analysis, _ keys: [MetricKey]?) -> [UInt8] {
        switch arguments[Options.metricsFormat] {
        case .json: MetricsJSON.metrics(analysis, keys: keys)
        case .csv: CSVWriter.metrics(analysis, keys: keys)
        case .table: Array(PrintableText.of(MetricsTable.text(analysis, keys: keys, spelling), keepsLines: true).utf8)
        }
    }
}

/// `tearsheet explain KEY`.
struct ExplainCommand {
    private let arguments: ParsedArguments

    init(_ arguments: ParsedArguments) { self.arguments = arguments }

    func run() throws -> Int32 {
        let text = arguments.flag("list") ? try list() : try definition(try wanted())
        try StandardStreams.writeOutput(text)
        return ExitCode.success
    }

    private func wanted() throws -> String {
        let words = arguments.positionals("KEY")
        guard !words.isEmpty else { return try arguments.requiredPositional("KEY") }
        return words.joined(separator: " ")
    }

    private func list() throws -> String {
        lines(of: MetricCatalog.declarations(under: try ComputingOptions.profile(arguments)))
    }

    private func lines(of declarations: [MetricDeclaration]) -> String {
        let width = declarations.map(\.key.rawValue.utf8.count).max() ?? 0
        return declarations.map { declaration in
            let space = String(repeating: " ", count: width + 2 - declaration.key.rawValue.utf8.count)
            return declaration.key.rawValue + space + declaration.name + "\n"
        }.joined()
    }

    private func definition(_ key: String) throws -> String {
        let conventions = try ComputingOptions.profile(arguments)
        guard let declaration = MetricCatalog.declaration(named: key, under: conventions) else {
            let found = MetricSearch.found(key, in: MetricCatalog.declarations(under: conventions))
            if found.count > 1 { return lines(of: found) }
            if let only = found.first { return MetricExplanation.text(of: only, under: conventions) }
            throw OwnMetricOptions.unknown(key, of: "KEY", arguments, conventions)
        }
        return MetricExplanation.text(of: declaration, under: conventions)
    }
}
