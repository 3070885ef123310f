import CommandLineArguments
import DataOutput
import Formatting
import RunFormats
import RunModel
import SystemFiles

/// `tearsheet validate RUN`.
struct ValidateCommand {
    private let arguments: ParsedArguments

    init(_ arguments: ParsedArguments) { self.arguments = arguments }

    func run() throws -> Int32 {
        let options = try ComputingOptions(arguments)
        let (findings, reconciliation) = try read(options.run)
        switch arguments[Options.validationFormat] {
        case .text: try StandardStreams.writeOutput(text(findings) + CheckLines.text(reconciliation))
        case .json: try StandardStreams.writeOutput(try json(findings, reconciliation))
        }
        let stops: [Finding.Severity] = arguments.flag("strict") ? [.error, .warning] : [.error]
        return findings.contains { stops.contains($0.severity) } ? ExitCode.failure : ExitCode.success
    }

    /// What was found, and how far the parts of the run explain each other; nothing of the latter where it cannot be read.
    private func read(_ options: RunOptions) throws -> ([Finding], Reconciliation) {
        let path = try arguments.requiredPositional("RUN")
        do throws(RunError) {
            let run = try RunReader.read(path, options: options)
            return (run.findings, run.reconciliation)
        } catch {
            return (error.findings, Reconciliation())
        }
    }

    private func json(_ findings: [Finding], _ reconciliation: Reconciliation) throws -> [UInt8] {
        ValidationJSON.bytes(of: PathText.shown(try arguments.requiredPositional("RUN")), findings, reconciliation)
    }

    private func text(_ findings: [Finding]) -> String {
        guard !findings.isEmpty else { return "no findings\n" }
        return findings.map { "\($0.severity.rawValue): \(PrintableText.of($0.message))\n" }.joined()
    }
}
