import Analytics
import Foundation
import RunBuilders
import RunModel
import Series
import Testing

private func analysis(_ count: Int, from: String = "2015-01-02", seed: UInt64 = 1) -> Analysis {
    Analyzer.analyze(
        RunBuilder.run(
            RunBuilder.returns(seed: seed, count: count), timestamps: RunBuilder.weekdays(from: from, count: count))
    )
}

@Test func `months compound to the total return, and so do years`() {
    for count in [1, 20, 300, 800] {
        let result = analysis(count)
        let total = 1 + (result.metrics.number(.totalReturn) ?? .nan)
        #expect(agree(result.periods.months.reduce(1) { $0 * (1 + $1.strategy) }, total))
        #expect(agree(result.periods.years.reduce(1) { $0 * (1 + $1.strategy) }, total))
        #expect(result.periods.months.reduce(0) { $0 + $1.observations } == count)
        #expect(result.periods.years.reduce(0) { $0 + $1.observations } == count)
    }
}

@Test func `the months of a year compound to the year, for the benchmark too`() throws {
    let timestamps = RunBuilder.weekdays(count: 600)
    let result = Analyzer.analyze(
        RunBuilder.run(
            RunBuilder.returns(seed: 1, count: 600), timestamps: timestamps,
            benchmark: RunBuilder.returns(seed: 2, count: 600))
    )
    for year in result.periods.years {
        let months = result.periods.months.filter { $0.start.year == year.start.year }
        #expect(agree(months.reduce(1) { $0 * (1 + $1.strategy) } - 1, year.strategy))
        let market = try #require(year.benchmark)
        #expect(agree(months.reduce(1) { $0 * (1 + ($1.benchmark ?? .nan)) } - 1, market))
    }
}

@Test func `a year is partial when the run misses a session of it at either end`() {
    for (first, count, partial) in [
        ("2015-01-02", 260, [false]), ("2015-01-05", 259, [true]), ("2015-01-06", 258, [true]),
        ("2015-01-02", 255, [true]), ("2015-01-02", 259, [true]), ("2015-01-02", 262, [false, true]),
    ] {
        let years = analysis(count, from: first).periods.years
        #expect(years.map(\.isPartial) == partial, "\(first) \(count)")
    }
}

@Test func `a month without an observation inside the run is absent, not zero`() {
    let timestamps =
        RunBuilder.weekdays(from: "2015-01-02", count: 15) + RunBuilder.weekdays(from: "2015-03-02", count: 15)
    let result = Analyzer.analyze(RunBuilder.run([Double](repeating: 0.01, count: 30), timestamps: timestamps))
    #expect(result.periods.months.map { $0.start.iso } == ["2015-01-01", "2015-03-01"])
}

@Test func `a month starts from the previous month's last value, not from its own first point`() {
    let timestamps = RunBuilder.weekdays(from: "2015-01-30", count: 2)
    let result = Analyzer.analyze(RunBuilder.run([0.01, 0.1], timestamps: timestamps))
    #expect(agree(result.periods.months[1].strategy, 0.1))
}

@Test func `trailing windows count from the last value at or before their first day`() {
    // 261 weekdays of 2015 and the first eleven of 2016: the run ends on Friday 15 January 2016.
    let timestamps = RunBuilder.weekdays(from: "2015-01-01", count: 272)
    let returns = RunBuilder.returns(seed: 4, count: 272)
    let result = Analyzer.analyze(RunBuilder.run(returns, timestamps: timestamps))
    func since(_ date: String) -> Double {
        let cut = CalendarDate(iso: date) ?? CalendarDate(day: 0)
        return zip(timestamps, returns).filter { $0.0.date > cut }.reduce(1) { $0 * (1 + $1.1) } - 1
    }
    #expect(timestamps.last?.date.iso == "2016-01-15")
    for (key, cut) in [
        (MetricKey.monthToDate, "2015-12-31"), (.yearToDate, "2015-12-31"), (.threeMonths, "2015-10-15"),
        (.sixMonths, "2015-07-15"), (.oneYear, "2015-01-15"),
    ] { #expect(agree(result.metrics.number(key), since(cut)), "\(key)") }
    #expect(result.metrics[.threeYears]?.value.reason == "history shorter than 3 years")
    #expect(
        result.periods.trailing.map(\.key) == [
            .monthToDate, .threeMonths, .sixMonths, .yearToDate, .oneYear, .threeYears, .fiveYears, .tenYears,
            .sinceInception,
        ])
}

