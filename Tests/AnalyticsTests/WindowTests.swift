import Foundation
import RunBuilders
import RunModel
import Series
import Testing

@testable import Analytics

/// A number from 0 to below `count`, the same on every machine.
private struct Dice {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

    mutating func roll(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }
}

private func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? CalendarDate(day: 0)
}

private func ends(of months: [Int], isBusiness: Bool) -> [CalendarDate] {
    months.map { index in
        let (year, month) = (index / 12, index % 12 + 1)
        var end = date(year, month, CalendarDate.days(inMonth: month, of: year))
        while isBusiness, end.weekday > 4 { end.day -= 1 }
        return end
    }
}

/// A run whose first date is the start value's.
private func run(_ dates: [CalendarDate], _ calendar: TradingCalendar, seed: Int) -> RunModel.Run {
    var made = RunBuilder.run(
        RunBuilder.returns(seed: UInt64(seed), count: dates.count - 1, scale: 0.05),
        timestamps: dates.dropFirst().map { Timestamp($0) }, baseline: Timestamp(dates[0]), calendar: calendar)
    made.baselineIsAdded = false
    return made
}

private let windows: [(MetricKey, Int)] = [
    (.monthToDate, 1), (.threeMonths, 3), (.sixMonths, 6), (.oneYear, 12), (.threeYears, 36), (.fiveYears, 60),
    (.tenYears, 120),
]

/// What a window of so many units is worth: the product of its returns where every unit has a value, and so has the one
/// before.
private func counted(_ run: RunModel.Run, _ units: Int, unit: (CalendarDate) -> Int) -> Double? {
    let all = run.equity.dates.map(unit)
    guard units > 0, let last = all.last, let before = all.lastIndex(where: { $0 == last - units }) else { return nil }
    return run.returns.values.suffix(from: before).reduce(1) { $0 * (1 + $1) }
}

@Test(arguments: [(Cadence.monthly, 1, 12.0), (.quarterly, 3, 4), (.yearly, 12, 1)])
func `windows of slow series count periods`(cadence: Cadence, months: Int, perYear: Double) {
    for seed in 0..<120 {
        var dice = Dice(seed)
        var indices = (0..<(6 + dice.roll(140))).map {
            (2001 * 12 + 2 + seed % 12) / months * months + months - 1 + $0 * months
        }
        if seed % 3 == 0 { indices.remove(at: 1 + dice.roll(indices.count - 2)) }
        let series = run(
            ends(of: indices, isBusiness: seed % 2 == 0), RunBuilder.calendar(cadence, perYear: perYear), seed: seed)
        let unit = { (date: CalendarDate) in date.monthIndex / months }
        let metrics = Analyzer.analyze(series).metrics
        for (key, length) in windows {
            let growth = length % months == 0 ? counted(series, length / months, unit: unit) : nil
            let expected = growth.map { length > 12 ? pow($0, 12 / Double(length)) - 1 : $0 - 1 }
            let actual = metrics.number(key)
            #expect(expected == nil ? actual == nil : agree(actual, expected ?? 0), "\(cadence) \(seed) \(key)")
        }
        let last = series.equity.dates[series.equity.count - 1]
        let ytd = counted(series, unit(last) - unit(date(last.year, 1, 1)) + 1, unit: unit)
        #expect(ytd == nil ? metrics.number(.yearToDate) == nil : agree(metrics.number(.yearToDate), (ytd ?? 0) - 1))
    }
}

@Test func `a year of a slow series is whole when every period has a value, and so has the one before it`() {
    for (cadence, months, perYear) in [(Cadence.monthly, 1, 12.0), (.quarterly, 3, 4)] {
        for seed in 0..<120 {
            var dice = Dice(seed)
            var indices = (0..<(20 + dice.roll(40))).map {
                (2001 * 12 + seed) / months * months + months - 1 + $0 * months
            }
            for _ in 0..<(seed % 4) { indices.remove(at: 1 + dice.roll(indices.count - 2)) }
            let series = run(
                ends(of: indices, isBusiness: seed % 2 == 0), RunBuilder.calendar(cadence, perYear: perYear), seed: seed
            )
            let seen = Set(indices.map { $0 / months })
            for year in Analyzer.analyze(series).periods.years {
                let first = year.start.monthIndex / months
                let isWhole = (first - 1..<first + 12 / months).allSatisfy(seen.contains)
                #expect(year.isPartial == !isWhole, "\(cadence) \(seed) \(year.start.year)")
            }
        }
    }
}

@Test(arguments: ["24x7", "fx"])
func `windows and periods of daily series by the obvious rule`(name: String) {
    let isSession = { (day: CalendarDate) in
        let parts = day.components
        return name == "24x7"
            || (day.weekday < 5 && !(parts.month == 1 && parts.day == 1) && !(parts.month == 12 && parts.day == 25))
    }
    for seed in 0..<150 {
        var dice = Dice(seed)
        var day = date(2010 + dice.roll(3), 1 + dice.roll(12), 1 + dice.roll(28))
        let length = 40 + dice.roll(1500)
        var dates = [CalendarDate]()
        // Here and there a holiday that nobody knows of, never at the ends.
        for index in 0..<length {
            let isKnown = isSession(day)
            if isKnown, index < 12 || index > length - 14 || dice.roll(25) > 0 { dates.append(day) }
            day.day += 1
        }
        var calendar = RunBuilder.calendar(.daily, perYear: name == "24x7" ? 365 : 260)
        calendar.name = name
        let series = run(dates, calendar, seed: seed)
        expectObvious(series, isSession, "\(name) \(seed)")
    }
}

