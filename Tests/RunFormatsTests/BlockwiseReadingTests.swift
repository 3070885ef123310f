import RunModel
import Series
import TestSupport
import Testing

@testable import RunFormats

/// Long tables are read block by block: with the same result as whole, or not at all.
struct BlockwiseReadingTests {
    /// One series, its values to the bit: a missing one equals another.
    private struct Column: Equatable {
        var names: [String]
        var timestamps: TimestampColumn
        var values: [UInt64]
        var lines: [UInt32]
        var digits: WrittenDigits?

        init(_ series: RawSeries) {
            names = [series.file, series.column, series.timestampColumn, "\(series.content)"]
            (timestamps, values) = (series.timestamps, series.values.map(\.bitPattern))
            (lines, digits) = (series.lines, series.digits)
        }
    }

    /// A table as the one way or the other sees it.
    private struct Reading: Equatable {
        var series: [Column]
        var notes: [String]
        var findings: [Finding]
    }

    private func whole(_ bytes: [UInt8]) -> Reading? {
        let log = ReadingLog()
        guard let file = try? TableFile(name: "run.csv", bytes: bytes, log: log),
            let series = try? SeriesFileReader(file: file, expectation: .init()).read()
        else { return nil }
        return Reading(
            series: [series.main, series.benchmark].compactMap { $0.map(Column.init) }, notes: log.notes,
            findings: log.findings)
    }

    private func inBlocks(_ bytes: [UInt8], size: Int) -> Reading? {
        let log = ReadingLog()
        let reading = BlockwiseSeries(name: "run.csv", expectation: .init(), log: log)
        guard let outcome = reading.read(TextBlocks(bytes, blockSize: size), accepts: { _, _ in true }) else {
            #expect(log.notes.isEmpty && log.findings.isEmpty, "giving up says nothing")
            return nil
        }
        return Reading(
            series: [outcome.series.main, outcome.series.benchmark].compactMap { $0.map(Column.init) },
            notes: log.notes,
            findings: log.findings)
    }

    /// Some days of equity in one way of writing.
    private func table(
        header: String = "date,equity,benchmark", rows: Int = 40, ending: String = "\n",
        _ row: (_ index: Int, _ date: String) -> String = { "\($1),\(100 + $0),\(50 + $0).25" }
    ) -> [UInt8] {
        let lines = (0..<rows).map { row($0, CalendarDate(day: 18_000 + $0).iso) }
        return Array(([header] + lines).map { $0 + ending }.joined().utf8)
    }

    @Test(arguments: [120, 150, 1000, 1 << 20])
    func `what is plain is read block by block as it is read whole`(size: Int) throws {
        let tables: [[UInt8]] = [
            table(), table(ending: "\r\n"), table(ending: "\n\n"), Array(table().dropLast()),
            table { "\($1)T15:30:00+01:00,\"\(100 + $0)\",nan" },
            table { "\"\($1)\", \(100 + $0).5e0 ,\($0 % 3 == 0 ? "" : "7")" },
            table { index, _ in "\(1_500_000_000 + index),\(100 + index),1" },
            table(header: "date,equity,note") { "\($1),\(100 + $0),\"a \"\"b\"\"\"" },
            table(header: "day;returns;note") { "\($1);0.0\($0);x" },
            table(header: "date,Return [%]") { "\($1),0.\($0)" },
            table { index, _ in "\(CalendarDate(day: 19_000 - index).iso),\(100 + index),1" },
        ]
        for (place, bytes) in tables.enumerated() {
            let reading = try #require(inBlocks(bytes, size: size), "table \(place)")
            #expect(reading == whole(bytes), "table \(place)")
            #expect(reading.series[0].values.count == 40)
        }
    }

    @Test func `what is not plain is left to who reads the table whole`() {
        let tables: [[UInt8]] = [
            table { "\($1),\($0 == 30 ? "x" : "100"),1" }, table { "\($0 == 30 ? "x" : $1),100,1" },
            table { "\($1)\($0 == 30 ? "T00:00:00Z" : ""),100,1" }, table { "\($1),100\($0 == 30 ? ",2" : ""),1" },
            table { "\($1),1.\(100 + $0),1" }, table { "\($1),\($0 == 30 ? "100000" : "100"),1" },
            table(header: "date;equity") { "\($1);\(100 + $0),5" },
            table(header: "date;equity") { index, _ in "\(10 + index % 15).01.2024;\(100 + index)" },
            table(header: "date,time,equity") { "\($1),15:30,\(100 + $0)" },
            table(header: "date,equity,deposits") { "\($1),\(100 + $0),1" },
            table(header: "date,x") { "\($1),\(100 + $0)" }, table(header: "{}") { "\($1),\($0)" },
            table(header: "2017-01-01,1,2"), table(header: "date,equity,benchmark\n,USD,USD"),
            Array(table(ending: "\r").dropLast()), table() + Array(",,\n".utf8), table() + Array("\"".utf8),
        ]
        for (place, bytes) in tables.enumerated() { #expect(inBlocks(bytes, size: 100) == nil, "table \(place)") }
    }

    @Test func `a damaged table is read as it is read whole, or not block by block`() {
        var random = SeededNumbers(seed: 11)
        let plain = table(rows: 12)
        let marks = Array("0,9\".-;\n\r eE\u{7F}x".utf8)
        var read = 0
        for _ in 0..<3_000 {
            var bytes = plain
            for _ in 0..<(1 + random.below(3)) {
                bytes[random.below(bytes.count)] = marks[random.below(marks.count)]
            }
            guard let reading = inBlocks(bytes, size: 90 + random.below(60)) else { continue }
            read += 1
            #expect(reading == whole(bytes), "\(String(decoding: bytes, as: UTF8.self))")
        }
        #expect(read > 150)
    }

    @Test func `a long file has the digest, the size and the findings of a short one`() throws {
        let rows = 60_000
        let bytes = table(rows: rows)
        let run = try TemporaryRun()
        try run.write("run.csv", Array(bytes.dropLast()))
        try run.write("whole.csv", Array(bytes.dropLast()) + Array("\n\n".utf8))
        #expect(bytes.count > TextBlocks.shortest)
        let long = try run.read("run.csv")
        #expect(long.equity.count == rows && long.equity.values.last == Double(99 + rows))
        #expect(long.findings.contains { $0.code == "open_last_line" && $0.row == rows + 1 })
        #expect(long.provenance.files.map(\.size) == [bytes.count - 1])
        let other = try run.read("whole.csv")
        #expect(other.equity == long.equity && other.returns == long.returns)
        #expect(long.benchmark?.returns == other.benchmark?.returns)
    }
}
