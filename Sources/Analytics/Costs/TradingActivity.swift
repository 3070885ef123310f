import RunModel
import Series

/// What was traded and paid in every period of the run, from fills where they are recorded, else from trades.
///
/// A trade's entry and exit are bought and sold at their times; its fees are paid at its exit, an open one's at its entry.
struct TradingActivity: Statistic {
    /// Value bought and sold in each period of the finest returns, money, never negative.
    let traded: [Double]
    /// Fees paid in each period, money; negative for rebates.
    let fees: [Double]
    /// Σ of ``traded``.
    let totalTraded: Double
    /// Σ of ``fees``.
    let totalFees: Double
    /// Whether it is of fills.
    let isOfFills: Bool

    init(_ context: MetricContext) throws(Unavailable) {
        let run = context.run
        guard run.trades != nil || run.fills != nil else { throw .noTradeRecord }
        if run.equityIsDerived, run.initialCapital.value == nil { throw .noMoney }
        try context.requireReturns()
        var periods = ActivityPeriods(run)
        if let fills = run.fills, !fills.isEmpty {
            for fill in fills { periods.add(fill.time, value: fill.cashFlow, fee: fill.fee) }
            isOfFills = true
        } else {
            for trade in run.trades ?? [] { Self.add(trade, to: &periods) }
            isOfFills = false
        }
        (traded, fees) = (periods.traded, periods.fees)
        (totalTraded, totalFees) = (StableSum.of(traded), StableSum.of(fees))
    }

    private static func add(_ trade: Trade, to periods: inout ActivityPeriods) {
        let units = trade.quantity * trade.multiplier
        periods.add(trade.entry, value: units * trade.entryPrice, fee: trade.isOpen ? trade.fees : 0)
        guard !trade.isOpen else { return }
        periods.add(trade.exit, value: units * trade.exitPrice, fee: trade.fees)
    }

    /// Amounts of each period over the account's value before it.
    func overEquity(_ amounts: [Double], _ run: Run) -> [Double] {
        amounts.indices.map { amounts[$0] == 0 ? 0 : amounts[$0] / run.equity.values[$0] }
    }
}

/// All fees that the run records, of fills where there are any, else of trades; they need no account to be summed.
struct RecordedFees: Statistic {
    /// Money; negative for rebates.
    let total: Double

    init(_ context: MetricContext) throws(Unavailable) {
        let run = context.run
        guard run.trades != nil || run.fills != nil else { throw .noTradeRecord }
        let fees = run.fills.flatMap { $0.isEmpty ? nil : $0.map(\.fee) } ?? (run.trades ?? []).map(\.fees)
        total = StableSum.of(fees)
    }
}

/// Sums by the period of a run in which something happened.
private struct ActivityPeriods {
    private(set) var traded: [Double]
    private(set) var fees: [Double]
    private let ends: [Int64]
    private let isIntraday: Bool

    init(_ run: Run) {
        let intraday = run.calendar.periodsPerSession > 1
        isIntraday = intraday
        ends = run.returns.timestamps.map { intraday ? $0.milliseconds : Int64($0.date.day) }
        traded = Array(repeating: 0, count: ends.count)
        fees = traded
    }

    /// What happens at a moment belongs to the first return that ends at it or later, by dates where the run has no bars;
    /// what happens before or after the run to its first or last.
    mutating func add(_ time: Timestamp, value: Double, fee: Double) {
        let key = isIntraday ? time.milliseconds : Int64(time.date.day)
        let place = ends.dropLast().partitioningIndex { $0 >= key }
        traded[place] += value.magnitude
        fees[place] += fee
    }
}
