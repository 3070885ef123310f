import RunModel

/// Checks of a run's parts in words.
public enum ReconciliationText {
    /// What a check asks, without a verb of judgement.
    public static func question(_ key: Reconciliation.Check.Key) -> String {
        switch key {
        case .tradesExplainEquity: "trades and the change in equity"
        case .tradesAlongTime: "trades and equity along time"
        case .positionsSum: "positions, cash and equity"
        case .positionValues: "values, quantities and prices of positions"
        case .positionsMatchTrades: "positions and trades"
        case .cashMatchesTrades: "cash and trades"
        case .profitsMatchPrices: "profits and prices"
        case .feesPresent: "fees and the stated commission"
        case .tradesUnique: "repeated and missing trades"
        case .engineEndValue: "the engine's end value"
        case .returnsMatchEquity: "returns and equity"
        case .benchmarkMatched: "benchmark"
        }
    }

    /// The text with a capital first letter.
    static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
