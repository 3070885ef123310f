import RunModel
import Series

/// How what trades earned before costs became the change of the account, in money.
public struct CostBridge: Statistic, Equatable {
    /// One step, or a level that steps lead to.
    public struct Step: Equatable, Sendable {
        /// `Fees`.
        public let name: String
        /// Stable name: `fees`.
        public let key: String
        /// Money that it adds; of a level, what has been reached.
        public let amount: Double
        /// Whether it is a level.
        public let isLevel: Bool
    }

    /// From gross P&L to the change of the account.
    public let steps: [Step]
}

extension CostBridge {
    init(_ context: MetricContext) throws(Unavailable) {
        let trades = try context(TradeStatistics.self)
        let run = context.run
        guard !trades.closed.isEmpty || !trades.open.isEmpty else { throw .noTrade }
        if run.equityIsDerived, run.initialCapital.value == nil { throw .noMoney }
        guard let first = run.equity.values.first, let last = run.equity.values.last else { throw .noReturns }
        let all = trades.closed + trades.open
        let (gross, fees) = (StableSum.of(all.map { $0.profit + $0.fees }), StableSum.of(all.map(\.fees)))
        let (net, change) = (StableSum.of(all.map(\.profit)), last - first)
        var steps = [
            Step(name: "P&L before fees", key: "gross", amount: gross, isLevel: true),
            Step(name: "Fees", key: "fees", amount: -fees, isLevel: false),
            Step(name: "P&L of trades", key: "net", amount: net, isLevel: true),
        ]
        // What trades do not explain: interest, dividends, borrowing, money paid in, or prices that the list does not have.
        if (change - net).magnitude > max(0.01, 1e-6 * max(change.magnitude, net.magnitude)) {
            steps.append(Step(name: "Not in trades", key: "other", amount: change - net, isLevel: false))
        }
        steps.append(Step(name: "Change of the account", key: "change", amount: change, isLevel: true))
        self.steps = steps
    }
}

extension Analysis {
    /// How gross P&L became the change of the account; throws without trades or money.
    public var costBridge: CostBridge { get throws(Unavailable) { try context(CostBridge.self) } }
}
