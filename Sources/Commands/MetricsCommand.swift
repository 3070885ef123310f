import Analytics
import CommandLineArguments
import DataOutput
import Formatting
import RunFormats
import SystemFiles

/// `tearsheet metrics RUN`.
struct MetricsCommand {
    private let arguments: ParsedArguments
    private let messages: Messages

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() throws -> Int32 {
        let options = try ComputingOptions(arguments)
        let keys = try OwnMetricOptions.keys(arguments, "only", under: options.conventions)
        let path = try arguments.requiredPositional("RUN")
        let (run, paths) = try RunReader.open(path, options: options.run)
        messages.findings(run.findings, of: path)
        try InputFiles.protected(by: arguments, paths).spareStandardOutput()
        let analysis = Analyzer.analyze(run, conventions: options.conventions)
        try StandardStreams.writeOutput(output(analysis, keys))
        return ExitCode.success
    }

    private func output(_ analysis: Analysis, _ keys: [MetricKey]?) -> [UInt8] {
        switch arguments[Options.metricsFormat] {
        case .json: MetricsJSON.metrics(analysis, keys: keys)
        case .csv: CSVWriter.metrics(analysis, keys: keys)
        case .table: Array(PrintableText.of(MetricsTable.text(analysis, keys: keys), keepsLines: true).utf8)
        }
    }
}

/// `tearsheet explain KEY`.
struct ExplainCommand {
    private let arguments: ParsedArguments

    init(_ arguments: ParsedArguments) { self.arguments = arguments }

    func run() throws -> Int32 {
        let text = arguments.flag("list") ? try list() : try definition(try arguments.requiredPositional("KEY"))
        try StandardStreams.writeOutput(text)
        return ExitCode.success
    }

    private func list() throws -> String {
        let declarations = MetricCatalog.declarations(under: try ComputingOptions.profile(arguments))
        let width = declarations.map(\.key.rawValue.utf8.count).max() ?? 0
        return declarations.map { declaration in
            let space = String(repeating: " ", count: width + 2 - declaration.key.rawValue.utf8.count)
            return declaration.key.rawValue + space + declaration.name + "\n"
        }.joined()
    }

    private func definition(_ key: String) throws -> String {
        let conventions = try ComputingOptions.profile(arguments)
        guard let declaration = MetricCatalog.declaration(named: key, under: conventions) else {
            throw OwnMetricOptions.unknown(key, of: "KEY", arguments, conventions)
        }
        return MetricExplanation.text(of: declaration, under: conventions)
    }
}
