import Series

/// Rolling statistics of the daily view, by the conventions of the numbers of the whole run.
struct RollingSection {
    private let context: MetricContext
    private let daily: ReturnHistory

    /// The rolling statistics of a context.
    init(_ context: MetricContext) {
        self.context = context
        daily = context.daily
    }

    /// How many observations each window holds: half a year and a year, longer for slow series.
    static func windows(for cadence: Cadence, _ conventions: Conventions) -> [Int] {
        switch cadence {
        case .minute, .hourly, .daily, .irregular: [conventions.rollingWindows == .halfYearAndYear ? 126 : 132, 252]
        case .weekly: [26, 52]
        case .monthly: [12, 36]
        case .quarterly: [8, 20]
        case .yearly: []
        }
    }

    /// Volatility, Sharpe, Sortino and, with a benchmark, beta, for each window. A window in which a statistic has no
    /// value (nothing varies, nothing lies below the target) has no point. Linear time.
    func series() -> [RollingSeries] {
        let windows = Self.windows(for: context.cadence, context.conventions)
        var lists = [[RollingSeries]](repeating: [], count: 4)
        for window in windows {
            let spreads = WindowSpreads(context, window: window)
            lists[0].append(made("volatility", "volatility", window, spreads.volatility))
            lists[1].append(made("sharpe", "Sharpe ratio", window, spreads.sharpe))
            lists[2].append(made("sortino", "Sortino ratio", window, spreads.sortino))
            if context.benchmark != nil { lists[3].append(beta(window)) }
        }
        return lists.flatMap { $0 }
    }

    /// No point where the benchmark does not vary within the window.
    private func beta(_ window: Int) -> RollingSeries {
        let pairs = context.comparison
        let rate = context.conventions.regressionReturns == .excess ? pairs.riskFree : .constant(0)
        let benchmark = rate.excess(of: pairs.benchmark)
        let windows = MovingWindow.statistics(
            benchmark, rate.excess(of: pairs.returns), window: window, of: PairWindow.self)
        let flat = MovingWindow.flat(
            benchmark, window: window, squares: windows.map(\.squares), within: pairs.benchmarkRounding)
        let values = windows.indices.map { index in
            flat?[index] == true ? .nan : windows[index].products / windows[index].squares
        }
        return made("beta", "beta", window, values, stamps: pairs.stamps)
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
