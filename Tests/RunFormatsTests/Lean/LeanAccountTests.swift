import RunModel
import Series
import Testing

@testable import RunFormats

/// Days, zones and weekends of LEAN's samples.
struct LeanAccountTests {
    private func dates(_ run: Run) -> [String] { run.equity.timestamps.map(\.description) }

    /// Ten weeks of daily values from 7 March 2024, a Thursday, changed by a function of the day.
    private func long(_ move: (_ day: CalendarDate) -> Double, benchmark: (CalendarDate) -> Double = { _ in 0 })
        -> LeanFixture
    {
        var (equity, levels) = ([1000.0], [400.0])
        for index in 0..<70 {
            let day = CalendarDate(day: LeanFixture.firstDay + index)
            equity.append((equity[index] * (1 + move(day)) * 1e4).rounded() / 1e4)
            levels.append(levels[index] + benchmark(day))
        }
        return LeanFixture(endsAtClose: false).with(equity: equity, benchmark: levels).idle
    }

    private func wobble(_ day: CalendarDate) -> Double { Double(day.day * 37 % 11 - 5) / 1000 + 0.0003 }

    @Test func `a market that moves on weekdays has no observations at weekends`() throws {
        let run = try long { $0.weekday < 5 ? wobble($0) : 0 }.read()
        #expect(run.equity.timestamps.allSatisfy { $0.date.weekday < 5 })
        #expect(run.calendar.name == "xnys" && run.calendar.periodsPerYear == 252)
        #expect(run.returns.count == 50)
    }

    @Test func `a market that moves on Saturdays keeps every day, whatever the engine counts in a year`() throws {
        let run = try long(wobble).read()
        #expect(run.calendar.name == "24x7" && run.calendar.periodsPerYear == 365 && run.returns.count == 70)
    }

    @Test func `coins keep their weekends also where the account rests`() throws {
        var fixture = long { $0.weekday == 1 ? wobble($0) : 0 }
        fixture.orders = LeanFixture.Order.all.map { order in
            var order = order
            order.securityType = 7
            return order
        }
        #expect(try fixture.read().calendar.name == "24x7")
    }

    @Test func `Sunday evenings of currencies are a part of Monday`() throws {
        let run = try long { $0.weekday == 5 ? 0 : wobble($0) }.read()
        #expect(run.equity.timestamps.allSatisfy { $0.date.weekday < 5 } && run.calendar.name == "fx")
        let levels = long { $0.weekday == 5 ? 0 : wobble($0) }.equity
        #expect(run.equity.values.last == levels.last && run.equity.values[0] == 1000)
        // The 11th is a Monday: its value is that of its end, its return that of Sunday and Monday.
        let monday = try #require(run.equity.timestamps.firstIndex { $0.date.iso == "2024-03-11" })
        #expect(run.equity.values[monday] == levels[5] && run.equity.values[monday - 1] == levels[2])
    }

    @Test func `an option that is settled on a Saturday makes no market of it`() throws {
        let run = try long { $0.weekday < 5 ? wobble($0) : $0.day == LeanFixture.firstDay + 9 ? -0.02 : 0 }.read()
        #expect(run.calendar.name == "xnys")
        let expected = long { $0.weekday < 5 ? wobble($0) : $0.day == LeanFixture.firstDay + 9 ? -0.02 : 0 }.equity
        #expect(run.equity.values.last == expected.last)
    }

    @Test func `what moves at the weekend behind the last session belongs to it`() throws {
        let fixture = LeanFixture(endsAtClose: false).with(equity: [100, 101, 102, 102, 103]).idle
        let run = try fixture.read()
        #expect(dates(run).last == "2024-03-08" && run.equity.values.last == 103)
    }

    @Test func `a weekday on which neither account nor benchmark moves is a holiday`() throws {
        let closed = "2024-03-29"
        let fixture = long(
            { $0.weekday < 5 && $0.iso != closed && $0.iso != "2024-04-10" ? wobble($0) : 0 },
            benchmark: { $0.weekday < 5 && $0.iso != closed ? wobble($0) * 100 : 0 })
        let run = try fixture.read()
        #expect(!dates(run).contains(closed))
        // The account rested on another day, on which the benchmark moved.
        #expect(dates(run).contains("2024-04-10") && run.returns.count == 49)
    }

