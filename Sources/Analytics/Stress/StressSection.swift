import RunModel
import Series

/// What a run did in named stretches of history.
public struct StressSection: Statistic {
    /// One stretch that the run covers, whole or in part.
    public struct Episode: Sendable {
        /// Which.
        public let period: StressPeriod
        /// The run from its last value at or before the start to its last at or before the end: W/W₀ − 1.
        public let value: Double
        /// The benchmark over the same time; nil where it does not cover it.
        public let benchmark: Double?
        /// The deepest fall from a peak within the stretch, zero or negative.
        public let drawdown: Double
        /// Whether the run covers only a part.
        public let isPartial: Bool
        /// Growth since the start of the stretch, the start included.
        public let growth: TimeSeries
        /// The benchmark's growth; nil as ``benchmark``.
        public let benchmarkGrowth: TimeSeries?
    }

    /// The stretches in which the run has values, in the order given.
    public let episodes: [Episode]
    /// How many stretches were asked for.
    public let asked: Int

    /// The section of a context; throws where the run covers none of its stretches.
    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireReturns()
        let own = context(GrowthLevels.self)
        let other = context.benchmark.map { $0(GrowthLevels.self) }
        let step = context.usualDistance
        asked = context.run.stressPeriods.count
        episodes = context.run.stressPeriods.compactMap { period in
            guard let span = Self.span(own, period, step) else { return nil }
            let growth = Self.growth(own, span)
            let matched = other.flatMap { levels in Self.whole(levels, period, step).map { Self.growth(levels, $0) } }
            return Episode(
                period: period, value: (growth.values.last ?? 1) - 1, benchmark: matched?.values.last.map { $0 - 1 },
                drawdown: Drawdowns(wealth: growth.values, timestamps: growth.timestamps).maximum,
                isPartial: Self.whole(own, period, step) == nil, growth: growth, benchmarkGrowth: matched)
        }
        guard !episodes.isEmpty else { throw .noStress }
    }

    /// The places of the last levels at or before both ends, the first level where the run begins later; nil where no
    /// level lies within.
    fileprivate static func span(_ levels: GrowthLevels, _ period: StressPeriod, _ step: Int) -> ClosedRange<Int>? {
        // A fortnight cannot be seen in a series of months.
        guard step <= 1 || period.end.day - period.start.day >= 2 * step else { return nil }
        let first = max(0, levels.count(through: period.start) - 1)
        let last = levels.count(through: period.end) - 1
        // What lost everything has no growth from there on.
        return last > first && levels.values[first] > 0 ? first...last : nil
    }

    /// The same where the levels reach from the start to the end, but for a few days that markets are closed.
    private static func whole(_ levels: GrowthLevels, _ period: StressPeriod, _ step: Int) -> ClosedRange<Int>? {
        guard let span = span(levels, period, step), let last = levels.timestamps.last else { return nil }
        let slack = max(5, step)
        let begins = levels.timestamps[span.lowerBound].date
        guard begins <= period.start, period.start.day - begins.day <= slack, last.date.day + slack >= period.end.day
        else { return nil }
        return span
    }

    private static func growth(_ levels: GrowthLevels, _ span: ClosedRange<Int>) -> TimeSeries {
        let start = levels.values[span.lowerBound]
        return TimeSeries(
            timestamps: levels.timestamps.part(Range(span)), values: span.map { levels.values[$0] / start })
    }

    /// The stretch that cost most.
    public var worst: Episode? { episodes.min { $0.value < $1.value } }
}

extension GrowthLevels {
    /// How many levels are dated at or before a day.
    fileprivate func count(through date: CalendarDate) -> Int {
        timestamps.partitioningIndex { $0.date > date }
    }
}

extension Unavailable {
    /// A run that covers no named stretch of history.
    public static let noStress = Unavailable("no_stress_period", "the run covers none of the stress periods")
}

extension MetricKey {
    /// Worst stress period.
    public static let stressWorstReturn = MetricKey("stress_worst_return")
}

extension MetricDefinition {
    static let stress: [MetricDefinition] = [
        definition(
            "stress_periods", "Stress periods covered", .count, 0, .neither,
            "How many named stress periods the run covers, whole or in part.",
            "count(periods in which the run has a return)"
        ) { section throws(Unavailable) in Double(section.episodes.count) },
        definition(
            MetricKey.stressWorstReturn.rawValue, "Worst stress period", .fraction, 1, .higher,
            "What the run earned in the stress period that cost it most.", "min(W_to/W_from − 1)"
        ) { section throws(Unavailable) in section.worst?.value ?? 0 },
        definition(
            "stress_worst_drawdown", "Deepest drawdown in a stress period", .fraction, 1, .higher,
            "The deepest fall from a peak within one of the stress periods.", "min(W/max(W) − 1) within periods"
        ) { section throws(Unavailable) in section.episodes.map(\.drawdown).min() ?? 0 },
    ]

    private static func definition(
        _ key: String, _ name: String, _ unit: MetricDeclaration.Unit, _ places: Int,
        _ better: MetricDeclaration.Direction, _ summary: String, _ formula: String,
        _ value: @escaping @Sendable (StressSection) throws(Unavailable) -> Double
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: MetricKey(key), name: name, group: .risk, unit: unit, places: places, better: better,
                summary: summary, formula: formula,
                edgeCases: "From the last value at or before a period's first day to the last at or before its last. A "
                    + "series slower than a day needs a period of two steps. No period covered: n/a.",
                appliesToBenchmark: false, hasOwnTable: true),
            inputs: { _ in [] },
            compute: { context throws(Unavailable) in try value(try context(StressSection.self)) })
    }
}

extension Analysis {
    /// What the run did in named stretches of history; throws where it covers none.
    public var stress: StressSection { get throws(Unavailable) { try context(StressSection.self) } }
    /// Whether the run covers a stress period; computes nothing of ``stress``.
    public var hasStress: Bool {
        let (levels, step) = (context(GrowthLevels.self), context.usualDistance)
        return run.stressPeriods.contains { StressSection.span(levels, $0, step) != nil }
    }
}
