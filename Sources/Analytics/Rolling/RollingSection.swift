import Series

/// Rolling statistics of the daily view, by the conventions of the numbers of the whole run.
struct RollingSection: Statistic {
    /// By statistic in the order of ``RollingStatistic/all``, then by window; what the run cannot have is left out.
    let series: [RollingSeries]

    /// The rolling statistics of a context. Linear time.
    init(_ context: MetricContext) {
        let windows = Self.windows(for: context.cadence, context.conventions).map { RollingWindow(context, size: $0) }
        series = RollingStatistic.all.flatMap { statistic in
            windows.compactMap { window in
                (try? statistic.values(window)).map { RollingSeries(statistic, over: window, $0) }
            }
        }
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
}

extension Analysis {
    /// Statistics over rolling windows, by statistic and then by window.
    public var rolling: [RollingSeries] { context(RollingSection.self).series }
}
