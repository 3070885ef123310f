import RunModel
import Series

/// The portfolio of Bacon's book, for which the book and PerformanceAnalytics' manual print numbers.
extension SelfCheck {
    private static let portfolio = [
        0.003, 0.026, 0.011, -0.01, 0.015, 0.025, 0.016, 0.067, -0.014, 0.04, -0.005, 0.081, 0.04, -0.037, -0.061,
        0.017, -0.049, -0.022, 0.07, 0.058, -0.065, 0.024, -0.005, -0.009,
    ]
    private static let market = [
        0.002, 0.025, 0.018, -0.011, 0.014, 0.018, 0.014, 0.065, -0.015, 0.042, -0.006, 0.083, 0.039, -0.038, -0.062,
        0.015, -0.048, 0.021, 0.06, 0.056, -0.067, 0.019, -0.003, 0.0,
    ]
    private static let book =
        "Bacon (2008), Practical Portfolio Performance Measurement and Attribution, as PerformanceAnalytics' manual has it"
    private static let record = "PerformanceAnalytics 2.1.0, its record of its own examples, Bacon's portfolio"
    private static let manual = "PerformanceAnalytics' manual, Bacon's portfolio"

    static var bacon: [PublishedNumber] {
        let peers = metrics(.performanceAnalytics)
        let own = metrics(.standard)
        return [
            number(record, "adjusted Sharpe ratio", "0.7913", isCut: true, peers, .adjustedSharpe),
            number(record, "appraisal ratio", "-0.4302", isCut: true, peers, .appraisalRatio),
            number(record, "M²", "0.1006", isCut: true, peers, .mSquared),
            number(
                book, "adjusted Sharpe ratio", "0.7591435",
                note: "of the geometric Sharpe ratio, as releases up to 2.0",
                peers, .adjustedSharpe),
            number(book, "appraisal ratio", "-0.430", peers, .appraisalRatio),
            number(book, "Jensen's alpha", "-0.014", peers, .jensenAlpha),
            number(book, "M²", "0.10062", peers, .mSquared),
            number(book, "specific risk", "0.0329", peers, .specificRisk),
            number(book, "Burke ratio", "0.74", peers, .burkeRatio),
            number(book, "Martin ratio", "1.70", note: "the package itself gives 1.69", peers, .martinRatio),
            number(book, "pain index", "0.04", peers, .painIndex),
            number(book, "pain ratio", "2.66", note: "the package itself gives 2.59", peers, .painRatio),
            number(book, "excess kurtosis, sample", "-0.41", own, .kurtosis),
            PublishedNumber(
                book, "Bernardo–Ledoit ratio, gain to pain plus one", "1.78", own.number(.gainToPain).map { $0 + 1 }),
            number(manual, "tracking error", "0.0336397151412", isCut: true, peers, .trackingError),
            number(manual, "beta", "0.99885020862", isCut: true, peers, .beta),
            number(manual, "maximum drawdown", "-0.14467295573922", isCut: true, peers, .maxDrawdown),
            number(manual, "average drawdown", "-0.04341823893480", isCut: true, peers, .averageDrawdown),
        ]
    }

    /// With a minimum acceptable return of half a percent a month.
    static var target: [PublishedNumber] {
        let rate = 0.061_677_811_864_497_65  // 1.005¹² − 1
        let peers = metrics(.performanceAnalytics, riskFree: rate)
        return [
            number(book, "downside deviation, 0.5 % a month", "0.0255", peers, .downsideDeviation),
            number(book, "upside risk, 0.5 % a month", "0.02937", peers, .upsideDeviation),
            number(book, "Sortino ratio (Kappa of order two), 0.5 % a month", "0.157", peers, .sortino),
            PublishedNumber(
                book, "Omega–Sharpe ratio, 0.5 % a month: Omega less one", "0.29",
                peers.number(.omega).map { $0 - 1 }),
        ]
    }

    private static func number(
        _ source: String, _ subject: String, _ printed: String, note: String = "", isCut: Bool = false,
        _ metrics: MetricSet, _ key: MetricKey
    ) -> PublishedNumber {
        PublishedNumber(source, subject, printed, note: note, isCut: isCut, metrics.number(key))
    }

    /// The portfolio's metrics: month ends of 2000 and 2001.
    private static func metrics(_ conventions: Conventions, riskFree: Double = 0) -> MetricSet {
        let first = CalendarDate(year: 2000, month: 1, day: 1) ?? CalendarDate(day: 10_957)
        let ends = (0...24).map { Timestamp(CalendarDate(day: first.adding(months: $0).day - 1)) }
        let calendar = TradingCalendar(
            name: "monthly", cadence: .monthly, sessionsPerYear: 12, periodsPerSession: 1, periodsPerYear: 12,
            isInferred: false, reason: "Bacon's example")
        let days = Double(ends[24].date.day - ends[0].date.day)
        let pairs = BenchmarkPairs(
            starts: Array(0..<24), ends: Array(1...24), timestamps: Array(ends.dropFirst()), days: days,
            runReturns: portfolio, benchmarkReturns: market, periodsPerYear: 12)
        let benchmark = Benchmark(
            name: "Benchmark", start: ends[0], returns: TimeSeries(timestamps: Array(ends.dropFirst()), values: market),
            calendar: calendar, pairs: pairs, matched: 25, missingPairs: 0)
        var level = 1.0
        let levels =
            [1.0]
            + portfolio.map { value in
                level *= 1 + value
                return level
            }
        let run = Run(
            identity: RunIdentity(
                id: "bacon", strategy: .absent, version: .absent, engine: "", created: .absent, parameters: []),
            equity: TimeSeries(timestamps: ends, values: levels), equityIsDerived: true,
            returns: TimeSeries(timestamps: Array(ends.dropFirst()), values: portfolio), calendar: calendar,
            benchmark: benchmark, riskFree: .annual(riskFree))
        return Analyzer.analyze(run, conventions: conventions).metrics
    }
}
