import BatchJobs
import CommandLineArguments
import Comparison
import Reports
import SystemFiles

/// `tearsheet compare RUN RUN…`.
struct CompareCommand {
    /// Stands before the endings of the files in a folder.
    static let name = "comparison"

    private let arguments: ParsedArguments
    private let messages: Messages

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() throws -> Int32 {
        let several = RunArguments(arguments, messages)
        try several.refuseRepeated()
        let computing = try ComputingOptions(arguments)
        let rendering = try RenderingOptions.options(arguments)
        let output = try OutputChoice(arguments, reports: 1)
        let options = Self.comparisonOptions(arguments)
        try ReportCommand.checkSections(rendering)
        let worker = try ReportWorker(fontFamily: arguments.value("font") ?? rendering.theme.fontFamily)
        let opened = several.read(computing.run)
        guard opened.areWhole else { return ExitCode.failure }
        let delivery = ReportDelivery(
            to: output.destination, sparing: InputFiles.protected(by: arguments, opened.inputs))
        try delivery.check(named: Self.name, output.formats)
        let comparison = try Comparer.compare(opened.runs, conventions: computing.conventions, options: options)
        messages.findings(comparison.findings, of: Self.name)
        return try deliver(
            try worker.files(of: comparison, options: rendering, formats: output.formats), delivery)
    }

    private func deliver(_ report: ReportFiles, _ delivery: ReportDelivery) throws -> Int32 {
        for remark in report.remarks {
            messages.remark(remark.text, code: remark.code, isWarning: remark.isWarning, of: Self.name)
        }
        let files = report.files.isEmpty ? [] : try delivery.write(report.files, named: Self.name)
        if !messages.isQuiet {
            try StandardStreams.writeOutput(files.flatMap { PathText.bytes(of: $0) + [0x0A] })
        }
        for failure in report.failures { messages.failure(failure.message, code: "report_failed", of: Self.name) }
        return report.failures.isEmpty ? ExitCode.success : ExitCode.failure
    }

    /// What `--seed`, `--block-length` and `--resamples` come to.
    static func comparisonOptions(_ arguments: ParsedArguments) -> ComparisonOptions {
        var options = ComparisonOptions()
        options.seed = UInt64(arguments[Options.seed])
        options.blockLength = arguments[Options.blockLength]
        options.resamples = arguments[Options.resamples]
        return options
    }
}
