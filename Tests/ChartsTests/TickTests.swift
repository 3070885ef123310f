import Series
import TestSupport
import Testing

@testable import Charts

@Suite struct LinearTickTests {
    /// Cases of d3-array's own test/ticks-test.js.
    @Test(arguments: [
        (0.0, 1.0, 10, [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]),
        (0.0, 1.0, 5, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (0.0, 1.0, 3, [0.0, 0.5, 1.0]),
        (0.0, 1.0, 1, [0.0, 1.0]),
        (-10.0, 10.0, 4, [-10.0, -5.0, 0.0, 5.0, 10.0]),
        (-10.0, 10.0, 1, [0.0]),
        (0.0, 10.0, 6, [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]),
    ])
    func `ticks are exactly the round numbers of the domain`(start: Double, end: Double, count: Int, ticks: [Double]) {
        #expect(LinearTicks(in: Interval(start, end), count: count).values == ticks)
        #expect(LinearTicks(in: Interval(end, start), count: count).values == ticks.reversed())
    }

    @Test func `nothing to tick gives no ticks`() {
        #expect(LinearTicks(in: Interval(0, 1), count: 0).values.isEmpty)
        #expect(LinearTicks(in: Interval(.nan, 1), count: 5).values.isEmpty)
        #expect(LinearTicks(in: Interval(0, .infinity), count: 5).values.isEmpty)
        #expect(LinearTicks(in: Interval(3, 3), count: 5).values == [3])
    }

    @Test func `nice widens to ticks and keeps the direction`() {
        #expect(LinearTicks.nice(Interval(0.132, 0.876), count: 10) == Interval(0.1, 0.9))
        #expect(LinearTicks.nice(Interval(0.876, 0.132), count: 10) == Interval(0.9, 0.1))
        #expect(LinearTicks.nice(Interval(-0.144, 0), count: 3) == Interval(-0.15, 0))
        #expect(LinearTicks.nice(Interval(4, 4), count: 3) == Interval(4, 4))
    }

    @Test func `labels never show binary noise`() {
        var numbers = SeededNumbers(seed: 3)
        for _ in 0..<2000 {
            let size = numbers.pick([1e-6, 1e-3, 0.1, 1, 50, 1e4, 1e9])
            let low = numbers.uniform(-1, 1) * size
            let domain = Interval(low, low + numbers.uniform(0.001, 1) * size)
            let ticks = LinearTicks(in: domain, count: 6)
            let labels = ticks.values.map { NumberFormat.number(2).tick($0, step: ticks.step) }
            #expect(labels.allSatisfy { $0.count <= 10 }, "\(domain) gives \(labels)")
            #expect(Set(labels).count == labels.count, "\(domain) gives \(labels)")
            #expect(ticks.values.allSatisfy(domain.contains))
        }
    }
}

@Suite struct LogTickTests {
    @Test func `ticks are one, two and five times powers of ten`() {
        #expect(LogTicks(in: Interval(0.87, 61), count: 8).values == [1, 2, 5, 10, 20, 50])
        #expect(LogTicks(in: Interval(0.04, 1.5), count: 8).values == [0.05, 0.1, 0.2, 0.5, 1])
    }

    @Test func `too many are thinned to fives, to decades, to every second decade`() {
        #expect(LogTicks(in: Interval(0.87, 61), count: 5).values == [1, 5, 10, 50])
        #expect(LogTicks(in: Interval(0.87, 610), count: 3).values == [1, 10, 100])
        #expect(LogTicks(in: Interval(0.87, 2e6), count: 4).values == [1, 100, 1e4, 1e6])
    }

    @Test func `a narrow domain gets linear ticks`() {
        #expect(LogTicks(in: Interval(0.94, 1.13), count: 5).values == [0.95, 1, 1.05, 1.1])
    }

    @Test func `what has no logarithm has no ticks`() {
        #expect(LogTicks(in: Interval(0, 10), count: 5).values.isEmpty)
        #expect(LogTicks(in: Interval(-1, 10), count: 5).values.isEmpty)
    }
}

@Suite struct TimeTickTests {
    private func day(_ text: String) -> Double { Double(CalendarDate(iso: text)?.day ?? 0) }

