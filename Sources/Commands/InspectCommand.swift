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
        let inspection = try RunReader.inspect(try arguments.requiredPositional("RUN"), options: options.run)
        try StandardStreams.writeOutput(inspection.lines.map { PrintableText.of($0) + "\n" }.joined())
        return ExitCode.success
    }
}
