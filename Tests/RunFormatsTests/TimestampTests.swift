import Containers
import Foundation
import Series
import TestSupport
import Testing

@testable import RunFormats

struct TimestampTextTests {
    private static let day = Timestamp.day

    @Test(arguments: [
        ("2015-01-02", 16_437 * day, nil as Int32?), ("2015/01/02", 16_437 * day, nil), ("20150102", 16_437 * day, nil),
        ("1970-01-01", 0, nil), ("1969-12-31", -day, nil), ("2000-02-29", 11_016 * day, nil),
        ("2015-01-02T15:30", 16_437 * day + 55_800_000, nil), ("2015-01-02 15:30:05", 16_437 * day + 55_805_000, nil),
        ("2015-01-02 15:30:05.5", 16_437 * day + 55_805_500, nil),
        ("2015-01-02t15:30:05.123456789", 16_437 * day + 55_805_123, nil),
        ("2015-01-02T15:30:05Z", 16_437 * day + 55_805_000, 0),
        ("2015-01-02 15:30+01:00", 16_437 * day + 55_800_000, 3600),
        ("2015-01-02 15:30:00-0430", 16_437 * day + 55_800_000, -16_200),
        ("2015-01-02 15:30:00+05", 16_437 * day + 55_800_000, 18_000),
        ("2015-01-02 00:00:00 UTC", 16_437 * day, 0), ("1420156800", 16_437 * day, 0),
        ("1420156800123", 16_437 * day + 123, 0), ("1420156800123456", 16_437 * day + 123, 0),
        ("1420156800123456789", 16_437 * day + 123, 0),
    ])
    func `timestamps read as the instant or wall time they name`(text: String, wall: Int64, offset: Int32?) {
        #expect(TimestampText.timestamp(text) == WrittenTimestamp(wall: wall, offset: offset))
    }

    @Test(arguments: [
        "", "2015", "2015-13-01", "2015-02-29", "2015-00-10", "2015-1-2", "01/02/2015", "2015-01-02T",
        "2015-01-02T24:00",
        "2015-01-02T15:60", "2015-01-02T15:30:60", "2015-01-02T15:30:05.", "2015-01-02X15:30", "2015-01/02",
        "2015-01-02T15:30+25:00", "2015-01-02T15:30+01:0", "2015-01-02 15:30 EST", "12345678901234567890", "0000-01-01",
        "20151301", "2015-01-02T15", "abcdefgh", "2015-01-02Z", "99999999999999999999",
    ])
    func `anything else is no timestamp`(text: String) {
        #expect(TimestampText.timestamp(text) == nil)
    }
}

struct TimeZoneTests {
    @Test func `New York's clocks change as written and beyond by rule`() throws {
        let rule = try #require(TimeZoneYearRule("EST5EDT,M3.2.0,M11.1.0"))
        // 2024-03-10 07:00 UTC is 03:00 EDT; an hour of wall time does not exist before.
        #expect(rule.offset(at: 1_710_053_999) == -18_000)
        #expect(rule.offset(at: 1_710_054_000) == -14_400)
        #expect(rule.offset(at: 1_730_613_599) == -14_400)
        #expect(rule.offset(at: 1_730_613_600) == -18_000)
    }

    @Test func `the southern half keeps its summer over new year`() throws {
        let rule = try #require(TimeZoneYearRule("AEST-10AEDT,M10.1.0,M4.1.0/3"))
        #expect(rule.offset(at: 1_704_067_200) == 39_600)
        #expect(rule.offset(at: 1_719_792_000) == 36_000)
    }

    @Test(arguments: [
        "", "X", "EST", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M1.1.0", "EST5EDT,M3.6.0,M1.1.0", "<+03", "EST5x",
    ])
    func `other texts are no rule`(text: String) {
        #expect(TimeZoneYearRule(text) == nil)
    }

    /// Every second hour of 60 years agrees with Foundation, which reads the same files with other code.
    @Test(arguments: ["America/New_York", "Europe/London", "Asia/Kolkata", "Australia/Sydney", "Asia/Tehran"])
    func `zones agree with Foundation`(name: String) throws {
        guard let zone = TimeZoneRules.named(name), let reference = TimeZone(identifier: name) else {
            withKnownIssue("tzdata is not installed") { Issue.record("skipped") }
            return
        }
        for instant in stride(from: 0, to: 1_900_000_000 as Int64, by: 3600 * 37) {
            let expected = reference.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
            if Int(zone.offset(at: instant)) != expected { Issue.record("\(name) at \(instant)") }
        }
    }

