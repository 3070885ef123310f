import Analytics
import RunBuilders
import RunModel
import Series
import Testing

/// One thing has one number in an analysis, whatever the profile.
struct ProfileConsistencyTests {
    /// Exactly as many days as the longer rolling window, with a rate and a benchmark.
    private func run(count: Int, seed: UInt64 = 5) -> RunModel.Run {
        let market = RunBuilder.returns(seed: seed + 100, count: count, drift: 0.0004)
        let own = RunBuilder.returns(seed: seed, count: count, drift: 0.0006)
        let returns = zip(own, market).enumerated().map { $0 % 41 == 3 ? 0 : $1.0 + 0.4 * $1.1 }
        return RunBuilder.run(
            returns, timestamps: RunBuilder.weekdays(from: "2019-12-20", count: count), benchmark: market.map { $0 },
            riskFree: 0.03)
    }

    @Test(arguments: Conventions.profiles)
    func `a rolling window that holds the whole run gives the run's own number`(_ profile: Conventions) throws {
        let conventions = profile.with { $0.shortSpans = .annualised }
        for seed in 1...4 {
            let short = conventions.rollingWindows == .halfYearAndYear ? 126 : 132
            for window in [short, 252] {
                var run = run(count: window, seed: UInt64(seed))
                if seed > 2 {
                    run.riskFree = .perPeriod(
                        (0..<window).map { 0.0001 + Double($0 % 5) * 0.00002 }, name: "bills")
                }
                let analysis = Analyzer.analyze(run, conventions: conventions)
                for (statistic, key) in [
                    ("sharpe", MetricKey.sharpe), ("sortino", .sortino), ("volatility", .annualVolatility),
                    ("beta", .beta),
                ] {
                    let rolling = analysis.rolling.first { $0.key == "rolling_\(statistic)_\(window)" }?.current
                    #expect(
                        agree(rolling, analysis.metrics.number(key) ?? .nan),
                        "\(profile.profile) \(key) \(window) \(seed)")
                }
            }
        }
    }

    @Test(arguments: Conventions.profiles)
    func `tables of drawdowns, periods, windows and weekdays have the numbers of the metrics`(
        _ conventions: Conventions
    ) throws {
        let run = run(count: 900)
        let analysis = Analyzer.analyze(run, conventions: conventions)
        let metrics = analysis.metrics
        let lengths = analysis.drawdowns.episodes.map { Double($0.days) }
        #expect(lengths.max() == metrics.number(.longestDrawdownDays))
        #expect(agree(metrics.number(.averageDrawdownDays), lengths.reduce(0, +) / Double(lengths.count)))
        #expect(analysis.drawdowns.episodes.first?.depth == metrics.number(.maxDrawdown))
        for window in analysis.periods.trailing {
            #expect(window.strategy == metrics[window.key]?.value, "\(window.key)")
            #expect(window.benchmark == analysis.benchmarkMetrics?[window.key]?.value, "\(window.key)")
        }
        let counts = { (period: PeriodReturn) in conventions.partialPeriods == .counted || !period.isPartial }
        let months = analysis.periods.months
        #expect(months.filter(counts).map(\.strategy).max() == metrics.number(.bestMonth))
        #expect(agree(metrics.number(.averageMonth), months.map(\.strategy).reduce(0, +) / Double(months.count)))
        #expect(analysis.periods.years.filter(counts).map(\.strategy).min() == metrics.number(.worstYear))
    }

    @Test(arguments: Conventions.profiles)
    func `a run of one weekday wins on it as often as on all days`(_ conventions: Conventions) throws {
        var run = run(count: 900)
        let mondays = run.returns.timestamps.indices.filter { run.returns.timestamps[$0].date.weekday == 0 }
        run = RunBuilder.run(
            mondays.map { run.returns.values[$0] }, timestamps: mondays.map { run.returns.timestamps[$0] },
            calendar: RunBuilder.calendar(perYear: 52))
        let analysis = Analyzer.analyze(run, conventions: conventions)
        #expect(analysis.periods.weekdays.count == 1)
        #expect(analysis.periods.weekdays.first?.winRate == analysis.metrics.number(.dailyWinRate))
    }

    @Test(arguments: Conventions.profiles)
    func `the histogram's lines are the value at risk, and the score's win rate that of days`(
        _ conventions: Conventions
    ) throws {
        let strong = RunBuilder.returns(seed: 9, count: 900, drift: 0.002).enumerated().map { $0 % 30 == 4 ? 0 : $1 }
        let analysis = Analyzer.analyze(
            RunBuilder.run(strong, timestamps: RunBuilder.weekdays(count: 900)), conventions: conventions)
        #expect(analysis.distribution.var95 == analysis.metrics.number(.historicalVaR95))
        #expect(analysis.distribution.var99 == analysis.metrics.number(.historicalVaR99))
        let win = try #require(analysis.score.parts.first { $0.name == "Winning periods" })
        #expect(agree(win.points, 30 * (analysis.metrics.number(.dailyWinRate) ?? .nan)))
        #expect(analysis.score.value == analysis.metrics[.score]?.value)
    }

    @Test func `a decline is as long as its convention says`() throws {
        // Falls on Friday 2020-01-03, lower on Monday, back on Wednesday.
        let timestamps = RunBuilder.weekdays(from: "2020-01-02", count: 5)
        let run = RunBuilder.run([0.01, -0.05, -0.02, 0.01, 0.2], timestamps: timestamps)
        func days(_ length: DrawdownLength) -> Int? {
            Analyzer.analyze(run, conventions: .standard.with { $0.drawdownLength = length }).drawdowns.episodes.first?
                .days
        }
        #expect(days(.peakToRecovery) == 6 && days(.underwaterInclusive) == 5)
        #expect(days(.weekdaysInclusive) == 5 && days(.observations) == 4)
    }
}
