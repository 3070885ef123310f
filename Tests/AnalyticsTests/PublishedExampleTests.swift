import Analytics
import Formatting
import RunBuilders
import RunModel
import Series
import Testing

/// Portfolio and benchmark of Bacon, Practical Portfolio Performance Measurement and Attribution: the expected values in
/// PerformanceAnalytics' manual, which are Bacon's.
struct PublishedExampleTests {
    private static let portfolio = [
        0.003, 0.026, 0.011, -0.01, 0.015, 0.025, 0.016, 0.067, -0.014, 0.04, -0.005, 0.081, 0.04, -0.037, -0.061,
        0.017,
        -0.049, -0.022, 0.07, 0.058, -0.065, 0.024, -0.005, -0.009,
    ]
    private static let benchmark = [
        0.002, 0.025, 0.018, -0.011, 0.014, 0.018, 0.014, 0.065, -0.015, 0.042, -0.006, 0.083, 0.039, -0.038, -0.062,
        0.015,
        -0.048, 0.021, 0.06, 0.056, -0.067, 0.019, -0.003, 0.0,
    ]

    /// Month ends of 2000 and 2001.
    private func run(riskFree: Double = 0) -> RunModel.Run {
        let first = CalendarDate(iso: "2000-01-01") ?? CalendarDate(day: 0)
        let timestamps = (1...24).map { Timestamp(CalendarDate(day: first.adding(months: $0).day - 1)) }
        return RunBuilder.run(
            Self.portfolio, timestamps: timestamps, baseline: Timestamp(CalendarDate(day: first.day - 1)),
            benchmark: Self.benchmark, riskFree: riskFree,
            calendar: RunBuilder.calendar(.monthly, perYear: 12))
    }

    private func printed(_ key: MetricKey, _ places: Int, riskFree: Double = 0) -> String? {
        Analyzer.analyze(run(riskFree: riskFree), conventions: .performanceAnalytics).metrics.number(key).map {
            FixedDecimal.digits(of: $0, places: places)
        }
    }

    /// The package's own record of its manual's examples, which cuts numbers after four decimals.
    @Test func `the profile of PerformanceAnalytics gives what the package prints for Bacon's portfolio`() {
        for (key, cut) in [
            (MetricKey.martinRatio, 1.6945), (.painRatio, 2.5926), (.burkeRatio, 0.7447), (.painIndex, 0.0399),
        ] {
            let value = Analyzer.analyze(run(), conventions: .performanceAnalytics).metrics.number(key) ?? .nan
            #expect(value >= cut && value < cut + 0.000_1, "\(key)")
        }
        #expect(printed(.ulcerIndex, 4) == "0.0612")
    }

    @Test func `with a minimum acceptable return of half a percent a month, too`() {
        let rate = 0.061_677_811_864_497_65  // 1.005¹² − 1
        #expect(printed(.downsideDeviation, 4, riskFree: rate) == "0.0255")
        #expect(printed(.upsideDeviation, 5, riskFree: rate) == "0.02937")
        #expect(printed(.sortino, 9, riskFree: rate) == "0.156637076")
    }

    @Test func `what its manual prints to fifteen digits comes out to eleven`() {
        #expect(printed(.trackingError, 11) == "0.03363971514")
        #expect(printed(.beta, 11) == "0.99885020862")
        #expect(printed(.maxDrawdown, 11) == "-0.14467295574")
        #expect(printed(.averageDrawdown, 11) == "-0.04341823893")
        #expect(printed(.painIndex, 11) == "0.03998969069")
    }
}
