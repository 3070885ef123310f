import Analytics
import CommandLineArguments
import Formatting
import Reports
import RunFormats
import RunModel
import SystemFiles

/// `tearsheet verify FILE [RUN]`.
struct VerifyCommand {
    private let arguments: ParsedArguments
    private let messages: Messages
    private static let largest = 1 << 28

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() throws -> Int32 {
        let path = try arguments.requiredPositional("FILE")
        let bytes = try FileSystem.readFile(path, limit: Self.largest)
        do {
            let report = try WrittenReport(bytes)
            guard let runPath = arguments.positional("RUN") else {
                guard let result = report.verifiedAlone() else { throw VerificationError.needsRun }
                return try tell(result, path, "its own series and tables")
            }
            return try tell(try verified(report, runPath), path, runPath)
        } catch let error as VerificationError {
            messages.failure(error.message, code: "unverifiable_file", of: path)
            return ExitCode.failure
        }
    }

    /// By the conventions that the report names, unless others are asked for.
    private func verified(_ report: WrittenReport, _ path: String) throws -> ReportVerification {
        let computing = try ComputingOptions(arguments)
        let (run, _) = try RunReader.open(path, options: computing.run)
        var conventions = computing.conventions
        if !arguments.isGiven("profile"), let named = report.profile.flatMap({ Conventions.named($0) }) {
            let short = conventions.shortSpans
            conventions = named
            if arguments.flag("annualise-short") { conventions.shortSpans = short }
        }
        let analysis = Analyzer.analyze(run, conventions: conventions)
        return try report.verified(against: analysis) { format in
            let options = try RenderingOptions.options(arguments)
            let files = try ReportWorker(fontFamily: arguments.value("font") ?? options.theme.fontFamily)
                .files(of: analysis, options: options, formats: [format])
            return files.files.first?.bytes ?? []
        }
    }

    private func tell(_ result: ReportVerification, _ file: String, _ source: String) throws -> Int32 {
        var text = ""
        for difference in result.differences {
            text += "\(difference.place): \(difference.report) in the report, \(difference.computed) computed\n"
        }
        let more = result.differing - result.differences.count
        if more > 0 { text += "\(more) more differ\n" }
        let count = DisplayNumber.number(Double(result.compared), places: 0).replacing("\u{202F}", with: " ")
        let digest = result.inputsDigest.map { ", inputs sha256 \($0.prefix(12))…" } ?? ""
        // Without the run it is seen that the parts agree, not that they are the run's.
        let same = arguments.positional("RUN") == nil ? "consistent" : "identical"
        let verdict = result.isIdentical ? same : result.differing == 1 ? "1 differs" : "\(result.differing) differ"
        text += "\(file): \(verdict): \(count) values held against \(source)\(digest)\n"
        for note in result.notes { messages.warning("\(file): \(note)") }
        try StandardStreams.writeOutput(PrintableText.of(text, keepsLines: true))
        return result.isIdentical && result.compared > 0 ? ExitCode.success : ExitCode.failure
    }
}