@Test func `windows above a year are per year, and so is inception once it is`() {
    let long = analysis(900)
    let trailing = long.periods.trailing
    #expect(trailing.filter(\.isAnnualised).map(\.key) == [.threeYears, .fiveYears, .tenYears, .sinceInception])
    #expect(long.metrics.number(.sinceInception) == long.metrics.number(.cagr))
    let three = trailing.first { $0.key == .threeYears }?.strategy.number
    let last = RunBuilder.weekdays(count: 900)[899].date.adding(months: -36)
    let growth = zip(RunBuilder.weekdays(count: 900), RunBuilder.returns(seed: 1, count: 900)).filter {
        $0.0.date > last
    }
    .reduce(1) { $0 * (1 + $1.1) }
    #expect(agree(three, pow(growth, 1 / 3) - 1))
    let short = analysis(200)
    #expect(short.metrics.number(.sinceInception) == short.metrics.number(.totalReturn))
}

@Test func `a run that began in the month has no month to date`() {
    let result = analysis(5, from: "2015-01-12")
    #expect(result.metrics[.monthToDate]?.value.reason == "the run starts after 2015-01-01")
    #expect(result.metrics[.yearToDate]?.value.reason == "the run starts after 2015-01-01")
    #expect(result.metrics[.threeMonths]?.value.reason == "history shorter than 3 months")
}

@Test func `weekdays and hours count every return once`() {
    let result = analysis(300)
    #expect(result.periods.weekdays.map(\.label) == ["Mon", "Tue", "Wed", "Thu", "Fri"])
    #expect(result.periods.weekdays.reduce(0) { $0 + $1.observations } == 300)
    #expect(result.periods.hours.isEmpty)
    let counts = [MetricKey.upDays, .downDays, .flatDays].compactMap { result.metrics.number($0) }
    #expect(counts.count == 3 && counts.reduce(0, +) == 300)
    let mean = result.periods.weekdays.reduce(0) { $0 + $1.mean * Double($1.observations) } / 300
    #expect(agree(mean, result.distribution.mean ?? .nan))
}

@Test func `a slow series has no days, and a monthly one no weeks`() {
    let timestamps = (0..<60).map {
        Timestamp((CalendarDate(iso: "2015-01-31") ?? CalendarDate(day: 0)).adding(months: $0))
    }
    let run = RunBuilder.run(
        RunBuilder.returns(seed: 1, count: 60), timestamps: timestamps,
        baseline: Timestamp(CalendarDate(iso: "2014-12-31") ?? CalendarDate(day: 0)),
        calendar: RunBuilder.calendar(.monthly, perYear: 12))
    let result = Analyzer.analyze(run)
    for key in [MetricKey.bestDay, .dailyWinRate, .expectedDaily, .profitFactorDaily, .weeklyWinRate] {
        #expect(result.metrics[key]?.value.reason == "observed less than once in such a period", "\(key)")
    }
    #expect(agree(result.metrics.number(.bestMonth), run.returns.values.max() ?? .nan))
    #expect(result.periods.years.count == 5 && result.periods.years.allSatisfy { !$0.isPartial })
    #expect(result.rolling.map(\.key).prefix(2) == ["rolling_volatility_12", "rolling_volatility_36"])
    #expect(result.rolling[0].label == "Rolling volatility, 12 months")
    #expect(result.metrics[.sharpe]?.convention.contains("A = 12,") == true)
    #expect(result.periods.weekdays.isEmpty)
}

@Test func `the predecessor's months are sums, and its years are stretched sums`() {
    let run = RunBuilder.run(
        RunBuilder.returns(seed: 3, count: 300), timestamps: RunBuilder.weekdays(count: 300), riskFree: 0.02)
    let result = Analyzer.analyze(run, conventions: Conventions.beta1)
    let first = zip(run.returns.dates, run.returns.values).filter { $0.0.year == 2015 }.map(\.1)
    let january = zip(run.returns.dates, run.returns.values).filter { $0.0.iso < "2015-02-01" }.map(\.1)
    #expect(agree(result.periods.months[0].strategy, january.reduce(0, +)))
    #expect(agree(result.periods.years[0].strategy, pow(1 + first.reduce(0, +), 252 / Double(first.count)) - 1))
    // rf/252 is taken off arithmetically.
    let excess = run.returns.values.map { $0 - 0.02 / 252 }
    let mean = excess.reduce(0, +) / 300
    let deviation = (excess.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 299).squareRoot()
    #expect(agree(result.metrics.number(.sharpe), mean / deviation * 252.0.squareRoot()))
}
