import Series

/// Rolling statistics of the daily view.
struct RollingSection {
    private let context: MetricContext
    private let daily: ReturnHistory
    private let excess: [Double]
    private let root: Double

    /// The rolling statistics of a context.
    init(_ context: MetricContext) {
        self.context = context
        daily = context.daily
        excess = daily.riskFree.excess(of: daily.returns)
        root = daily.periodsPerYear.squareRoot()
    }

    /// How many observations each window holds: half a year and a year, longer for slow series.
    static func windows(for cadence: Cadence) -> [Int] {
        switch cadence {
        case .minute, .hourly, .daily, .irregular: [126, 252]
        case .weekly: [26, 52]
        case .monthly: [12, 36]
        case .quarterly: [8, 20]
        case .yearly: []
        }
    }

    /// Volatility, Sharpe, Sortino and, with a benchmark, beta, for each window. A window in which a statistic has no
    /// value (nothing varies, nothing lies below the target) has no point.
    func series() -> [RollingSeries] {
        let windows = Self.windows(for: context.cadence)
        var lists = [[RollingSeries]](repeating: [], count: 4)
        for window in windows {
            let spread = MovingWindow.statistics(excess, excess, window: window, of: SpreadWindow.self)
            lists[0].append(volatility(window, spread))
            lists[1].append(sharpe(window, spread))
            lists[2].append(sortino(window, spread))
            if context.benchmark != nil { lists[3].append(beta(window)) }
        }
        return lists.flatMap { $0 }
    }

    private func volatility(_ window: Int, _ spread: [SpreadWindow]) -> RollingSeries {
        var windows = spread
        if case .column = daily.riskFree {
            windows = MovingWindow.statistics(daily.returns, daily.returns, window: window, of: SpreadWindow.self)
        }
        return made("volatility", "volatility", window, windows.map { $0.deviation * root })
    }

    private func sharpe(_ window: Int, _ spread: [SpreadWindow]) -> RollingSeries {
        made("sharpe", "Sharpe ratio", window, spread.map { $0.mean / $0.deviation * root })
    }

    private func sortino(_ window: Int, _ spread: [SpreadWindow]) -> RollingSeries {
        let values = spread.map { $0.mean / ($0.downsideSquares / $0.count).squareRoot() * root }
        return made("sortino", "Sortino ratio", window, values)
    }

    private func beta(_ window: Int) -> RollingSeries {
        let pairs = context.comparison
        let rate = context.conventions.regressionReturns == .excess ? pairs.riskFree : .constant(0)
        let windows = MovingWindow.statistics(
            rate.excess(of: pairs.benchmark), rate.excess(of: pairs.returns), window: window, of: PairWindow.self)
        return made("beta", "beta", window, windows.map { $0.products / $0.squares }, stamps: pairs.stamps)
    }

    private static func defined(_ stamps: [Timestamp], _ values: [Double]) -> TimeSeries {
        if values.allSatisfy(\.isFinite) { return TimeSeries(stamps: stamps, values: values) }
        let chosen = values.indices.filter { values[$0].isFinite }
        return TimeSeries(stamps: chosen.map { stamps[$0] }, values: chosen.map { values[$0] })
    }

    private func made(
        _ statistic: String, _ name: String, _ window: Int, _ values: [Double], stamps: [Timestamp]? = nil
    ) -> RollingSeries {
        let ends = Array((stamps ?? daily.stamps).dropFirst(window - 1))
        let series = Self.defined(ends, values)
        return RollingSeries(
            key: "rolling_\(statistic)_\(window)", label: "Rolling \(name), \(window) \(context.cadence.periodNoun)",
            statistic: statistic, window: window, series: series,
            mean: series.isEmpty ? nil : StableSum.of(series.values) / Double(series.count),
            current: series.stamps.last == ends.last ? series.values.last : nil)
    }
}
