import Analytics
import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Reports

/// Tables and tiles of a report.
@Suite struct ReportTablesTests {
    private static let traded = Result { try SmallWorld(days: 2600, hasBenchmark: true, trades: 40).analysis() }
    private static let bare = Result { try SmallWorld(days: 70).analysis() }

    @Test func `the footnote counts the rows that were cut`() throws {
        let tables = ReportTables(analysis: try Self.traded.get())
        let whole = try #require(tables.table("trades-by-symbol", rows: nil))
        #expect(whole.rows.count == 7 && whole.footnote.isEmpty)
        let cut = try #require(tables.table("trades-by-symbol", rows: 5))
        #expect(cut.rows == Array(whole.rows.prefix(5)))
        #expect(cut.footnote == "2 more rows are in the JSON and CSV output.")
        let one = try #require(tables.table("trades-by-symbol", rows: 6))
        #expect(one.footnote == "1 more row is in the JSON and CSV output.")
        #expect(tables.table("trades-by-symbol", rows: 7) == whole)
    }

    @Test func `a table shows so many rows as its definition says where the template is silent`() throws {
        let tables = ReportTables(analysis: try Self.traded.get())
        #expect(tables.table("drawdowns", rows: nil)?.rows.count == 10)
        #expect(tables.table("trade-log", rows: nil)?.rows.count == 20)
        #expect(tables.table("trade-log", rows: 3)?.rows.count == 3)
        #expect(tables.table("no-such-table", rows: nil) == nil)
    }

    @Test func `a table that the run does not have says why`() throws {
        let tables = ReportTables(analysis: try Self.bare.get())
        for name in ["trades-by-symbol", "trades-by-side", "trade-log", "parameters"] {
            let table = try #require(tables.table(name, rows: nil))
            #expect(table.rows.isEmpty && table.footnote.hasPrefix("n/a: "), "\(name)")
            #expect(table.footnote.count > 10)
        }
    }

    @Test func `what is n/a carries its reason`() throws {
        for analysis in [try Self.traded.get(), try Self.bare.get()] {
            let conventions = try #require(ReportTables(analysis: analysis).table("conventions", rows: nil))
            let absent = conventions.rows.filter { $0.cells[1].text == "n/a" }
            #expect(!absent.isEmpty)
            for row in absent { #expect(row.cells[2].text.count > 8 && row.cells[1].help.count > 3, "\(row)") }
        }
    }

    @Test func `groups that a run does not have are left out, and shown when it has them`() throws {
        func groups(_ analysis: Analysis) throws -> [String] {
            let table = try #require(ReportTables(analysis: analysis).table("all-metrics", rows: nil))
            return table.rows.filter { $0.role == .group }.map { $0.cells[0].text }
        }
        let expected = MetricDeclaration.Group.allCases.filter { $0 != .positions }.map(\.title)
        #expect(try groups(Self.traded.get()) == expected)
        #expect(try !groups(Self.bare.get()).contains("Trades") && !groups(Self.bare.get()).contains("Benchmark"))
    }

    @Test func `the benchmark has its own column`() throws {
        let table = try #require(ReportTables(analysis: try Self.traded.get()).table("key-statistics", rows: nil))
        #expect(table.columns.map(\.title).suffix(2) == ["Strategy", "Benchmark"])
        #expect(ReportTables(analysis: try Self.bare.get()).table("key-statistics", rows: nil)?.columns.count == 2)
    }

    @Test func `a tile says what its number is held against`() throws {
        let tiles = ReportTiles(analysis: try Self.traded.get())
        #expect(tiles.tile("sharpe")?.detail.hasPrefix("95\u{202F}% ") == true)
        #expect(tiles.tile("cagr")?.detail.hasPrefix("vs ") == true)
        #expect(tiles.tile("trades.win_rate")?.detail == "40 trades")
        #expect(tiles.tile("trades.count")?.detail == "all closed")
        #expect(tiles.tile("trades.profit_factor")?.detail == "after costs")
        #expect(tiles.tile("no_such_metric") == nil)
        let bare = ReportTiles(analysis: try Self.bare.get())
        let absent = try #require(bare.tile("trades.win_rate"))
        #expect(absent.value == "n/a" && absent.detail.count > 5)
    }

    @Test func `Template-Variables lists every table and every variable`() throws {
        let place = "Documentation/Template-Variables.md"
        let written = try String(contentsOf: repositoryRoot.appendingPathComponent(place), encoding: .utf8)
        let head = try #require(written.components(separatedBy: "| name | what it shows |").first)
        for name in RunContext.names + ReportContext.names { #expect(head.contains("| `\(name)"), "\(name)") }
        let rows = ReportTables.catalog.map { "| `\($0.name)` | \($0.summary) |\n" }.joined()
        try expectGolden(head + "| name | what it shows |\n|---|---|\n" + rows, "../../" + place)
    }
}
