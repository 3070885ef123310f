import Containers
import Foundation
import RunModel
import Series
import TestSupport
import Testing

@testable import RunFormats

/// One run in every container; `Tests/Fixtures/Containers/containers.py` wrote them.
struct ContainerRunTests {
    private static let folder = repositoryRoot.appendingPathComponent("Tests/Fixtures/Containers/runs").path

    private static func file(_ name: String) -> String { folder + "/" + name }

    @Test(arguments: [
        "indexed.parquet", "flat.parquet", "int96.parquet", "lz4.feather", "stream.arrow", "sheets.xlsx", "utf-16.csv",
        "one-file.zip", "folder.zip", "nested-orders.parquet",
    ])
    func `a run is the same in every container`(name: String) throws {
        let expected = try RunReader.read(Self.file("equity.csv"))
        let run = try RunReader.read(Self.file(name))
        #expect(run.equity.values == expected.equity.values)
        #expect(run.equity.timestamps == expected.equity.timestamps)
        #expect(run.calendar == expected.calendar)
    }

    @Test func `midnights of a zone are dates on the clocks of that zone`() throws {
        let expected = try RunReader.read(Self.file("equity.csv"))
        let run = try RunReader.read(Self.file("new-york.parquet"))
        #expect(run.equity.timestamps.map(\.date) == expected.equity.timestamps.map(\.date))
    }

    @Test func `a container is recognised by its bytes, whatever it is called`() throws {
        let run = try TemporaryRun()
        try run.write("equity.csv", [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.file("flat.parquet")))))
        try run.write("benchmark.csv", [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.file("sheets.xlsx")))))
        let read = try run.read()
        #expect(read.equity.count == 30 && read.benchmark != nil)
        #expect(read.provenance.notes.contains { $0.contains("sheet 'Equity' of benchmark.csv was read") })
    }

    @Test func `a zip archive is the folder within it, and its files are told apart`() throws {
        let run = try RunReader.read(Self.file("folder.zip"))
        #expect(run.identity.strategy == .given("Zipped") && run.trades?.count == 1)
        #expect(run.provenance.files.map(\.name) == ["equity.parquet", "run.json", "trades.csv"])
        #expect(try RunReader.list(Self.file("folder.zip")).map(\.id) == ["zipped"])
        #expect(try RunReader.list(Self.file("one-file.zip")).map(\.id) == ["one-file"])
    }

    @Test func `a part of a run folder may be Parquet, Feather or a workbook`() throws {
        let run = try TemporaryRun(["run.json": #"{"strategy": "Mixed"}"#])
        for (name, source) in ["equity.parquet": "indexed.parquet", "benchmark.feather": "lz4.feather"] {
            try run.write(name, [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.file(source)))))
        }
        let read = try run.read()
        #expect(read.equity.count == 30 && read.benchmark?.returns.count == 29)
    }

    @Test(arguments: [
        ("indexed.parquet", "the Parquet file ends without its foot"),
        ("lz4.feather", "the Arrow file ends without its foot"),
        ("sheets.xlsx", "the zip archive ends without its directory"),
        ("folder.zip", "the zip archive ends without its directory"),
    ])
    func `a container that was cut off is refused with its remedy`(name: String, fact: String) throws {
        let run = try TemporaryRun()
        try run.write("x", [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.file(name)))).dropLast(40))
        let finding = try #require(RunReader.validate(run.path + "/x").first)
        #expect(finding.code == "bad_container" && finding.message.contains(fact), "\(finding.message)")
    }

    @Test func `words that many rows share do not make text without a bound`() throws {
        let word = String(repeating: "x", count: 10_000)
        let column = TableColumn(
            name: "a", values: .texts(TextValues([String?](repeating: word, count: 500))),
            validity: Validity(repeating: true, count: 500))
        let table = ColumnTable(columns: [column], rowCount: 500)
        #expect(throws: ContainerProblem.self) { try TableText.text(of: table, limit: 1 << 20) }
        let wide = SpreadsheetCell.text(word)
        let sheet = Spreadsheet(name: "s", rows: (1...500).map { .init(number: $0, cells: [wide, wide]) })
        #expect(throws: ContainerProblem.self) { try TableText.text(of: sheet, limit: 1 << 20) }
    }

    @Test func `lines of a message are lines of the sheet`() throws {
        let run = try TemporaryRun()
        try run.write("x.xlsx", [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.file("sheets.xlsx")))))
        let source = try RunSource(run.path + "/x.xlsx", options: RunOptions(), log: ReadingLog())
        let table = try TableFile(
            name: "x.xlsx", bytes: source.bytes(of: "x.xlsx", role: "run"), log: source.log)
        // The header stands in row 4 of the sheet, the first value in row 5.
        #expect(table.header == ["date", "equity"] && table.line(ofRow: 1) == 5)
    }
}

struct TimeTextTests {
    private static func text(_ count: Int64, _ unit: TimeValues.Unit, _ meaning: TimeValues.Meaning) -> String {
        var bytes = [UInt8]()
        TimeText(TimeValues(counts: [count], unit: unit, meaning: meaning), showsClock: true).append(0, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (19_753, TimeValues.Unit.day, TimeValues.Meaning.date, "2024-01-31"),
        (-1, .day, .date, "1969-12-31"),
        (1_706_716_800, .second, .local, "2024-01-31 16:00:00"),
        (1_706_716_800_250, .millisecond, .local, "2024-01-31 16:00:00.250"),
        (1_706_716_800_000_000_001, .nanosecond, .instant(zone: nil), "2024-01-31 16:00:00.000000001+00:00"),
        (1_706_716_800_000_000, .microsecond, .instant(zone: "America/New_York"), "2024-01-31 11:00:00-05:00"),
        (1_719_763_200, .second, .instant(zone: "Asia/Kolkata"), "2024-06-30 21:30:00+05:30"),
        (1_706_716_800, .second, .instant(zone: "No/Where"), "2024-01-31 16:00:00+00:00"),
        (34_200_000, .millisecond, .timeOfDay, "09:30:00"),
        (5 * 86_400 + 9000, .second, .duration, "5 days 02:30:00"),
        (-1, .second, .duration, "-1 days 23:59:59"),
        (.max, .day, .date, "9223372036854775807"), (.min, .nanosecond, .local, "1677-09-21 00:12:43.145224192"),
    ])
    func `times are written as pandas writes them`(
        count: Int64, unit: TimeValues.Unit, meaning: TimeValues.Meaning, text: String
    ) {
        #expect(Self.text(count, unit, meaning) == text)
    }
}
