import Series

/// How far the parts of a run explain each other: trades, positions, cash and the engine's own numbers against the equity.
///
/// Made once, while a run is read, of the whole run, whatever part of it is analysed; every writer shows the same checks.
public struct Reconciliation: Equatable, Sendable {
    /// Every check in the order of ``Check/Key``; empty for a run that no reader has reconciled.
    public var checks: [Check]

    /// The checks of a run.
    public init(checks: [Check] = []) { self.checks = checks }

    /// The check of a key, where it was looked at.
    public subscript(key: Check.Key) -> Check? { checks.first { $0.key == key } }

    /// How many checks ended so.
    public func count(_ outcome: Check.Outcome) -> Int { checks.count { $0.outcome == outcome } }
}

extension Reconciliation {
    /// One question to a run, and what its files answer.
    public struct Check: Equatable, Sendable {
        /// Which question; the raw value is the stable name for machines.
        public enum Key: String, CaseIterable, Sendable {
            /// Do the profits of all trades make the change in equity?
            case tradesExplainEquity = "trades_explain_equity"
            /// Do they at every moment without an open trade?
            case tradesAlongTime = "trades_along_time"
            /// Are positions and cash together the equity?
            case positionsSum = "positions_sum"
            /// Is every position its quantity times its price?
            case positionValues = "position_values"
            /// Are the symbols held that the trades hold?
            case positionsMatchTrades = "positions_match_trades"
            /// Does cash change by what trades paid and received?
            case cashMatchesTrades = "cash_matches_trades"
            /// Does every profit follow from side, prices, quantity, multiplier and fees?
            case profitsMatchPrices = "profits_match_prices"
            /// Are there fees where the run states a commission?
            case feesPresent = "fees_present"
            /// Is no trade written twice, and none left out of the numbering?
            case tradesUnique = "trades_unique"
            /// Is the engine's own end value the last equity?
            case engineEndValue = "engine_end_value"
            /// Are returns and equity, where a run has both, the same?
            case returnsMatchEquity = "returns_match_equity"
            /// Does the benchmark have a level at the run's moments?
            case benchmarkMatched = "benchmark_matched"
        }

        /// What came out.
        public enum Outcome: String, CaseIterable, Sendable {
            /// Within rounding.
            case agrees
            /// Beyond rounding; a finding says where.
            case differs
            /// A file or column is missing; ``Check/statement`` says which.
            case notChecked = "not_checked"
        }

        /// Which question.
        public var key: Key
        /// What came out.
        public var outcome: Outcome
        /// The result in words, lower case: `trades explain 100.0 % of the change in equity`; for what was not checked,
        /// what is missing.
        public var statement: String
        /// How many values were compared, and how many of them differ.
        public var compared: Int?
        /// How many of ``compared`` differ beyond ``tolerance``.
        public var differing: Int?
        /// What the parts give, in the account's money unless the statement says otherwise.
        public var observed: Double?
        /// What it should be.
        public var expected: Double?
        /// What rounding alone may make of ``observed`` less ``expected``.
        public var tolerance: Double?
        /// The first moment of a difference.
        public var first: Timestamp?
        /// The symbol of the difference, where it can be known.
        public var symbol: String?

        /// A check with what is known of it.
        public init(
            _ key: Key, _ outcome: Outcome, _ statement: String, compared: Int? = nil, differing: Int? = nil,
            observed: Double? = nil, expected: Double? = nil, tolerance: Double? = nil, first: Timestamp? = nil,
            symbol: String? = nil
        ) {
            self.key = key
            self.outcome = outcome
            self.statement = statement
            self.compared = compared
            self.differing = differing
            self.observed = observed
            self.expected = expected
            self.tolerance = tolerance
            self.first = first
            self.symbol = symbol
        }

        /// Observed less expected.
        public var difference: Double? {
            guard let observed, let expected else { return nil }
            return observed - expected
        }
    }
}
