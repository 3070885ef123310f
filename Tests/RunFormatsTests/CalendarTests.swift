import Series
import Testing

@testable import RunFormats

struct CalendarTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var timestamps: [Timestamp]
        var name: String
        var cadence: Cadence
        var periods: Double
    }

    private static let start = CalendarDate(year: 2024, month: 1, day: 1)?.day ?? 0

    /// One timestamp per kept date, or several within it.
    private static func timestamps(
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
        Case(
            testDescription: "weekdays", timestamps: timestamps(days: 365), name: "xnys", cadence: .daily, periods: 252),
        Case(testDescription: "two rows", timestamps: timestamps(days: 2), name: "xnys", cadence: .daily, periods: 252),
        Case(
            testDescription: "Friday and Monday",
            timestamps: timestamps(days: 9) { [4, 0].contains($0.weekday) && $0.day > start },
            name: "xnys", cadence: .daily, periods: 252),
        Case(
            testDescription: "every day", timestamps: timestamps(days: 365, keep: everyDay), name: "24x7",
            cadence: .daily,
            periods: 365),
        Case(
            testDescription: "ten days with a weekend", timestamps: timestamps(days: 10, keep: everyDay), name: "24x7",
            cadence: .daily, periods: 365),
        Case(
            testDescription: "weekdays with one working Saturday",
            timestamps: timestamps(days: 200) { $0.weekday < 5 || $0.day == start + 40 },
            name: "xnys", cadence: .daily, periods: 252),
        Case(
            testDescription: "currencies with Sundays", timestamps: timestamps(days: 365, keep: noSaturday), name: "fx",
            cadence: .daily, periods: 313),
        Case(
            testDescription: "Tuesday to Saturday", timestamps: timestamps(days: 365) { (1...5).contains($0.weekday) },
            name: "custom", cadence: .daily, periods: 252),
        Case(
            testDescription: "Monday to Saturday", timestamps: timestamps(days: 365) { $0.weekday < 6 }, name: "custom",
            cadence: .daily, periods: 302),
        Case(
            testDescription: "Sunday to Thursday", timestamps: timestamps(days: 365) { ![4, 5].contains($0.weekday) },
            name: "custom",
            cadence: .daily, periods: 252),
        Case(
            testDescription: "weekly", timestamps: timestamps(days: 365) { $0.weekday == 4 }, name: "weekly",
            cadence: .weekly,
            periods: 52),
        Case(
            testDescription: "monthly", timestamps: monthly(24, step: 1), name: "monthly", cadence: .monthly,
            periods: 12),
        Case(
            testDescription: "quarterly", timestamps: monthly(12, step: 3), name: "quarterly", cadence: .quarterly,
            periods: 4),
        Case(testDescription: "yearly", timestamps: monthly(5, step: 12), name: "yearly", cadence: .yearly, periods: 1),
        Case(
            testDescription: "hours of an exchange",
            timestamps: timestamps(days: 60, minutes: Array(stride(from: 600, to: 1000, by: 60))),
            name: "xnys", cadence: .hourly, periods: 7 * 252),
        Case(
            testDescription: "hours round the clock on weekdays", timestamps: timestamps(days: 60, minutes: hours),
            name: "fx",
            cadence: .hourly, periods: 6240),
        Case(
            testDescription: "hours of currencies with Sunday evenings",
            timestamps: timestamps(days: 60, minutes: hours, keep: noSaturday).filter {
                $0.date.weekday != 6 || $0.hour > 20
            },
            name: "fx", cadence: .hourly, periods: 6240),
        Case(
            testDescription: "hours of coins", timestamps: timestamps(days: 60, minutes: hours, keep: everyDay),
            name: "24x7",
            cadence: .hourly, periods: 8760),
        Case(
            testDescription: "minutes of an exchange", timestamps: timestamps(days: 30, minutes: Array(571...960)),
            name: "xnys",
            cadence: .minute, periods: 98_280),
        Case(
            testDescription: "quarter hours of an exchange",
            timestamps: timestamps(days: 60, minutes: Array(stride(from: 585, to: 961, by: 15))),
            name: "xnys", cadence: .minute, periods: 26 * 252),
        Case(
            testDescription: "two bars a day", timestamps: timestamps(days: 60, minutes: [600, 960]), name: "xnys",
            cadence: .hourly,
            periods: 504),
    ]

    @Test(arguments: cases)
    func `calendars are inferred from timestamps`(item: Case) {
        let calendar = CalendarInference.calendar(
            TimestampPattern(item.timestamps), timestamps: TimeAxis(item.timestamps),
            declared: .init(calendar: nil, periodsPerYear: nil))
        #expect(calendar.name == item.name)
        #expect(calendar.cadence == item.cadence)
        #expect(calendar.periodsPerYear == item.periods)
        #expect(calendar.isInferred)
        #expect(calendar.reason.hasPrefix("Inferred from the timestamps: ") && calendar.reason.hasSuffix("."))
    }

    @Test func `no regular distance gives as many periods a year as there were`() {
        let timestamps = [0, 3, 45, 60, 200, 201, 310, 340, 350, 365, 400, 730].map {
            Timestamp(CalendarDate(day: Self.start + $0))
        }
        let calendar = CalendarInference.calendar(
            TimestampPattern(timestamps), timestamps: TimeAxis(timestamps),
            declared: .init(calendar: nil, periodsPerYear: nil))
        #expect(calendar.cadence == .irregular)
        #expect(abs(calendar.periodsPerYear - 11 / 730.0 * 365.25) < 1e-3)
    }

    @Test func `a named calendar takes its sessions and the bars that are there`() throws {
        let minutes = Self.timestamps(days: 10, minutes: Array(571...960))
        let entry = try #require(CalendarCatalog.entry("XLON"))
        let calendar = CalendarInference.calendar(
            TimestampPattern(minutes), timestamps: TimeAxis(minutes),
            declared: .init(calendar: entry, periodsPerYear: nil))
        #expect(calendar.periodsPerYear == 390 * 253)
        #expect(!calendar.isInferred)
        let monthly = Self.monthly(24, step: 1)
        let slow = CalendarInference.calendar(
            TimestampPattern(monthly), timestamps: TimeAxis(monthly),
            declared: .init(calendar: entry, periodsPerYear: nil))
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
        let names = CalendarCatalog.entries.flatMap { [$0.name] + $0.aliases }
        #expect(Set(names).count == names.count)
        for name in names { #expect(CalendarCatalog.entry(name.uppercased()) != nil) }
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
