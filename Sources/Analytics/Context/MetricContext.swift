import Glibc
import RunModel
import Series

/// What metrics compute from: one history with everything that several of them need, made once, when first asked for.
///
/// Numbers are of the daily view, because minutes do not have the independence that the root of A needs; wealth, drawdown,
/// exposure and run time are of the finest data. The strategy and its benchmark each have a context, so both columns of a
/// table come from the same definitions. Not Sendable: a context lives inside one call of the analyser.
final class MetricContext {
    /// The run.
    let run: Run
    /// The choices in force.
    let conventions: Conventions
    /// The returns under analysis, the finest that there are.
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

    /// A of the returns that ratios are made of.
    var periodsPerYear: Double { view.periodsPerYear }
    /// rf, a rate per year.
    private(set) lazy var annualRiskFree: Double = {
        if case .annual(let rate) = run.riskFree { return rate }
        return history.riskFree.annual(periodsPerYear: history.periodsPerYear)
    }()
    /// The daily view; the history itself where it observes once a day or less.
    private(set) lazy var daily = history.daily(on: sessions, conventions: conventions)
    /// The returns that ratios are made of: the daily view, or the run's own where they have no regular step. Values at the
    /// exits of trades come three on one day and none on the next ten: neither days nor sessions are their unit.
    private(set) lazy var view = cadence == .irregular ? history : daily
    /// Mean and moments of r.
    private(set) lazy var moments = Moments(view.returns, within: view.rounding)
    /// Sums over e = r − f.
    private(set) lazy var excess = ExcessStatistics(of: view, moments: moments)
    /// Mean and moments of the daily view.
    private(set) lazy var dailyMoments = isViewDaily ? moments : Moments(daily.returns, within: daily.rounding)
    /// Mean and moments of the finest returns.
    private(set) lazy var barMoments = Moments(history.returns, within: history.rounding)
    /// Sums over e of the finest returns.
    private(set) lazy var barExcess = ExcessStatistics(of: history, moments: barMoments)
    /// The daily view's returns, ascending.
    private(set) lazy var sortedDaily = AscendingOrder.sorted(daily.returns)
    /// Winning and losing returns.
    private(set) lazy var outcomes = WinLossTally(view.returns)
    /// Winning and losing returns of the daily view.
    private(set) lazy var dailyOutcomes = isViewDaily ? outcomes : WinLossTally(daily.returns)
    /// The trading days of the run's market.
    private(set) lazy var tradingDays = SessionDays(daily, calendar: sessions)
    /// Declines from the running peak.
    private(set) lazy var drawdowns = Drawdowns(wealth: wealth, stamps: wealthStamps)
    /// Returns by calendar period.
    private(set) lazy var calendar = CalendarReturns(
        daily,
        coverage: PeriodCoverage(daily, start: coverageStart, rule: coverageRule),
        baselineIsAdded: baselineIsAdded, conventions: conventions)
    /// Regression and differences against the benchmark.
    private(set) lazy var comparison = BenchmarkComparison(self)
    /// Round trips; nil where the run records none.
    private(set) lazy var trades = run.trades.map { TradeStatistics($0, even: conventions.evenTrades) }
    /// Sums over positions, or why there are none.
    private(set) lazy var positions = Result { () throws(Unavailable) in try PositionStatistics(run) }
    /// Words for conventions.
    private(set) lazy var text = ConventionText(self)
    /// The Sharpe ratio per period with what its uncertainty needs.
    private(set) lazy var sharpeEstimate = Result { () throws(Unavailable) in try SharpeEstimate(self) }

    /// How often the run observes.
    var cadence: Cadence { sessions.cadence }
    /// The usual distance of the daily view's observations in days, looked at where they have no regular step.
    private(set) lazy var usualDistance: Int =
        switch cadence {
        case .irregular: daily.usualDistance
        case .minute, .hourly, .daily: 1
        case .weekly: 7
        case .monthly, .quarterly, .yearly: cadence.months * 30
        }
    /// What one observation of the daily view spans, irregular ones by their usual distance.
    private(set) lazy var resolution: Cadence =
        switch cadence {
        case .irregular: Cadence(days: usualDistance)
        case .minute, .hourly: .daily
        case .daily, .weekly, .monthly, .quarterly, .yearly: cadence
        }
    /// How the series shows that a calendar period is not covered whole.
    private var coverageRule: PeriodCoverage.Rule {
        switch resolution {
        case .minute, .hourly, .daily, .irregular: .sessions(tradingDays)
        case .weekly: .steps(usualDistance)
        case .monthly, .quarterly, .yearly: cadence == .irregular ? .steps(usualDistance) : .months(resolution.months)
        }
    }
    /// Whether ratios are made of session closes, because the run observes within the day.
    var isIntraday: Bool { view.count < history.count }
    /// Whether the returns of ratios are the daily view.
    private var isViewDaily: Bool { view.count == daily.count }
    /// Whether the value before the first return was put there by the reader.
    var baselineIsAdded: Bool { run.baselineIsAdded && history.baseline == run.equity.stamps.first }
    /// The first date that the run covers. A start value that the reader put before the first daily return covers nothing.
    var coverageStart: CalendarDate {
        baselineIsAdded && resolution == .daily ? history.dates.first ?? history.baseline.date : history.baseline.date
    }
}