    @Test func `names cannot leave the zone folder`() {
        #expect(TimeZoneRules.named("../../../etc/passwd") == nil)
        #expect(TimeZoneRules.named("/etc/localtime") == nil)
        #expect(TimeZoneRules.named("") == nil)
        #expect(TimeZoneRules.named("America") == nil)
    }

    @Test func `no bytes are a zone by accident`() {
        let start = Array("TZif2".utf8)
        for count in 0..<200 {
            #expect(TimeZoneRules.parse(start + [UInt8](repeating: 0, count: count), name: "x") == nil)
        }
        #expect(TimeZoneRules.parse(start + [UInt8](repeating: 0xFF, count: 400), name: "x") == nil)
    }
}

struct RunClockTests {
    @Test func `midnights with one offset are dates in any zone`() throws {
        let text = "date,equity\n2024-01-02 00:00:00+00:00,100\n2024-01-03 00:00:00+00:00,101\n"
        let run = try bare(text, RunOptions(timeZone: "America/New_York"))
        #expect(run.equity.timestamps == [moment("2024-01-02"), moment("2024-01-03")])
    }

    @Test func `one offset is the zone where none is declared`() throws {
        let text = "date,equity\n2024-01-02T21:00:00-05:00,100\n2024-01-03T21:00:00-05:00,101\n"
        let run = try bare(text)
        #expect(run.equity.timestamps[0] == moment("2024-01-02 21:00"))
        #expect(run.timeZone == .derived("-05:00", "offsets of the timestamps"))
    }

    @Test func `different offsets become UTC and say so`() throws {
        let text = "date,equity\n2024-03-08T16:00:00-05:00,100\n2024-03-11T16:00:00-04:00,101\n"
        let run = try bare(text)
        #expect(run.equity.timestamps == [moment("2024-03-08 21:00"), moment("2024-03-11 20:00")])
        #expect(run.provenance.notes.contains("Timestamps with different offsets were converted to UTC."))
    }

    @Test func `a declared zone shows its own wall`() throws {
        let text = "date,equity\n2024-03-08T21:00:00Z,100\n2024-03-11T20:00:00Z,101\n"
        let run = try bare(text, RunOptions(timeZone: "America/New_York"))
        #expect(run.equity.timestamps == [moment("2024-03-08 16:00"), moment("2024-03-11 16:00")])
    }

    @Test func `the hour that a clock change repeats stays in order`() throws {
        let hours = (3...8).map { "2024-11-03T0\($0):00:00Z,\(100 + $0)" }
        let run = try bare(
            "date,equity\n" + hours.joined(separator: "\n") + "\n", RunOptions(timeZone: "America/New_York"))
        #expect(run.equity.count == 6)
        #expect(zip(run.equity.timestamps, run.equity.timestamps.dropFirst()).allSatisfy { $0 < $1 })
        #expect(run.provenance.notes.contains { $0.contains("hour that a clock change repeats") })
    }

    @Test func `an unknown zone names the nearest`() throws {
        let message = try bareMessage(dailyEquity(3), RunOptions(timeZone: "Europe/Lndon"))
        #expect(message == "--time-zone: unknown time zone 'Europe/Lndon'; did you mean 'Europe/London'?")
    }
}

struct TimestampCellTests {
    /// A column of cells that are right, or nearly so.
    @Test func `the cells of a column are read as each by itself is`() throws {
        var random = SeededNumbers(seed: 14)
        let usual = Array("2024-02-29T23:59:59".utf8)
        var cells = (0..<3000).map { _ in
            var cell = usual
            for _ in 0..<random.below(3) { cell[random.below(19)] = UInt8(0x2A + random.below(0x14)) }
            return String(decoding: cell, as: UTF8.self)
        }
        cells += [
            "2024-02-29 00:00:00", "2024-02-29t09:31:00", "2024-02-29", "2024-02-29T09:31", "2024-02-29T24:00:00",
        ]
        let text = "time\tx\n" + cells.map { $0 + "\t1\n" }.joined()
        let table = try CSVScanner.scan(Array(text.utf8), delimiter: UInt8(ascii: "\t"))
        let reading = table.timestamps(column: 0, from: 1)
        for (row, cell) in cells.enumerated() {
            let alone = TimestampText.timestamp(cell)
            #expect(reading.badRows.contains(row + 1) == (alone == nil), "\(cell)")
            if let alone { #expect(reading.column.walls[row] == alone.wall, "\(cell)") }
        }
    }
}
