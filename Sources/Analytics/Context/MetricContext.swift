import Glibc
import RunModel
import Series

/// What metrics compute from: one history with everything that several of them need, made once, when first asked for.
///
/// The strategy and its benchmark each have one, so both columns of a table come from the same definitions. Not Sendable:
/// a context lives inside one call of the analyser.
final class MetricContext {
    /// The run.
    let run: Run
    /// The choices in force.
    let conventions: Conventions
    /// The returns under analysis.
    let history: ReturnHistory
    /// W, growth of 1: before the first return and after each.
    let wealth: [Double]
    /// The baseline and every stamp: the moments of ``wealth``.
    let wealthStamps: [Timestamp]
    /// What a year of these returns is: the run's calendar, or the benchmark's own.
    let sessions: TradingCalendar
    /// The benchmark's context; nil without one, and in the benchmark's own.
    let benchmark: MetricContext?
    /// Whether these are the benchmark's own returns.
    let isBenchmark: Bool

    /// The context of the run's own returns. Wealth is taken from the account, which is what the engine wrote.
    init(strategyOf run: Run, conventions: Conventions) {
        self.run = run
        self.conventions = conventions
        history = ReturnHistory(of: run, conventions: conventions)
        sessions = run.calendar
        isBenchmark = false
        benchmark = MetricContext(benchmarkOf: run, conventions: conventions)
        let start = run.equity.values.first ?? 1
        wealth = run.equity.isEmpty ? [1] : start == 1 ? run.equity.values : run.equity.values.map { $0 / start }
        wealthStamps = run.equity.isEmpty ? [history.baseline] : run.equity.stamps
    }

    /// The context of the benchmark's own returns; nil where the run has none.
    private init?(benchmarkOf run: Run, conventions: Conventions) {
        guard let benchmark = run.benchmark, let own = ReturnHistory(ofBenchmarkIn: run, conventions: conventions)
        else { return nil }
        self.run = run
        self.conventions = conventions
        history = own
        sessions = benchmark.calendar
        isBenchmark = true
        self.benchmark = nil
        wealth = own.wealth
        wealthStamps = [own.baseline] + own.stamps
    }

    /// A.
    var periodsPerYear: Double { history.periodsPerYear }
    /// rf, a rate per year.
    private(set) lazy var annualRiskFree: Double = {
        if case .annual(let rate) = run.riskFree { return rate }
        return history.riskFree.annual(periodsPerYear: periodsPerYear)
    }()
    /// Mean and moments of r.
    private(set) lazy var moments = Moments(history.returns, within: history.rounding)
    /// Sums over e = r − f.
    private(set) lazy var excess = ExcessStatistics(of: history, moments: moments)
    /// The daily view.
    private(set) lazy var daily = history.daily(on: sessions, conventions: conventions)
    /// Mean and moments of the daily view; the run's own where they are the same.
    private(set) lazy var dailyMoments = isOwnDailyView ? moments : Moments(daily.returns, within: daily.rounding)
    /// The daily view's returns, ascending.
    private(set) lazy var sortedDaily = AscendingOrder.sorted(daily.returns)
    /// Whether the run's own periods are its daily view.
    private var isOwnDailyView: Bool { daily.count == history.count }
    /// Winning and losing returns of the run's own periods.
    private(set) lazy var outcomes = PeriodOutcomes(history.returns)
    /// Winning and losing returns of the daily view.
    private(set) lazy var dailyOutcomes = isOwnDailyView ? outcomes : PeriodOutcomes(daily.returns)
    /// Declines from the running peak.
    private(set) lazy var drawdowns = Drawdowns(
        wealth: wealth, stamps: wealthStamps, baseline: conventions.drawdownBaseline)
    /// Returns by calendar period.
    private(set) lazy var calendar = CalendarReturns(
        daily, calendar: sessions, coverageStart: coverageStart,
        conventions: conventions)
    /// Regression and differences against the benchmark.
    private(set) lazy var comparison = BenchmarkComparison(self)
    /// Round trips; nil where the run records none.
    private(set) lazy var trades = run.trades.map { TradeStatistics($0) }
    /// Words for conventions.
    private(set) lazy var text = ConventionText(self)
    /// The Sharpe ratio per period with what its uncertainty needs.
    private(set) lazy var sharpeEstimate = Result { () throws(Absence) in try SharpeEstimate(self) }

    /// Throws where there are too few returns for a mean.
    func requireReturns(_ count: Int = 1) throws(Absence) {
        guard history.count < count else { return }
        switch history.count {
        case 0: throw .noReturns
        case 1: throw .oneReturn
        case 2: throw .twoReturns
        default: throw .threeReturns
        }
    }

    /// Throws where a number per year would stretch a short span.
    func requireYear() throws(Absence) {
        try requireReturns()
        guard history.elapsedDays > 0 else { throw .noTime }
        guard conventions.annualiseShort || history.elapsedDays >= 90 else { throw .short }
    }

    /// How often the daily view observes.
    var cadence: Cadence { sessions.cadence }

    /// From when on these returns were observed, where their start value was only added.
    private var coverageStart: CalendarDate? {
        run.baselineIsAdded && history.baseline == run.equity.stamps.first ? history.dates.first : nil
    }
}
