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
    /// The benchmark's history; nil in the benchmark's own context.
    let benchmark: ReturnHistory?

    /// The context of the run's own returns. Wealth is taken from the account, which is what the engine wrote.
    init(strategyOf run: Run, conventions: Conventions) {
        self.run = run
        self.conventions = conventions
        history = ReturnHistory(of: run, conventions: conventions)
        benchmark = ReturnHistory(ofBenchmarkIn: run, like: history)
        let start = run.equity.values.first ?? 1
        wealth = run.equity.isEmpty ? [1] : start == 1 ? run.equity.values : run.equity.values.map { $0 / start }
        wealthStamps = run.equity.isEmpty ? [history.baseline] : run.equity.stamps
    }

    /// The context of the benchmark's returns.
    init(benchmark: ReturnHistory, of run: Run, conventions: Conventions) {
        self.run = run
        self.conventions = conventions
        history = benchmark
        self.benchmark = nil
        wealth = benchmark.wealth
        wealthStamps = [benchmark.baseline] + benchmark.stamps
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
    private(set) lazy var daily = history.daily(on: run.calendar, conventions: conventions)
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
    /// The daily views of the run and its benchmark at the days that both have.
    private(set) lazy var pairedDaily = PairedDaily(self)
    /// Declines from the running peak.
    private(set) lazy var drawdowns = Drawdowns(
        wealth: wealth, stamps: wealthStamps, baseline: conventions.drawdownBaseline)
    /// Returns by calendar period.
    private(set) lazy var calendar = CalendarReturns(
        daily, calendar: run.calendar, coverageStart: run.baselineIsAdded ? history.dates.first : nil,
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
    var cadence: Cadence { run.calendar.cadence }
}
