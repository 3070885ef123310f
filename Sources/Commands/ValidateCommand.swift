import CommandLineArguments
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
        try StandardStreams.writeOutput(text(findings) + text(reconciliation))
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

    private func text(_ findings: [Finding]) -> String {
        guard !findings.isEmpty else { return "no findings\n" }
        return findings.map { "\($0.severity.rawValue): \(PrintableText.of($0.message))\n" }.joined()
    }

    /// Counts, then a line for each check; what was not checked stands apart, last.
    private func text(_ reconciliation: Reconciliation) -> String {
        guard !reconciliation.checks.isEmpty else { return "" }
        let counts = [
            "\(reconciliation.count(.agrees)) agree", "\(reconciliation.count(.differs)) differ",
            "\(reconciliation.count(.notChecked)) not checked",
        ]
        let ordered =
            reconciliation.checks.filter { $0.outcome != .notChecked }
            + reconciliation.checks.filter { $0.outcome == .notChecked }
        let lines = ordered.map { check in
            switch check.outcome {
            case .agrees: "  agrees       \(PrintableText.of(check.statement))\n"
            case .differs: "  differs      \(PrintableText.of(check.statement))\n"
            case .notChecked: "  not checked  \(check.key.rawValue): \(PrintableText.of(check.statement))\n"
            }
        }
        return "reconciliation: " + counts.joined(separator: ", ") + "\n" + lines.joined()
    }
}
