import Series

/// What one factor explains of a run.
public struct FactorExposure: Equatable, Sendable {
    /// As the file names it; `Alpha` for what no factor explains.
    public let name: String
    /// Coefficient of the regression; of alpha per year.
    public let exposure: Double
    /// Standard error for independent residuals of one variance.
    public let error: Double
    /// Exposure over its error.
    public let statistic: Double
    /// Two-sided p-value.
    public let probability: Double
    /// Newey and West's standard error.
    public let neweyWestError: Double
    /// Its t.
    public let neweyWestStatistic: Double
    /// Its p-value.
    public let neweyWestProbability: Double
    /// Exposure × mean return of the factor, per year; of alpha the alpha. They sum to the mean excess return per year.
    public let contribution: Double
    /// Whether it is alpha.
    public let isAlpha: Bool
}

/// The regression of a run's excess returns on factors.
public struct FactorSection: Equatable, Sendable {
    /// Alpha, then the factors in the file's order.
    public let rows: [FactorExposure]
    /// Share of the variance that the factors explain.
    public let rSquared: Double
    /// Share that they explain, less what so many factors explain by chance.
    public let adjustedRSquared: Double
    /// Observations.
    public let count: Int
    /// Lag of the Newey–West errors.
    public let lag: Int
    /// Observations in a year.
    public let periodsPerYear: Double
}

/// The regression over the whole run.
struct FactorRegression: Statistic {
    let section: FactorSection

    init(_ context: MetricContext) throws(Unavailable) {
        let data = try context(FactorAlignment.self)
        guard data.varies else { throw .constant }
        section = try Self.section(data)
    }

    private static func section(_ data: FactorAlignment) throws(Unavailable) -> FactorSection {
        guard data.excess.count > data.factors.count + 2 else { throw .noFactorOverlap }
        guard let fit = LeastSquares(data.excess, on: data.factors) else { throw .collinear }
        guard let explained = fit.rSquared, fit.residualDeviation > 0 else { throw .exactFit }
        let lag = LeastSquares.lag(for: fit.count)
        let (plain, robust) = (fit.standardErrors, fit.neweyWestErrors(lag: lag))
        let freedom = Double(fit.freedom)
        let rows = fit.coefficients.indices.map { place -> FactorExposure in
            let isAlpha = place == 0
            let scale = isAlpha ? data.periodsPerYear : 1
            let coefficient = fit.coefficients[place]
            let mean = isAlpha ? 1 : BenchmarkComparison.mean(data.factors[place - 1])
            let (plainT, robustT) = (coefficient / plain[place], coefficient / robust[place])
            return FactorExposure(
                name: isAlpha ? "Alpha" : data.names[place - 1], exposure: coefficient * scale,
                error: plain[place] * scale, statistic: plainT,
                probability: StudentDistribution.twoSidedTail(plainT, freedom: freedom),
                neweyWestError: robust[place] * scale, neweyWestStatistic: robustT,
                neweyWestProbability: StudentDistribution.twoSidedTail(robustT, freedom: freedom),
                contribution: coefficient * mean * data.periodsPerYear, isAlpha: isAlpha)
        }
        guard rows.allSatisfy({ $0.statistic.isFinite && $0.neweyWestStatistic.isFinite }) else { throw .exactFit }
        let spread = Double(fit.count - 1) / freedom
        return FactorSection(
            rows: rows, rSquared: explained, adjustedRSquared: 1 - (1 - explained) * spread, count: fit.count, lag: lag,
            periodsPerYear: data.periodsPerYear)
    }
}

/// Exposures in windows that move through the run, of a year's observations each.
struct RollingExposures: Statistic {
    /// One series per factor.
    let series: [(name: String, series: TimeSeries)]
    /// Observations in a window.
    let window: Int

    init(_ context: MetricContext) throws(Unavailable) {
        let data = try context(FactorAlignment.self)
        let year = Int(exactly: data.periodsPerYear.rounded()) ?? 252
        let width = max(year < 30 ? 3 * year : year, data.factors.count * 4)
        guard data.excess.count > width else { throw .shorterThanWindows }
        // About a thousand windows at most: neighbours share nearly all of their observations.
        let step = max(1, (data.excess.count - width) / 1000, year >= 200 ? 5 : 1)
        var (moments, columns) = ([Timestamp](), [[Double]](repeating: [], count: data.factors.count))
        for end in stride(from: data.excess.count, through: width, by: -step) {
            let range = (end - width)..<end
            guard let fit = LeastSquares(Array(data.excess[range]), on: data.factors.map { Array($0[range]) }) else {
                continue
            }
            moments.append(data.timestamps[end - 1])
            for index in columns.indices { columns[index].append(fit.coefficients[index + 1]) }
        }
        guard moments.count > 1 else { throw .collinear }
        window = width
        series = zip(data.names, columns).map {
            ($0, TimeSeries(timestamps: moments.reversed(), values: $1.reversed()))
        }
    }
}

extension Analysis {
    /// What factors explain of the run; throws where none are given or they do not overlap.
    public var factors: FactorSection { get throws(Unavailable) { try context(FactorRegression.self).section } }

    /// Exposures to factors in windows of a year of observations, of three years for monthly and slower factors.
    public func rollingExposures() throws(Unavailable) -> (window: Int, series: [(name: String, series: TimeSeries)]) {
        let rolling = try context(RollingExposures.self)
        return (rolling.window, rolling.series)
    }
}
