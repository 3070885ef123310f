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

/// `tearsheet validate RUN`.
struct ValidateCommand {
    private let arguments: ParsedArguments

    init(_ arguments: ParsedArguments) { self.arguments = arguments }

    func run() throws -> Int32 {
        let options = try ComputingOptions(arguments)
        let findings = RunReader.validate(try arguments.requiredPositional("RUN"), options: options.run)
        try StandardStreams.writeOutput(text(findings))
        return findings.contains { $0.severity == .error } ? ExitCode.failure : ExitCode.success
    }

    private func text(_ findings: [Finding]) -> String {
        guard !findings.isEmpty else { return "no findings\n" }
        return findings.map { "\($0.severity.rawValue): \(PrintableText.of($0.message))\n" }.joined()
    }
}
