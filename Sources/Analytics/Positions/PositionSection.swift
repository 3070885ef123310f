import Series

/// What was held: exposure over time, and the symbols with the largest weights. Weights are fractions of the account's
/// value at the same moment.
public struct PositionSection: Statistic {
    /// One symbol over the whole run.
    public struct Holding: Equatable, Sendable {
        /// As the positions name it.
        public let symbol: String
        /// Mean size of the weight over all moments, those without the symbol included; never negative.
        public let meanWeight: Double
        /// The weight of the largest size, negative where it was short.
        public let maxWeight: Double
        /// Share of the moments at which the symbol was held.
        public let held: Double
        /// The weight at the last moment.
        public let lastWeight: Double
    }

    /// Sum of the weights above zero.
    public let long: TimeSeries
    /// Sum of the weights below zero, negative or zero.
    public let short: TimeSeries
    /// Long and short together.
    public let net: TimeSeries
    /// How many symbols were held.
    public let holdings: TimeSeries
    /// Every symbol that was ever held, the largest mean weight first, then by name.
    public let top: [Holding]
}

extension PositionSection {
    /// The section of a run's positions; throws why there are none.
    init(_ context: MetricContext) throws(Unavailable) {
        let positions = try context(PositionStatistics.self)
        let timestamps = positions.timestamps
        long = TimeSeries(timestamps: timestamps, values: positions.long)
        short = TimeSeries(timestamps: timestamps, values: positions.short)
        net = TimeSeries(
            timestamps: timestamps, values: timestamps.indices.map { positions.long[$0] + positions.short[$0] })
        holdings = TimeSeries(timestamps: timestamps, values: positions.counts)
        top = positions.holdings
    }
}

extension Analysis {
    /// What was held over time; throws where the run records no positions, or no account value beside them.
    public var positions: PositionSection { get throws(Unavailable) { try context(PositionSection.self) } }
}
