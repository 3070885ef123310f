import RunModel

/// Why a run could not be read: at least one finding of severity error, with the warnings found until then.
public struct RunError: Error, Sendable, Equatable {
    /// Everything found, errors first.
    public let findings: [Finding]
    /// The run, where the engine says that it failed before it had a value of its account.
    public internal(set) var failedRun: FailedRun?

    /// An error of one or several findings; keeps their order, errors first.
    public init(_ findings: [Finding]) {
        self.findings = findings.filter { $0.severity == .error } + findings.filter { $0.severity != .error }
    }

    init(_ finding: Finding) { self.init([finding]) }

    /// Whether the path holds several runs where one was wanted.
    public var isOfSeveralRuns: Bool { findings.contains { $0.code == FindingCode.severalRuns.rawValue } }

    /// One line: the first error, and how many follow.
    ///
    /// `equity.csv:17 column 'equity': not a number: 'abc'; write a plain decimal number or leave the cell empty`
    public var message: String {
        let errors = findings.filter { $0.severity == .error }
        let more = errors.count - 1
        let first = errors.first?.message ?? "the run could not be read"
        // One finding may stand for any number of cells or rows.
        if errors.contains(where: { $0.code.hasPrefix("more_") }) { return "\(first) (and more errors)" }
        return more > 0 ? "\(first) (and \(more) more error\(more == 1 ? "" : "s"))" : first
    }
}

extension RunError: CustomStringConvertible {
    /// The message.
    public var description: String { message }
}
