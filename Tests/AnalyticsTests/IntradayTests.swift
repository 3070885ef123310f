import Analytics
import RunBuilders
import RunModel
import Series
import Testing

/// Seven hourly returns on each of `days` weekdays, 10:00 to 16:00.
private func hourly(_ days: Int, name: String = "xnys") -> RunModel.Run {
    let timestamps = RunBuilder.weekdays(count: days).flatMap { day in
        (10...16).map { Timestamp(milliseconds: day.milliseconds + Int64($0) * 3_600_000) }
    }
    var calendar = RunBuilder.calendar(.hourly, perYear: 252 * 7, perSession: 7)
    calendar.name = name
    return RunBuilder.run(
        RunBuilder.returns(seed: 5, count: days * 7, scale: 0.006), timestamps: timestamps,
        benchmark: RunBuilder.returns(seed: 6, count: days * 7, scale: 0.005), calendar: calendar)
}

@Test func `ratios of an intraday run are those of its session closes, bit by bit those of a daily run`() {
    var run = hourly(300)
    run.riskFree = .annual(0.03)
    let analysis = Analyzer.analyze(run)
    let daily = analysis.growth.dailyReturns
    let closes = Analyzer.analyze(
        RunBuilder.run(
            daily.values, timestamps: Array(daily.timestamps), baseline: run.equity.timestamps[0], riskFree: 0.03))
    for key in [
        MetricKey.annualVolatility, .sharpe, .sortino, .omega, .gainToPain, .kelly, .downsideDeviation, .skewness,
        .riskReturnRatio, .probabilisticSharpe, .stability, .cagr, .minimumTrackRecordLength,
        .historicalVaR95,
    ] { #expect(agree(analysis.metrics.number(key), closes.metrics.number(key) ?? .nan), "\(key)") }
    #expect(
        analysis.metrics[.sharpe]?.convention.hasSuffix(
            "A = 252, rf 3\u{202F}% a year, daily returns, taken at session closes") == true)
    #expect(closes.metrics[.sharpeBars]?.value.reason == "observed once a day or less")
    let short = Analyzer.analyze(hourly(2))
    #expect(short.metrics[.skewness]?.value.reason == "fewer than three days")
}

@Test func `numbers of bars are annualised with bars per session times sessions`() {
    let run = hourly(200)
    let analysis = Analyzer.analyze(run)
    let values = run.returns.values
    let mean = values.reduce(0, +) / Double(values.count)
    let deviation = (values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(values.count - 1)).squareRoot()
    #expect(agree(analysis.metrics.number(.sharpeBars), mean / deviation * 1764.0.squareRoot()))
    #expect(agree(analysis.metrics.number(.annualVolatilityBars), deviation * 1764.0.squareRoot()))
    let below = values.map { min($0, 0) * min($0, 0) }.reduce(0, +) / Double(values.count)
    #expect(agree(analysis.metrics.number(.sortinoBars), mean / below.squareRoot() * 1764.0.squareRoot()))
    #expect(analysis.metrics[.sharpeBars]?.convention == "mean(e)/s(e)·√A of bars; A = 1764, rf 0\u{202F}% a year")
}

@Test func `the daily view is taken at session closes and compounds to the same total`() throws {
    let run = hourly(200)
    let analysis = Analyzer.analyze(run)
    let daily = analysis.growth.dailyReturns
    #expect(daily.count == 200 && daily.timestamps.allSatisfy { $0.hour == 16 })
    let first = run.returns.values.prefix(7).reduce(1) { $0 * (1 + $1) } - 1
    #expect(agree(daily.values[0], first))
    #expect(agree(daily.values.reduce(1) { $0 * (1 + $1) } - 1, analysis.metrics.number(.totalReturn) ?? .nan))
    #expect(analysis.metrics.number(.bestDay) == daily.values.max())
    #expect(analysis.growth.benchmarkDailyReturns?.timestamps == daily.timestamps)
    #expect(
        analysis.metrics[.historicalVaR95]?.convention
            == "q05(r), interpolated linearly; daily returns, taken at session closes")
    #expect(analysis.distribution.best.first?.timestamp.millisecondsOfDay == 0)
    #expect(
        analysis.distribution.histogram.counts.reduce(0, +) + analysis.distribution.histogram.below
            + analysis.distribution.histogram.above == 200)
}

@Test func `rolling windows of an intraday run are sessions, annualised with sessions`() throws {
    let run = hourly(200)
    let analysis = Analyzer.analyze(run)
    let series = try #require(analysis.rolling.first { $0.key == "rolling_volatility_126" })
    #expect(series.series.count == 75 && series.label == "Rolling volatility, 126 sessions")
    let last = analysis.growth.dailyReturns.values.suffix(126)
    let mean = last.reduce(0, +) / 126
    let deviation = (last.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 125).squareRoot()
    #expect(agree(series.current, deviation * 252.0.squareRoot()))
}

@Test func `drawdown is on the finest data, so a loss within a day shows`() {
    let day = RunBuilder.weekdays(count: 1)[0].milliseconds
    let timestamps = [10, 11, 12].map { Timestamp(milliseconds: day + $0 * 3_600_000) }
    let run = RunBuilder.run(
        [0.1, -0.2, 0.25], timestamps: timestamps,
        calendar: RunBuilder.calendar(.hourly, perYear: 252 * 7, perSession: 7))
    let analysis = Analyzer.analyze(run)
    #expect(agree(analysis.metrics.number(.maxDrawdown), -0.2))
    #expect((analysis.metrics.number(.worstDay) ?? 0) > 0)
}

@Test func `hours of the timestamp are grouped, and every return counts once`() {
    let hours = Analyzer.analyze(hourly(50)).periods.hours
    #expect(hours.map(\.label) == ["10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00"])
    #expect(hours.allSatisfy { $0.observations == 50 })
}

@Test func `the hours of a weekend belong to Monday's session on the currency calendar`() {
    // Friday 2 to Monday 5 January 2015, one bar each; on a market that never closes every date is a session.
    let timestamps = ["2015-01-02", "2015-01-03", "2015-01-04", "2015-01-05"].compactMap { CalendarDate(iso: $0) }.map {
        Timestamp($0, seconds: 22 * 3600)
    }
    for (name, sessions) in [("fx", 2), ("24x7", 4)] {
        var calendar = RunBuilder.calendar(.hourly, perYear: 260 * 24, perSession: 24)
        calendar.name = name
        let run = RunBuilder.run([0.01, 0.005, 0.02, 0.03], timestamps: timestamps, calendar: calendar)
        let daily = Analyzer.analyze(run).growth.dailyReturns
        #expect(daily.count == sessions && agree(daily.values[0], 0.01), "\(name)")
    }
}

@Test func `the risk-free rate of a session is that of its bars compounded`() throws {
    var run = hourly(200)
    run.riskFree = .annual(0.05)
    let single = Analyzer.analyze(run).rolling.first { $0.key == "rolling_sharpe_126" }?.current
    let daily = Analyzer.analyze(run).growth.dailyReturns
    let other = RunBuilder.run(daily.values, timestamps: Array(daily.timestamps), riskFree: 0.05)
    let expected = Analyzer.analyze(other).rolling.first { $0.key == "rolling_sharpe_126" }?.current
    let rate = try #require(expected)
    #expect(agree(single, rate))
}
