import RunModel
import Series

/// What was bought and sold, each beside the bar in which it happened: fills, or the entries and exits of trades where the
/// run records no fills.
struct Executions: Statistic {
    /// One execution with its bar.
    struct Execution: Sendable {
        /// What was executed.
        let fill: Fill
        /// The bars of its symbol.
        let bars: PriceHistory.Bars
        /// The bar in which it happened.
        let place: Int

        /// 1 for what was bought, −1 for what was sold.
        var sign: Double { fill.quantity > 0 ? 1 : -1 }
        /// Units times multiplier, positive.
        var size: Double { fill.quantity.magnitude * fill.multiplier }

        /// Money lost against a price: positive where it was worse than that.
        func cost(against price: Double) -> Double { sign * (fill.price - price) * size }
    }

    /// Those whose bar is known, in the order of time.
    let all: [Execution]
    /// How many there are, with and without a bar.
    let count: Int
    /// Whether they were made of trades.
    let areOfTrades: Bool

    init(_ context: MetricContext) throws(Unavailable) {
        let run = context.run
        guard let prices = run.prices else { throw .noPrices }
        areOfTrades = run.fills == nil
        let fills = run.fills ?? Self.fills(of: run.trades ?? [])
        guard !fills.isEmpty else { throw run.trades == nil && run.fills == nil ? .noFills : .noTrade }
        count = fills.count
        all = fills.compactMap { fill in
            guard let bars = prices.bars(of: fill.symbol), let place = prices.place(of: fill.time, in: bars) else {
                return nil
            }
            return Execution(fill: fill, bars: bars, place: place)
        }
        guard !all.isEmpty else { throw .noBars }
    }

    private static func fills(of trades: [Trade]) -> [Fill] {
        var fills: [Fill] = []
        for trade in trades {
            fills.append(
                Fill(
                    time: trade.entry, symbol: trade.symbol, quantity: trade.signedQuantity, price: trade.entryPrice,
                    multiplier: trade.multiplier))
            guard !trade.isOpen else { continue }
            fills.append(
                Fill(
                    time: trade.exit, symbol: trade.symbol, quantity: -trade.signedQuantity, price: trade.exitPrice,
                    multiplier: trade.multiplier))
        }
        // Swift's sort is stable.
        return fills.sorted { $0.time < $1.time }
    }
}

extension Unavailable {
    /// A run without bars of its symbols.
    public static let noPrices = Unavailable("no_prices", "no prices of the symbols given")
    /// A run that records neither fills nor trades.
    public static let noFills = Unavailable("no_fills", "the run records no fills")
    /// Executions outside of all bars.
    public static let noBars = Unavailable("no_bars", "no fill lies in a bar of the prices")
    /// Bars without high and low.
    static let noRanges = Unavailable("no_ranges", "the prices have no highs and lows")
    /// Bars without volumes.
    static let noVolumes = Unavailable("no_volumes", "the prices have no volumes")
    /// Fills without the time of the decision.
    static let noDecisionTimes = Unavailable("no_decision_times", "fills do not say when they were decided on")
    /// Fills without the price at which they were decided.
    public static let noDecisionPrices = Unavailable(
        "no_decision_prices", "fills do not say the price that was decided on")
}
