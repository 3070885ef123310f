import Series

/// Value at risk held against what came: forecasts without looking ahead, and the days that fell below them.
public struct ValueAtRiskBacktest: Statistic {
    /// A day whose return was below a forecast.
    public struct Exceedance: Equatable, Sendable {
        /// When.
        public let timestamp: Timestamp
        /// Its return.
        public let value: Double
        /// The forecast at 95 %.
        public let var95: Double
        /// The forecast at 99 %; nil where the window is too short for one.
        public let var99: Double?
        /// The highest level whose forecast failed: 95 or 99.
        public var level: Int { var99.map { value < $0 } == true ? 99 : 95 }
    }

    /// How many observations a forecast looks back on.
    public let window: Int
    /// The forecasts at 95 %, each at the observation that it is for.
    public let var95: TimeSeries
    /// The forecasts at 99 %; empty where the window is shorter than a hundred.
    public let var99: TimeSeries
    /// The returns that were forecast.
    public let returns: TimeSeries
    /// The failures in time order.
    public let exceedances: [Exceedance]
    /// The tests of 95 %.
    public let test95: CoverageTest
    /// The tests of 99 %; nil where there are no forecasts.
    public let test99: CoverageTest?

    /// Throws where no observation lies behind a whole window.
    init(_ context: MetricContext) throws(Unavailable) {
        let tail = try context(RollingTail.self)
        window = tail.window
        var95 = TimeSeries(timestamps: tail.timestamps, values: tail.var95)
        var99 =
            tail.var99.isEmpty
            ? TimeSeries(timestamps: TimeAxis(), values: [])
            : TimeSeries(timestamps: tail.timestamps, values: tail.var99)
        returns = TimeSeries(timestamps: tail.timestamps, values: tail.returns)
        exceedances = tail.returns.indices.filter {
            tail.returns[$0] < tail.var95[$0] || (!tail.var99.isEmpty && tail.returns[$0] < tail.var99[$0])
        }.map { index in
            Exceedance(
                timestamp: tail.timestamps[index], value: tail.returns[index], var95: tail.var95[index],
                var99: tail.var99.isEmpty ? nil : tail.var99[index])
        }
        test95 = CoverageTest(zip(tail.returns, tail.var95).map { $0 < $1 }, share: 0.05)
        test99 = tail.var99.isEmpty ? nil : CoverageTest(zip(tail.returns, tail.var99).map { $0 < $1 }, share: 0.01)
    }

    /// The tests of a level; throws where there are no forecasts of 99 %.
    func test(_ level: Int) throws(Unavailable) -> CoverageTest {
        guard level == 99 else { return test95 }
        guard let test99 else { throw .fewerThan(100, "returns in a window") }
        return test99
    }
}

extension Analysis {
    /// Whether the run is long enough for ``valueAtRiskBacktest``; computes nothing of it.
    public var hasValueAtRiskBacktest: Bool { context.daily.count > RollingTail.window(context.cadence) }
    /// Value at risk held against what came; throws where the run is no longer than one window.
    public var valueAtRiskBacktest: ValueAtRiskBacktest {
        get throws(Unavailable) { try context(ValueAtRiskBacktest.self) }
    }
}
