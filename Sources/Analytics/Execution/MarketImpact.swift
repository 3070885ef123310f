import RunModel
import Series

/// What the market would have moved against the run, by the square-root law: Y·σ·√(q/V) of the value traded, with σ the daily
/// volatility of the symbol and V its volume a day, both of the days before, so that nothing of the trade's own day is in them.
struct MarketImpact: Statistic {
    /// Y, the constant of the law: of the order of 1 in all markets that were measured.
    static let coefficient = 1.0
    /// Days before the trade that σ and V are of.
    static let window = Liquidity.window
    /// Fewer returns say no σ.
    static let fewestReturns = 5

    /// Σ expected cost, money.
    let cost: Double
    /// Σ value traded of which it is, money.
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        let executions = try context(Executions.self)
        guard context.run.prices?.symbols.contains(where: { $0.volume != nil }) == true else { throw .noVolumes }
        let days = Self.days(executions.all)
        var histories = [String: DailyVolumes]()
        var (costs, values) = ([Double](), [Double]())
        for day in days {
            let history = histories[day.bars.symbol] ?? DailyVolumes(day.bars)
            histories[day.bars.symbol] = history
            guard let share = Self.share(of: day, history) else { continue }
            costs.append(share * day.value)
            values.append(day.value)
        }
        (cost, value) = (StableSum.of(costs), StableSum.of(values))
        guard value > 0, cost.isFinite else { throw .noImpactBasis }
    }

    /// What was traded of a symbol on a day.
    private struct Day {
        let bars: PriceHistory.Bars
        let date: CalendarDate
        var units = 0.0
        var value = 0.0
    }

    /// In the order of the first execution of each.
    private static func days(_ all: [Executions.Execution]) -> [Day] {
        struct Key: Hashable {
            var symbol: String
            var date: CalendarDate
        }
        var (places, days) = ([Key: Int](), [Day]())
        for one in all {
            let key = Key(symbol: one.bars.symbol, date: one.bars.timestamps[one.place].date)
            if places[key] == nil {
                places[key] = days.count
                days.append(Day(bars: one.bars, date: key.date))
            }
            guard let place = places[key] else { continue }
            days[place].units += one.fill.quantity.magnitude
            days[place].value += (one.fill.price * one.size).magnitude
        }
        return days
    }

    /// Y·σ·√(q/V); nil where the days before do not say volatility and volume.
    private static func share(of day: Day, _ history: DailyVolumes) -> Double? {
        guard let place = history.place(of: day.date), place > 0, day.value.isFinite,
            let volume = history.mean(place - 1, over: window), volume > 0,
            let deviation = history.deviation(before: place, over: window)
        else { return nil }
        let share = coefficient * deviation * (day.units / volume).squareRoot()
        return share.isFinite ? share : nil
    }
}

extension MetricKey {
    /// Expected cost of market impact in money.
    public static let impactCost = MetricKey("impact_cost")
    /// Expected cost of market impact per value.
    public static let impactBps = MetricKey("impact_bps")
}

extension MetricDefinition {
    /// What sizes would have cost by moving the market.
    static let ofImpact: [MetricDefinition] = [.impactCost, .impactBps]

    static let impactCost = impact(
        .impactCost, "Expected market impact", .money, places: 0,
        summary: "What the sizes traded would have cost by moving the market, by the square-root law.",
        formula: "Σ Y·σ·√(q/V)·value"
    ) { $0.cost }

    static let impactBps = impact(
        .impactBps, "Expected market impact, basis points", .ratio, places: 1,
        summary: "The same over the value traded, in hundredths of a percent.",
        formula: "10,000·Σ Y·σ·√(q/V)·value/Σ value"
    ) { 10_000 * $0.cost / $0.value }

    private static func impact(
        _ key: MetricKey, _ name: String, _ unit: MetricDeclaration.Unit, places: Int, summary: String,
        formula: String, _ value: @escaping @Sendable (MarketImpact) -> Double
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .trades, unit: unit, places: places, better: .lower, summary: summary,
                formula: formula,
                edgeCases:
                    "q what was bought and sold of a symbol on a day, value what that was worth, V the mean volume and σ the "
                    + "deviation of close-to-close returns of the \(MarketImpact.window) days before (of "
                    + "\(MarketImpact.fewestReturns) returns at least; days without a volume do not count), Y = 1. Trades "
                    + "whose days before are not known do not count. No prices, volumes or executions: n/a.",
                source: "Almgren, Thum, Hauptmann and Li (2005); Tóth and others (2011), Physical Review X 1.",
                appliesToBenchmark: false, hasOwnTable: true),
            inputs: { _ in ["Y 1", "\(MarketImpact.window) days before"] },
            compute: { context throws(Unavailable) in value(try context(MarketImpact.self)) })
    }
}

extension Unavailable {
    /// Executions on days without days before them.
    static let noImpactBasis = Unavailable(
        "no_impact_basis", "no trade has days with returns and volumes before it")
}