private func expectObvious(
    _ series: RunModel.Run, _ isSession: @escaping (CalendarDate) -> Bool, _ name: String
) {
    let dates = series.equity.dates
    let (start, last) = (dates[0], dates[dates.count - 1])
    let missing = { (from: Int, to: Int) in from <= to && (from...to).contains { isSession(CalendarDate(day: $0)) } }
    let analysis = Analyzer.analyze(series)
    let next = last.monthStart.adding(months: 1)
    let endsMonth = !missing(last.day + 1, next.day - 1)
    for (key, months) in windows {
        let cut =
            key == .monthToDate
            ? last.monthStart.day - 1
            : endsMonth ? last.monthStart.adding(months: 1 - months).day - 1 : last.adding(months: -months).day
        let isCovered = !missing(cut + 1, start.day - 1)
        let growth = zip(dates.dropFirst(), series.returns.values).filter { $0.0.day > cut }.reduce(1) {
            $0 * (1 + $1.1)
        }
        let expected = months > 12 ? pow(growth, 12 / Double(months)) - 1 : growth - 1
        let actual = analysis.metrics.number(key)
        #expect(isCovered ? agree(actual, expected) : actual == nil, "\(name) \(key) \(start) \(last)")
    }
    for (periods, length) in [(analysis.periods.months, 1), (analysis.periods.years, 12)] {
        for period in periods {
            let end = period.start.adding(months: length).day - 1
            let isWhole = !missing(period.start.day, start.day - 1) && !missing(last.day + 1, end)
            #expect(period.isPartial == !isWhole, "\(name) \(period.start)")
        }
    }
}

@Test func `a weekly year is whole when the week before it and its own last week are there`() {
    for offset in 0..<40 {
        let first = CalendarDate(day: date(2014, 11, 21).day + 7 * (offset % 12))
        let dates = (0..<(100 + offset)).map { CalendarDate(day: first.day + 7 * $0) }
        let series = run(dates, RunBuilder.calendar(.weekly, perYear: 52), seed: offset)
        for year in Analyzer.analyze(series).periods.years {
            let next = year.start.adding(months: 12)
            let isWhole = dates[0] < year.start && dates[dates.count - 1].day + 7 >= next.day
            #expect(year.isPartial == !isWhole, "\(offset) \(year.start.year)")
        }
    }
}

@Test func `a hole of more than ten sessions makes its month and year partial, a holiday of a week does not`() {
    for (hole, isPartial) in [(7, false), (10, false), (11, true), (30, true)] {
        let all = RunBuilder.weekdays(from: "2014-12-31", count: 600).map(\.date)
        let dates = Array(all[..<130]) + Array(all[(130 + hole)...])
        let years = Analyzer.analyze(run(dates, RunBuilder.calendar(), seed: 1)).periods.years
        #expect(years.map(\.isPartial) == [isPartial, false, true], "\(hole)")
    }
}

@Test func `New York's and other exchanges' holidays are no missing sessions, and other weekdays are`() {
    func isPartial(_ first: String, _ count: Int, inferred: Bool = false) -> Bool? {
        var calendar = RunBuilder.calendar()
        calendar.isInferred = inferred
        let dates = RunBuilder.weekdays(from: first, count: count).map(\.date)
        return Analyzer.analyze(run(dates, calendar, seed: 2)).periods.months.first?.isPartial
    }
    // Tuesday after Labor Day; Wednesday after it; 29 March 2024 is Good Friday.
    #expect(isPartial("2014-09-02", 60) == false && isPartial("2014-09-03", 60) == true)
    let good = RunBuilder.weekdays(from: "2024-02-29", count: 21).map(\.date)
    let march = Analyzer.analyze(run(good, RunBuilder.calendar(), seed: 3)).periods.months
    #expect(good.last?.iso == "2024-03-28" && march.map(\.isPartial) == [false])
    // 2 January is a session in New York, and none in Tokyo.
    #expect(isPartial("2018-01-03", 60) == true && isPartial("2018-01-03", 60, inferred: true) == false)
    #expect(isPartial("2018-01-05", 60, inferred: true) == true)
}

