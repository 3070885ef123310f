import Analytics
import CommandLineArguments
import Formatting
import RunFormats
import RunModel
import SystemFiles

/// `tearsheet inspect RUN`.
struct InspectCommand {
    private let arguments: ParsedArguments

    init(_ arguments: ParsedArguments) { self.arguments = arguments }

    func run() throws -> Int32 {
        let options = try ComputingOptions(arguments)
        let path = try arguments.requiredPositional("RUN")
        let (inspection, run) = try opened(path, options.run)
        var text = inspection.lines.map { PrintableText.of($0) + "\n" }.joined()
        text += "\n" + CheckLines.text(run.reconciliation, withUnchecked: false)
        if !run.reported.isEmpty {
            text += "\n" + CheckLines.reported(Analyzer.analyze(run, conventions: options.conventions))
        }
        try StandardStreams.writeOutput(text)
        return ExitCode.success
    }

    /// The run; where its columns are not known, what they hold is printed with the mapping to complete.
    private func opened(_ path: String, _ options: RunOptions) throws -> (Inspection, Run) {
        do throws(RunError) {
            return try RunReader.openInspected(path, options: options)
        } catch {
            if error.asksForColumns {
                let lines = MappingSuggestion.lines(path, options: options)
                try StandardStreams.writeOutput(lines.map { PrintableText.of($0) + "\n" }.joined())
            }
            throw error
        }
    }
}
