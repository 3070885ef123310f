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
        let (inspection, run) = try RunReader.openInspected(
            try arguments.requiredPositional("RUN"), options: options.run)
        var text = inspection.lines.map { PrintableText.of($0) + "\n" }.joined()
        text += "\n" + CheckLines.text(run.reconciliation)
        if !run.reported.isEmpty {
            text += "\n" + CheckLines.reported(Analyzer.analyze(run, conventions: options.conventions))
        }
        try StandardStreams.writeOutput(text)
        return ExitCode.success
    }
}