    @Test func `a start on a Monday has its start value on the Friday before`() throws {
        let fixture = LeanFixture(endsAtClose: false).with(equity: [100, 101, 102, 102, 102, 103, 104]).idle
        var later = fixture
        later.offset = { day in (day <= 19_792 ? 5 : 4) * 3600 }
        #expect(try dates(later.read()).first == "2024-03-06")
        let monday = try long { $0.day < 19_793 ? 0 : $0.weekday < 5 ? wobble($0) : 0 }.read()
        #expect(monday.problems() == [])
    }

    @Test(arguments: [
        ("UTC", { @Sendable (_: Int) in 0 }),
        ("America/Chicago", { @Sendable (day: Int) in day <= 19_792 ? 21_600 : 18_000 }),
        ("Europe/Berlin", { @Sendable (day: Int) in day <= 19_813 ? -3600 : -7200 }),
        ("Asia/Tokyo", { @Sendable (_: Int) in -32_400 }),
        ("Asia/Kolkata", { @Sendable (_: Int) in -19_800 }),
        ("-03:30", { @Sendable (_: Int) in 12_600 }),
    ])
    func `the zone is the one whose midnights the samples are`(zone: (String, @Sendable (Int) -> Int)) throws {
        var fixture = long { $0.weekday < 5 ? wobble($0) : 0 }
        fixture.offset = zone.1
        let run = try fixture.read()
        #expect(run.timeZone == .derived(zone.0, "the samples are taken at midnight there"))
        #expect(dates(run).first == "2024-03-06" && dates(run)[1] == "2024-03-07")
        #expect(run.equity.timestamps.allSatisfy { $0.date.weekday < 5 })
    }

    @Test func `the zone of the options stands above`() throws {
        let run = try LeanFixture().read(RunOptions(timeZone: "Europe/London"))
        #expect(run.timeZone == .given("Europe/London"))
        #expect(run.trades?.first { !$0.isOpen }?.entry.description == "2024-03-07 14:31")
    }

    @Test func `a benchmark of zeros is none`() throws {
        let run = try LeanFixture().with(equity: LeanFixture().equity).read()
        #expect(run.benchmark == nil)
        #expect(run.findings.map(\.code).contains("benchmark_absent"))
    }

    @Test func `a benchmark that stands still at an end is cut there`() throws {
        let fixture = long(
            { $0.weekday < 5 ? wobble($0) : 0 },
            benchmark: { $0.weekday < 5 && $0.day < LeanFixture.firstDay + 40 ? wobble($0) * 100 : 0 })
        let run = try fixture.read()
        #expect(run.benchmark?.lastDate.iso == "2024-04-15")
        #expect(run.findings.map(\.code).contains("benchmark_stands_still"))
    }

    @Test func `where points of the account are missing, the file's returns are compounded`() throws {
        let text = LeanFixture().text
        // The account of the cut file ends on the first day.
        let cut = text.replacing(#/\[1709960400, 100297\.35[^\]]*\],?/#, with: "")
        #expect(cut != text)
        let run = try TemporaryRun(["r.json": cut]).read()
        #expect((run.equity.values[2] / 100_297.35 - 1).magnitude < 1e-12)
        #expect(run.provenance.notes.contains { $0.contains("was compounded there") })
    }

    @Test func `points without a value are left out and a later value at the same moment counts`() throws {
        let text =
            #"{"rollingWindow": {}, "orders": {}, "charts": {"Strategy Equity": {"series": {"Equity": {"values": "#
            + "[[1709787600, 100], [1709874000, 101], [1709874000, 102], [1709960400, null], [1709960400], "
            + #"{"x": 1710219600, "y": 103}, {"x": 1710306000}]}}}}, "statistics": {"a": "b"}}"#
        let run = try TemporaryRun(["r.json": text]).read()
        #expect(run.equity.values == [100, 102, 103])
    }
}