    @Test func `years, quarters and months begin on their first day`() {
        let domain = Interval(day("2019-11-05"), day("2021-02-03"))
        #expect(TimeStep.years(1).ticks(in: domain) == [day("2020-01-01"), day("2021-01-01")])
        #expect(
            TimeStep.months(3).ticks(in: domain)
                == ["2020-01-01", "2020-04-01", "2020-07-01", "2020-10-01", "2021-01-01"].map(day))
        #expect(TimeStep.months(1).ticks(in: domain).count == 15)
    }

    @Test func `years are divisible by their step`() {
        let ticks = TimeStep.years(5).ticks(in: Interval(day("1993-05-03"), day("2011-01-01")))
        #expect(ticks == [day("1995-01-01"), day("2000-01-01"), day("2005-01-01"), day("2010-01-01")])
    }

    @Test func `weeks begin on Mondays and hours at midnight`() {
        let week = TimeStep.days(7).ticks(in: Interval(day("2024-01-03"), day("2024-01-20")))
        #expect(week == [day("2024-01-08"), day("2024-01-15")])
        let hours = TimeStep.hours(6).ticks(in: Interval(day("2024-01-03") + 0.1, day("2024-01-04")))
        #expect(hours == [0.25, 0.5, 0.75, 1].map { day("2024-01-03") + $0 })
    }

    @Test func `a label names what begins at the tick`() {
        #expect(TimeStep.years(1).label(at: day("2020-01-01")) == TimeStep.Label(primary: "2020", secondary: ""))
        #expect(TimeStep.months(1).label(at: day("2020-03-01")) == TimeStep.Label(primary: "Mar", secondary: "2020"))
        #expect(TimeStep.days(1).label(at: day("2020-03-09")) == TimeStep.Label(primary: "9", secondary: "Mar 2020"))
        #expect(
            TimeStep.hours(1).label(at: day("2020-03-09") + 9.5 / 24)
                == TimeStep.Label(primary: "09:30", secondary: "9 Mar 2020"))
        #expect(TimeStep.days(1).label(at: -0.5).primary == "31")
    }

    @Test func `a domain that is far too long for a step has no ticks`() {
        #expect(TimeStep.minutes(1).ticks(in: Interval(0, 4000)).isEmpty)
        #expect(TimeStep.years(1).ticks(in: Interval(.nan, 4)).isEmpty)
    }
}

@Suite struct NumberFormatTests {
    @Test func `ticks have the decimals of their step`() {
        #expect(NumberFormat.percent(1).tick(-0.05, step: 0.05) == "−5\u{202F}%")
        #expect(NumberFormat.percent(1).tick(0, step: 0.005) == "0.0\u{202F}%")
        #expect(NumberFormat.multiple(2).tick(1.5, step: 0.5) == "1.5×")
        #expect(NumberFormat.number(2).tick(2, step: 1) == "2")
        #expect(NumberFormat.count.tick(12_500, step: 500) == "12\u{202F}500")
    }

    @Test func `money is short`() {
        let format = NumberFormat.money(0)
        #expect(format.tick(950, step: 50) == "950")
        #expect(format.tick(12_000, step: 1000) == "12k")
        #expect(format.tick(1_500_000, step: 500_000) == "1.5M")
        #expect(format.tick(-2_000_000_000, step: 1e9) == "−2B")
        #expect(format.tick(0, step: 500_000) == "0")
    }

    @Test func `what words cannot say shortly is written with an exponent`() {
        #expect(NumberFormat.number(2).tick(2e18, step: 1e18) == "2e18")
        #expect(NumberFormat.number(2).tick(-3e-9, step: 1e-9) == "−3e−9")
    }

    @Test func `names tell scripts how to write a value`() {
        #expect(NumberFormat.percent(1).name == "percent1")
        #expect(NumberFormat.multiple(2).name == "multiple2")
        #expect(NumberFormat.count.name == "number0")
        #expect(NumberFormat.multiple(2).text(5.936) == "5.94×")
    }
}