@Test func `an irregular series sees the periods that are as long as its usual step`() {
    func keys(_ step: Int) -> [MetricKey] {
        let dates = (0..<60).map { CalendarDate(day: date(2010, 1, 4).day + step * $0 + $0 % 2) }
        let metrics = Analyzer.analyze(
            run(dates, RunBuilder.calendar(.irregular, perYear: 365 / Double(step)), seed: 4)
        )
        .metrics
        return [.bestDay, .weeklyWinRate, .bestMonth, .quarterlyWinRate, .bestYear].filter {
            metrics.number($0) != nil
        }
    }
    #expect(keys(5) == [.weeklyWinRate, .bestMonth, .quarterlyWinRate])
    #expect(keys(10) == [.bestMonth, .quarterlyWinRate])
    #expect(keys(60) == [.quarterlyWinRate, .bestYear])
    #expect(keys(182) == [.bestYear])
    let fortnightly = run(
        (0..<60).map { CalendarDate(day: date(2010, 1, 4).day + 14 * $0) },
        RunBuilder.calendar(.irregular, perYear: 26),
        seed: 5)
    #expect(Analyzer.analyze(fortnightly).periods.weekdays.isEmpty)
}

@Test func `the best and the worst month and the mean month are of whole months`() {
    // Two whole months and one day of the third, which is the best and the worst of days.
    let timestamps = RunBuilder.weekdays(from: "2023-01-02", count: 43)
    let returns = RunBuilder.returns(seed: 6, count: 42) + [0.5]
    let analysis = Analyzer.analyze(RunBuilder.run(returns, timestamps: timestamps))
    let months = analysis.periods.months
    #expect(months.map(\.isPartial) == [false, false, true])
    #expect(analysis.metrics.number(.bestMonth) == max(months[0].strategy, months[1].strategy))
    let mean = ((1 + months[0].strategy) * (1 + months[1].strategy)).squareRoot() - 1
    #expect(agree(analysis.metrics.number(.expectedMonthly), mean))
    #expect(analysis.metrics[.expectedMonthly]?.convention.contains(" over complete calendar months, ") == true)
    let short = Analyzer.analyze(RunBuilder.run([0.01], timestamps: [timestamps[5]]))
    #expect(short.metrics[.worstMonth]?.value.reason == "no complete calendar month")
}

@Test func `growth per year needs 98 % of a year of days, or of sessions`() {
    func hasGrowth(_ days: Int, perYear: Double, count: Int) -> Bool {
        let first = date(2019, 1, 1)
        let timestamps = (1...count).map { Timestamp(CalendarDate(day: first.day + days * $0 / count)) }
        let made = RunBuilder.run(
            RunBuilder.returns(seed: 7, count: count), timestamps: timestamps, baseline: Timestamp(first),
            calendar: RunBuilder.calendar(count < 13 ? .monthly : .daily, perYear: perYear))
        return Analyzer.analyze(made).metrics.number(.cagr) != nil
    }
    #expect(hasGrowth(358, perYear: 252, count: 200) && !hasGrowth(357, perYear: 252, count: 200))
    #expect(hasGrowth(352, perYear: 252, count: 252) && !hasGrowth(352, perYear: 252, count: 246))
    #expect(!hasGrowth(300, perYear: 252, count: 252))
    #expect(hasGrowth(365, perYear: 12, count: 12) && !hasGrowth(335, perYear: 12, count: 11))
}

@Test func `the unit of the return since inception is what the number is`() {
    for (count, unit) in [(200, MetricDeclaration.Unit.fraction), (600, .fractionPerYear)] {
        let made = RunBuilder.run(
            RunBuilder.returns(seed: 8, count: count), timestamps: RunBuilder.weekdays(count: count))
        #expect(Analyzer.analyze(made).metrics[.sinceInception]?.declaration.unit == unit)
    }
}

@Test func `the number of a tail says over what, and needs its observations`() {
    for (count, has95, has99) in [(19, false, false), (20, true, false), (99, true, false), (100, true, true)] {
        let made = RunBuilder.run(
            RunBuilder.returns(seed: 9, count: count), timestamps: RunBuilder.weekdays(count: count))
        let metrics = Analyzer.analyze(made).metrics
        for kind in ["var_historical", "cvar_historical", "var_gaussian", "cvar_gaussian"] {
            #expect((metrics[named: kind + "_95"]?.value.number != nil) == has95)
            #expect((metrics[named: kind + "_99"]?.value.number != nil) == has99)
        }
    }
    let months = run(
        ends(of: (0..<60).map { 2001 * 12 + $0 }, isBusiness: false), RunBuilder.calendar(.monthly, perYear: 12),
        seed: 1
    )
    #expect(Analyzer.analyze(months).metrics[.historicalVaR95]?.declaration.name == "VaR 95 %, one month")
}

@Test func `an exchange that traded on a day once is not thought closed on it in another year`() {
    var calendar = RunBuilder.calendar()
    calendar.isInferred = true
    let dates = RunBuilder.weekdays(from: "2022-05-25", count: 1201).map(\.date)
    guard let last = dates.last else { return }
    // A Wednesday, and New Year's Eve is a Thursday on which this exchange has traded before.
    #expect(last == date(2026, 12, 30))
    let series = run(dates, calendar, seed: 5)
    let window = zip(dates.dropFirst(), series.returns.values).filter { $0.0 > date(2025, 12, 30) }.map(\.1)
    let growth = window.reduce(1) { $0 * (1 + $1) } - 1
    #expect(((Analyzer.analyze(series).metrics.number(.oneYear) ?? .nan) - growth).magnitude < 1e-12)
}
