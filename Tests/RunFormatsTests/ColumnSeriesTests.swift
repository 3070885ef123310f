import Containers
import Foundation
import RunModel
import Series
import TestSupport
import Testing

@testable import RunFormats

/// Typed columns reach the run as they are: the same run as of their text, and every bit of them.
struct ColumnSeriesTests {
    /// A table of moments, equity and a benchmark.
    private func table(
        _ times: TimeValues, _ values: ColumnValues, _ other: ColumnValues? = nil, missing: [Int] = []
    ) -> ColumnTable {
        let rows = times.counts.count
        let all = Validity(repeating: true, count: rows)
        var columns = [
            TableColumn(name: "date", values: .times(times), validity: all),
            TableColumn(
                name: "equity", values: values, validity: Validity((0..<rows).map { !missing.contains($0) })),
        ]
        if let other { columns.append(TableColumn(name: "benchmark", values: other, validity: all)) }
        return ColumnTable(columns: columns, rowCount: rows)
    }

    private func read(_ table: ColumnTable) -> SeriesFile? {
        let log = ReadingLog()
        let series = ColumnSeries(name: "run.parquet", expectation: .init(), log: log).read(table) { _, _ in true }
        if series == nil { #expect(log.notes.isEmpty && log.findings.isEmpty, "giving up says nothing") }
        return series
    }

    private func readText(_ table: ColumnTable) throws -> SeriesFile {
        let text = try TableText.text(of: table, limit: 1 << 24)
        let file = try TableFile(name: "run.parquet", bytes: text, log: ReadingLog())
        return try SeriesFileReader(file: file, expectation: .init()).read()
    }

    private func expectSame(_ one: RawSeries?, _ other: RawSeries?) {
        #expect(one?.timestamps == other?.timestamps)
        #expect(one?.values.map(\.bitPattern) == other?.values.map(\.bitPattern))
        #expect(one?.lines == other?.lines && one?.column == other?.column && one?.content == other?.content)
    }

    private static let days = (0..<40).map { Int64(18_000 + $0) }
    private static let levels = days.indices.map { 100 + Double($0) * 1.5 }

    @Test(arguments: [
        (TimeValues.Unit.day, TimeValues.Meaning.date), (.second, .local), (.millisecond, .instant(zone: nil)),
        (.microsecond, .instant(zone: "America/New_York")), (.nanosecond, .local),
        (.nanosecond, .instant(zone: "Asia/Kolkata")), (.second, .instant(zone: "No/Where")),
    ])
    func `the series of typed columns are those of their text`(
        unit: TimeValues.Unit, meaning: TimeValues.Meaning
    ) throws {
        for shift in [0, 1, 34_200] where shift == 0 || unit != .day {
            let counts = Self.days.map { $0 * unit.perDay + Int64(shift) * (unit.perDay / 86_400) }
            let times = TimeValues(counts: counts, unit: unit, meaning: meaning)
            for values in [ColumnValues.doubles(Self.levels), .integers(Self.days)] {
                let table = table(times, values, .doubles(Self.levels.map { $0 / 3 }))
                let (typed, text) = (read(table), try readText(table))
                expectSame(typed?.main, text.main)
                expectSame(typed?.benchmark, text.benchmark)
                #expect(typed?.main.digits == text.main.digits)
            }
        }
    }

    @Test func `the newest row may stand first, and values may be missing`() throws {
        let times = TimeValues(counts: Self.days.reversed(), unit: .day, meaning: .date)
        let table = table(times, .doubles(Self.levels), missing: [3, 4])
        let (typed, text) = (read(table), try readText(table))
        expectSame(typed?.main, text.main)
        #expect(typed?.main.values.count { $0.isNaN } == 2)
    }

    @Test func `every bit of a number and every nanosecond's millisecond arrives`() throws {
        var random = SeededNumbers(seed: 12)
        let values = Self.days.map { _ in Double(bitPattern: 0x40F0_0000_0000_0000 | random.next() >> 16) }
        let start: Int64 = 1_600_000_000_123_456_789
        let counts = Self.days.indices.map { start + Int64($0) * 60_000_000_001 }
        let table = table(TimeValues(counts: counts, unit: .nanosecond, meaning: .instant(zone: nil)), .doubles(values))
        let series = try #require(read(table)?.main)
        #expect(series.values.map(\.bitPattern) == values.map(\.bitPattern))
        #expect(series.timestamps.walls == counts.map { $0 / 1_000_000 })
        #expect(series.timestamps.offsets == .uniform(0))
    }

    @Test func `what is otherwise is left to the text`() {
        let times = TimeValues(counts: Self.days, unit: .day, meaning: .date)
        var broken = Self.levels
        broken[7] = .infinity
        #expect(read(table(times, .doubles(broken))) == nil)
        #expect(read(table(times, .texts(TextValues(Self.levels.map { "\($0)" })))) == nil)
        let durations = TimeValues(counts: Self.days, unit: .day, meaning: .duration)
        #expect(read(table(durations, .doubles(Self.levels))) == nil)
        let far = TimeValues(counts: Self.days.map { $0 + 5_000_000 }, unit: .day, meaning: .date)
        #expect(read(table(far, .doubles(Self.levels))) == nil)
    }

    @Test(.enabled(if: RealRuns.areThere, Comment(rawValue: RealRuns.advice)))
    func `every real dialect of a table gives the run that its text gives`() throws {
        let names = [
            "none", "snappy", "gzip", "brotli", "zstd", "lz4", "delta", "int96", "v2pages.snappy", "nodict.snappy",
            "rowgroups-500", "byte_stream_split.zstd", "polars-default", "ts-ms-utc", "ts-us-utc", "ts-ns-utc",
        ]
        for file in names.map({ "equity.\($0).parquet" }) + ["equity.lz4.feather", "equity.polars.arrow"] {
            let path = RealRuns.folder + "/parquet-variants/" + file
            let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
            let table = try #require(try ContainerText.columns(bytes, limit: 1 << 28), "\(file)")
            let typed = read(table)
            #expect(typed != nil, "\(file) is read as typed columns")
            expectSame(typed?.main, try readText(table).main)
        }
    }
}
