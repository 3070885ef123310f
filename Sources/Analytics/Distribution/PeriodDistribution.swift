import Glibc
import Series

/// How the returns of one length of time are distributed: of days, weeks, months, quarters or years.
public struct PeriodDistribution: Equatable, Sendable {
    /// Whose returns they are.
    public enum Side: Sendable {
        /// The run's.
        case strategy
        /// Its benchmark's.
        case benchmark
    }

    /// `day`, `week`, `month`, `quarter`, `year`.
    public let period: String
    /// Whose returns they are.
    public let side: Side
    /// Returns of whole periods, ascending; at least one.
    public let sorted: [Double]
    /// Periods that the run covers in part, which are left out.
    public let partialCount: Int
    /// Arithmetic mean.
    public let mean: Double
    /// ∏(1+r)^(1/n) − 1; nil after a total loss.
    public let geometricMean: Double?
    /// Sample standard deviation; nil for one return.
    public let deviation: Double?
    /// G₁; nil for fewer than three returns or none that vary.
    public let skewness: Double?
    /// G₂, excess; nil for fewer than four returns or none that vary.
    public let kurtosis: Double?
    /// Mean excess over its deviation, times the root of the periods in a year; nil where returns do not vary.
    public let sharpe: Double?
    /// Periods of this length in a year.
    public let periodsPerYear: Double
}

extension PeriodDistribution {
    /// How many whole periods.
    public var count: Int { sorted.count }
    /// Share of returns above zero, of all.
    public var winRate: Double { Double(sorted.count { $0 > 0 }) / Double(sorted.count) }
    /// Standard error of the mean, s/√n; nil for one return.
    public var standardError: Double? { deviation.map { $0 / Double(count).squareRoot() } }

    /// The quantile, interpolated linearly.
    public func quantile(_ share: Double) -> Double { Quantile.of(sorted: sorted.span, at: share) ?? 0 }

    /// The distribution of some returns; nil for none.
    init?(
        _ period: String, _ side: Side, _ returns: [Double], partial: Int, perYear: Double, annualRiskFree: Double,
        rounding: Rounding = .none
    ) {
        guard !returns.isEmpty else { return nil }
        let moments = Moments(returns, within: rounding)
        let rate = PeriodicRate.perPeriod(annualRiskFree, periodsPerYear: perYear, conversion: .geometric)
        let spread = moments.sampleDeviation
        self.init(
            period: period, side: side, sorted: AscendingOrder.sorted(returns), partialCount: partial,
            mean: moments.mean, geometricMean: Self.geometricMean(returns), deviation: spread,
            skewness: moments.adjustedSkewness, kurtosis: moments.adjustedExcessKurtosis,
            sharpe: spread.flatMap { $0 > 0 ? (moments.mean - rate) / $0 * perYear.squareRoot() : nil },
            periodsPerYear: perYear)
    }

    private static func geometricMean(_ returns: [Double]) -> Double? {
        guard returns.allSatisfy({ $0 > -1 }) else { return nil }
        return expm1(StableSum.of(returns.map { log1p($0) }) / Double(returns.count))
    }
}

/// Distributions of the returns of every calendar length that a run sees, of the run and its benchmark.
struct PeriodDistributions: Statistic {
    /// The run's, shortest period first, then the benchmark's.
    let all: [PeriodDistribution]

    init(_ context: MetricContext) {
        all =
            Self.distributions(context, .strategy)
            + (context.benchmark.map { Self.distributions($0, .benchmark) } ?? [])
    }

    private static func distributions(_ context: MetricContext, _ side: PeriodDistribution.Side) -> [PeriodDistribution]
    {
        let (calendar, daily) = (context(CalendarReturns.self), context.daily)
        let rate = context.annualRiskFree
        var rows = [PeriodDistribution?]()
        if context.resolution.resolves(.daily) {
            rows.append(
                PeriodDistribution(
                    "day", side, daily.returns, partial: 0, perYear: daily.periodsPerYear, annualRiskFree: rate,
                    rounding: daily.rounding))
        }
        let lengths: [(String, Cadence, [CalendarPeriod], Double)] = [
            ("week", .weekly, calendar.weeks, 365.25 / 7), ("month", .monthly, calendar.months, 12),
            ("quarter", .quarterly, calendar.quarters, 4), ("year", .yearly, calendar.years, 1),
        ]
        for (name, cadence, periods, perYear) in lengths where context.resolution.resolves(cadence) {
            let isCounted = context.conventions.partialPeriods == .counted
            let whole = periods.filter { isCounted || !$0.isPartial }
            rows.append(
                PeriodDistribution(
                    name, side, whole.map(\.value), partial: periods.count - whole.count, perYear: perYear,
                    annualRiskFree: rate))
        }
        return rows.compactMap { $0 }
    }
}

extension Analysis {
    /// How the returns of days, weeks, months, quarters and years are distributed, of whole periods; the run's first, then
    /// the benchmark's. Lengths that the run does not see, or covers none of whole, are not there.
    public var periodDistributions: [PeriodDistribution] { context(PeriodDistributions.self).all }
}
