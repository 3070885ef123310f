import RunModel
import Series

/// Fills held against prices: what was paid more than the price of the decision, the open, the middle or the close of the
/// bar, and the open of the next bar.
public struct FillQuality: Statistic {
    /// What fills are held against.
    public enum Reference: String, CaseIterable, Sendable {
        /// The price at which it was decided.
        case decision
        /// The open of the fill's bar.
        case open
        /// The middle between the bar's high and low.
        case middle
        /// The close of the fill's bar.
        case close
        /// The open of the next bar.
        case nextOpen = "next_open"

        /// For readers.
        public var title: String {
            switch self {
            case .decision: "Price decided on"
            case .open: "Open of the bar"
            case .middle: "Middle of the bar"
            case .close: "Close of the bar"
            case .nextOpen: "Open of the next bar"
            }
        }
    }

    /// Fills against one price; costs are positive where the fill was worse than it.
    public struct Row: Equatable, Sendable {
        /// Which price.
        public let reference: Reference
        /// How many fills have it.
        public let count: Int
        /// Σ cost, money.
        public let cost: Double
        /// Σ cost/Σ value at the price: by value, a fraction.
        public let mean: Double
        /// Median of cost/value of single fills.
        public let median: Double
        /// Share of fills that were worse than the price.
        public let worse: Double
    }

    /// The prices that fills can be held against, in the order of ``Reference``.
    public let rows: [Row]
    /// How many fills there are.
    public let count: Int
    /// How many of them lie in a bar.
    public let matched: Int
    /// Fills whose price lies outside of their bar; nil where bars have no highs and lows.
    public let outside: Int?
    /// Mean place of fills in their bar: 0 at the best price, 1 at the worst; nil where no bar has a range.
    public let meanPlace: Double?
    /// Whether fills were made of the entries and exits of trades.
    public let areOfTrades: Bool

    init(_ context: MetricContext) throws(Unavailable) {
        let executions = try context(Executions.self)
        let hasRanges = context.run.prices?.hasRanges == true
        (count, matched, areOfTrades) = (executions.count, executions.all.count, executions.areOfTrades)
        rows = Reference.allCases.compactMap { Self.row($0, executions.all, hasRanges: hasRanges) }
        outside = hasRanges ? executions.all.count(where: Self.isOutside) : nil
        let places = hasRanges ? executions.all.compactMap(Self.place) : []
        meanPlace = places.isEmpty ? nil : StableSum.of(places) / Double(places.count)
    }

    private static func row(_ reference: Reference, _ all: [Executions.Execution], hasRanges: Bool) -> Row? {
        let priced = all.compactMap { one -> (cost: Double, value: Double)? in
            guard let price = price(reference, one, hasRanges: hasRanges), price > 0 else { return nil }
            let (cost, value) = (one.cost(against: price), price * one.size)
            return cost.isFinite && value.isFinite && value > 0 ? (cost, value) : nil
        }
        guard !priced.isEmpty else { return nil }
        let cost = StableSum.of(priced.map(\.cost))
        let shares = priced.map { $0.cost / $0.value }
        return Row(
            reference: reference, count: priced.count, cost: cost, mean: cost / StableSum.of(priced.map(\.value)),
            median: Quantile.of(unsorted: shares, at: 0.5) ?? 0,
            worse: Double(shares.count { $0 > rounding }) / Double(shares.count))
    }

    /// Prices that differ by less are the same.
    private static let rounding = 1e-9

    private static func price(_ reference: Reference, _ one: Executions.Execution, hasRanges: Bool) -> Double? {
        let bars = one.bars
        switch reference {
        case .decision: return one.fill.decisionPrice
        case .open: return hasRanges ? bars.open[one.place] : nil
        case .middle: return hasRanges ? (bars.high[one.place] + bars.low[one.place]) / 2 : nil
        case .close: return bars.close[one.place]
        case .nextOpen:
            guard hasRanges, one.place + 1 < bars.open.count else { return nil }
            return bars.open[one.place + 1]
        }
    }

    /// Above the high or below the low by more than a millionth.
    private static func isOutside(_ one: Executions.Execution) -> Bool {
        let (high, low) = (one.bars.high[one.place], one.bars.low[one.place])
        let room = 1e-6 * max(high.magnitude, low.magnitude)
        return one.fill.price > high + room || one.fill.price < low - room
    }

    private static func place(_ one: Executions.Execution) -> Double? {
        let (high, low) = (one.bars.high[one.place], one.bars.low[one.place])
        guard high > low else { return nil }
        let place = min(1, max(0, (one.fill.price - low) / (high - low)))
        return one.sign > 0 ? place : 1 - place
    }
}

extension Analysis {
    /// Fills against prices; throws where the run has no prices, or no fills in them.
    public var fillQuality: FillQuality { get throws(Unavailable) { try context(FillQuality.self) } }
}

/// What fills cost against the price that was decided on, which needs no bars.
struct DecisionSlippage: Statistic {
    /// Σ side × (price − decided) × units, money.
    let cost: Double
    /// Σ decided price × units, money.
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        guard let fills = context.run.fills else { throw .noFills }
        let decided = fills.compactMap { fill in fill.decisionPrice.map { (fill: fill, price: $0) } }
        guard !decided.isEmpty else { throw fills.isEmpty ? .noTrade : .noDecisionPrices }
        cost = StableSum.of(decided.map { ($0.fill.price - $0.price) * $0.fill.quantity * $0.fill.multiplier })
        value = StableSum.of(
            decided.map { ($0.price * $0.fill.quantity * $0.fill.multiplier).magnitude })
    }
}
