import Series
import Testing

@testable import RunFormats

struct CalendarTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var stamps: [Timestamp]
        var name: String
        var cadence: Cadence
        var periods: Double
    }

    private static let start = CalendarDate(year: 2024, month: 1, day: 1)?.day ?? 0

    /// One stamp per kept date, or several within it.
    private static func stamps(
        days: Int, minutes: [Int] = [0], keep: (CalendarDate) -> Bool = { $0.weekday < 5 }
    ) -> [Timestamp] {
        (start..<start + days).map { CalendarDate(day: $0) }.filter(keep).flatMap { date in
            minutes.map { Timestamp(date, seconds: Double($0) * 60) }
        }
    }

    private static func monthly(_ count: Int, step: Int) -> [Timestamp] {
        (0..<count).map { Timestamp(CalendarDate(day: CalendarDate(day: start).adding(months: $0 * step).day + 30)) }
    }

    private static let everyDay: @Sendable (CalendarDate) -> Bool = { _ in true }
    private static let noSaturday: @Sendable (CalendarDate) -> Bool = { $0.weekday != 5 }
    private static let hours = Array(stride(from: 0, to: 1440, by: 60))

    static let cases = [
        Case(testDescription: "weekdays", stamps: stamps(days: 365), name: "xnys", cadence: .daily, periods: 252),
        Case(testDescription: "two rows", stamps: stamps(days: 2), name: "xnys", cadence: .daily, periods: 252),
        Case(
            testDescription: "Friday and Monday",
            stamps: stamps(days: 9) { [4, 0].contains($0.weekday) && $0.day > start },
            name: "xnys", cadence: .daily, periods: 252),
        Case(
            testDescription: "every day", stamps: stamps(days: 365, keep: everyDay), name: "24x7", cadence: .daily,
            periods: 365),
        Case(
            testDescription: "ten days with a weekend", stamps: stamps(days: 10, keep: everyDay), name: "24x7",
            cadence: .daily, periods: 365),
        Case(
            testDescription: "weekdays with one working Saturday",
            stamps: stamps(days: 200) { $0.weekday < 5 || $0.day == start + 40 },
            name: "xnys", cadence: .daily, periods: 252),
        Case(
            testDescription: "currencies with Sundays", stamps: stamps(days: 365, keep: noSaturday), name: "fx",
            cadence: .daily, periods: 313),
        Case(
            testDescription: "Tuesday to Saturday", stamps: stamps(days: 365) { (1...5).contains($0.weekday) },
            name: "custom", cadence: .daily, periods: 252),
        Case(
            testDescription: "Monday to Saturday", stamps: stamps(days: 365) { $0.weekday < 6 }, name: "custom",
            cadence: .daily, periods: 302),
        Case(
            testDescription: "Sunday to Thursday", stamps: stamps(days: 365) { ![4, 5].contains($0.weekday) },
            name: "custom",
            cadence: .daily, periods: 252),
        Case(
            testDescription: "weekly", stamps: stamps(days: 365) { $0.weekday == 4 }, name: "weekly", cadence: .weekly,
            periods: 52),
        Case(testDescription: "monthly", stamps: monthly(24, step: 1), name: "monthly", cadence: .monthly, periods: 12),
        Case(
            testDescription: "quarterly", stamps: monthly(12, step: 3), name: "quarterly", cadence: .quarterly,
            periods: 4),
        Case(testDescription: "yearly", stamps: monthly(5, step: 12), name: "yearly", cadence: .yearly, periods: 1),
        Case(
            testDescription: "hours of an exchange",
            stamps: stamps(days: 60, minutes: Array(stride(from: 600, to: 1000, by: 60))),
            name: "xnys", cadence: .hourly, periods: 7 * 252),
        Case(
            testDescription: "hours round the clock on weekdays", stamps: stamps(days: 60, minutes: hours), name: "fx",
            cadence: .hourly, periods: 6240),
        Case(
            testDescription: "hours of currencies with Sunday evenings",
            stamps: stamps(days: 60, minutes: hours, keep: noSaturday).filter { $0.date.weekday != 6 || $0.hour > 20 },
            name: "fx", cadence: .hourly, periods: 6240),
        Case(
            testDescription: "hours of coins", stamps: stamps(days: 60, minutes: hours, keep: everyDay), name: "24x7",
            cadence: .hourly, periods: 8760),
        Case(
            testDescription: "minutes of an exchange", stamps: stamps(days: 30, minutes: Array(571...960)),
            name: "xnys",
            cadence: .minute, periods: 98_280),
        Case(
            testDescription: "quarter hours of an exchange",
            stamps: stamps(days: 60, minutes: Array(stride(from: 585, to: 961, by: 15))),
            name: "xnys", cadence: .minute, periods: 26 * 252),
        Case(
            testDescription: "two bars a day", stamps: stamps(days: 60, minutes: [600, 960]), name: "xnys",
            cadence: .hourly,
            periods: 504),
    ]

    @Test(arguments: cases)
    func `calendars are inferred from stamps`(item: Case) {
        let calendar = CalendarInference.calendar(
            StampPattern(item.stamps), stamps: item.stamps, declared: .init(calendar: nil, periodsPerYear: nil))
        #expect(calendar.name == item.name)
        #expect(calendar.cadence == item.cadence)
        #expect(calendar.periodsPerYear == item.periods)
        #expect(calendar.isInferred)
        #expect(calendar.reason.hasPrefix("Inferred from the stamps: ") && calendar.reason.hasSuffix("."))
    }

    @Test func `no regular distance gives as many periods a year as there were`() {
        let stamps = [0, 3, 45, 60, 200, 201, 310, 340, 350, 365, 400, 730].map {
            Timestamp(CalendarDate(day: Self.start + $0))
        }
        let calendar = CalendarInference.calendar(
            StampPattern(stamps), stamps: stamps, declared: .init(calendar: nil, periodsPerYear: nil))
        #expect(calendar.cadence == .irregular)
        #expect(abs(calendar.periodsPerYear - 11 / 730.0 * 365.25) < 1e-3)
    }

    @Test func `a named calendar takes its sessions and the bars that are there`() throws {
        let minutes = Self.stamps(days: 10, minutes: Array(571...960))
        let entry = try #require(CalendarCatalogue.entry("XLON"))
        let calendar = CalendarInference.calendar(
            StampPattern(minutes), stamps: minutes, declared: .init(calendar: entry, periodsPerYear: nil))
        #expect(calendar.periodsPerYear == 390 * 253)
        #expect(!calendar.isInferred)
        let monthly = Self.monthly(24, step: 1)
        let slow = CalendarInference.calendar(
            StampPattern(monthly), stamps: monthly, declared: .init(calendar: entry, periodsPerYear: nil))
        #expect(slow.periodsPerYear == 12)
        #expect(slow.name == "xlon")
    }

    @Test func `a declared number of periods stands above all`() throws {
        let run = try bare(dailyEquity(30), RunOptions(calendar: "24x7", periodsPerYear: 250))
        #expect(run.calendar.periodsPerYear == 250)
        #expect(run.calendar.name == "custom")
        #expect(run.calendar.reason == "250 periods a year, as declared.")
    }

    @Test func `options stand above the run's file`() throws {
        let folder = try TemporaryRun(["equity.csv": dailyEquity(30), "run.json": #"{"periods_per_year": 100}"#])
        #expect(try folder.read().calendar.periodsPerYear == 100)
        #expect(try folder.read(RunOptions(calendar: "crypto")).calendar.periodsPerYear == 365)
    }

    @Test func `every name and alias of the catalogue is unique`() {
        let names = CalendarCatalogue.entries.flatMap { [$0.name] + $0.aliases }
        #expect(Set(names).count == names.count)
        for name in names { #expect(CalendarCatalogue.entry(name.uppercased()) != nil) }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 100, 101])
    func `the median is that of the sorted column`(count: Int) {
        for variant in 0..<40 {
            var values = (0..<count).map { ($0 * (variant * 2 + 1) &+ variant * 7) % (variant % 5 == 0 ? 3 : 101) }
            let expected = values.sorted()[count / 2]
            #expect(OrderStatistic.median(of: &values) == expected)
        }
    }
}
