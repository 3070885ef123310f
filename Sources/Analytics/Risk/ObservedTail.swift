import Series

/// The lower end of the returns of the daily view as they were observed.
struct ObservedTail: Statistic {
    /// The returns, ascending; at least one.
    let sorted: [Double]
    /// What a return is called where there are too few: `days` of an intraday run.
    private let noun: String

    /// Throws where there is no return.
    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireReturns()
        sorted = context(SortedReturns.self).values
        noun = context.isIntraday ? "days" : "returns"
    }

    /// The quantile of the returns, interpolated linearly.
    func quantile(_ share: Double) throws(Unavailable) -> Double {
        guard let quantile = Quantile.of(sorted: sorted.span, at: share) else { throw .noReturns }
        return quantile
    }

    /// Throws where there are too few returns for a tail: 100 for 99 %, 20 for 95 %.
    func requireObservations(_ level: Int) throws(Unavailable) {
        let needed = level == 99 ? 100 : 20
        guard sorted.count >= needed else { throw .fewerThan(needed, noun) }
    }

    /// VaR at 95 or 99 %.
    func valueAtRisk(_ level: Int) throws(Unavailable) -> Double {
        try requireObservations(level)
        return try quantile(Double(100 - level) / 100)
    }

    /// CVaR at 95 or 99 %. Linear time.
    func shortfall(_ level: Int, _ conventions: Conventions) throws(Unavailable) -> Double {
        try requireObservations(level)
        let share = Double(100 - level) / 100
        switch conventions.historicalTail {
        case .atOrBelowQuantile: return TailMean.of(sorted.span, atOrBelow: try quantile(share))
        case .belowQuantile: return TailMean.of(sorted.span, atOrBelow: try quantile(share).nextDown)
        case .lowestCount:
            let last = Int(exactly: (Double(sorted.count - 1) * share).rounded(.down)) ?? 0
            return StableSum.of(Array(sorted.prefix(last + 1))) / Double(last + 1)
        }
    }
}
