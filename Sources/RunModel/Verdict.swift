/// How a run came out against what its user requires of it: an answer to each condition, from outside of the run.
public struct Verdict: Equatable, Sendable {
    /// One condition.
    public struct Gate: Equatable, Sendable {
        /// As the user wrote it, threshold and all: `sharpe >= 1`.
        public var condition: String
        /// The values that decided: `sharpe is 0.79`.
        public var values: String
        /// Whether the run meets it.
        public var isMet: Bool

        /// A condition with its answer.
        public init(condition: String, values: String, isMet: Bool) {
            (self.condition, self.values, self.isMet) = (condition, values, isMet)
        }
    }

    /// The conditions, in the user's order.
    public var gates: [Gate]
    /// The last report of the strategy that met its conditions, where a condition compares with it and there is one.
    public var lastGood: String?

    /// The answers to some conditions.
    public init(gates: [Gate], lastGood: String? = nil) { (self.gates, self.lastGood) = (gates, lastGood) }

    /// Whether every condition is met.
    public var isAccepted: Bool { gates.allSatisfy(\.isMet) }
    /// `Accepted.` or `Refused.`, before the ``sentence``.
    public var word: String { isAccepted ? "Accepted." : "Refused." }
    /// The conditions that are not met.
    public var missed: [Gate] { gates.filter { !$0.isMet } }

    /// What it was compared with, as a sentence; nil where no condition looks back, or nothing was good before.
    public var comparison: String? { lastGood.map { "The last good version is \($0)." } }

    /// One sentence: `All 3 conditions are met.`, or which are not and what the values are.
    public var sentence: String {
        guard !isAccepted else {
            return gates.count == 1
                ? "\(gates[0].condition) is met: \(gates[0].values)." : "All \(gates.count) conditions are met."
        }
        let missed = missed.map { "\($0.condition) is not met: \($0.values)" }.joined(separator: "; ")
        return missed + "." + (comparison.map { " " + $0 } ?? "")
    }
}
