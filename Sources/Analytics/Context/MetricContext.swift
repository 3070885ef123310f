import RunModel
import Series

/// What metrics and sections compute from: one history of returns under one set of conventions, and every statistic of
/// it that something has asked for.
///
/// Numbers are of the daily view, because minutes do not have the independence that the root of A needs; growth, drawdown,
/// exposure and run time are of the finest data. The strategy and its benchmark each have a context, so both columns of a
/// table come from the same definitions.
final class MetricContext: Sendable {
    /// The run.
    let run: Run
    /// The choices in force.
    let conventions: Conventions
    /// The returns under analysis, the finest that there are.
    let history: ReturnHistory
    /// What a year of these returns is: the run's calendar, or the benchmark's own.
    let sessions: TradingCalendar
    /// Whether these are the benchmark's own returns.
    let isBenchmark: Bool
    private let cache = StatisticCache()

    /// The context of the run's own returns.
    init(strategyOf run: Run, conventions: Conventions) {
        self.run = run
        self.conventions = conventions
        history = ReturnHistory(of: run, conventions: conventions)
        sessions = run.calendar
        isBenchmark = false
    }

    /// The context of the benchmark's own returns; nil where the run has none.
    init?(benchmarkOf run: Run, conventions: Conventions) {
        guard let benchmark = run.benchmark, let own = ReturnHistory(ofBenchmarkIn: run, conventions: conventions)
        else { return nil }
        self.run = run
        self.conventions = conventions
        history = own
        sessions = benchmark.calendar
        isBenchmark = true
    }

    /// A statistic of this history, computed when first asked for.
    func callAsFunction<Value: Statistic>(_ type: Value.Type) throws(Value.Failure) -> Value {
        try cache.value(type, in: self)
    }

    /// The names of the statistics that have been computed.
    var computed: [String] { cache.names }

    /// How often the history observes.
    var cadence: Cadence { sessions.cadence }
    /// The returns that ratios are made of: the daily view, or the run's own where they have no regular step. Values at the
    /// exits of trades come three on one day and none on the next ten: neither days nor sessions are their unit.
    var view: ReturnHistory { cadence == .irregular ? history : daily }
    /// A of the returns that ratios are made of.
    var periodsPerYear: Double { view.periodsPerYear }
    /// Whether ratios are made of session closes, because the run observes within the day.
    var isIntraday: Bool { view.count < history.count }
    /// Whether the returns of ratios are the daily view.
    var isViewDaily: Bool { view.count == daily.count }
    /// Words for conventions.
    var text: ConventionText { self(ConventionText.self) }
}

extension ConventionText: Statistic {}
