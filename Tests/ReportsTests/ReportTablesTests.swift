import Analytics
import DocumentModel
import Foundation
import Tables
import TestSupport
import Testing

@testable import Reports

/// Tables and tiles of a report.
@Suite struct ReportTablesTests {
    private static let traded = Result { try SmallWorld(days: 2600, hasBenchmark: true, trades: 40).analysis() }
    private static let bare = Result { try SmallWorld(days: 70).analysis() }

    @Test func `the footnote counts the rows that were cut`() throws {
        let tables = ReportTables(try Self.traded.get())
        let whole = try #require(tables.table("trades_by_symbol", rows: nil))
        #expect(whole.rows.count == 7 && whole.footnote.isEmpty)
        let cut = try #require(tables.table("trades_by_symbol", rows: 5))
        #expect(cut.rows == Array(whole.rows.prefix(5)))
        #expect(cut.footnote == "2 more rows are in the JSON and CSV output.")
        let one = try #require(tables.table("trades_by_symbol", rows: 6))
        #expect(one.footnote == "1 more row is in the JSON and CSV output.")
        #expect(tables.table("trades_by_symbol", rows: 7) == whole)
    }

    @Test func `a table shows so many rows as its definition says where the template is silent`() throws {
        let tables = ReportTables(try Self.traded.get())
        #expect(tables.table("drawdowns", rows: nil)?.rows.count == 10)
        #expect(tables.table("trades", rows: nil)?.rows.count == 20)
        #expect(tables.table("trades", rows: 3)?.rows.count == 3)
        #expect(tables.table("no-such-table", rows: nil) == nil)
    }

    @Test func `a hyphen stands for an underscore, as in names of figures`() throws {
        let tables = ReportTables(try Self.traded.get())
        #expect(tables.table("trades-by-symbol", rows: 5) == tables.table("trades_by_symbol", rows: 5))
        #expect(tables.table("trades-by-symbol", rows: 5)?.name == "trades_by_symbol")
    }

    @Test(
        arguments: [
            ("worst-five", "worst_drawdowns"), ("best-worst", "extreme_returns"), ("weekdays", "weekday_returns"),
            ("monthly-statistics", "period_statistics"), ("rolling", "rolling_statistics"), ("trade-log", "trades"),
            ("all-metrics", "metrics"), ("drawdown", "drawdowns"), ("nothing-like-it", nil),
        ] as [(String, String?)])
    func `a name that is no more leads to the table of today`(name: String, expected: String?) throws {
        let content = ReportContent(subject: try Self.bare.get(), options: ReportOptions())
        #expect(content.table(name, rows: nil, metrics: nil) == nil && content.nearestTable(to: name) == expected)
    }

    @Test func `every table of the catalogue stands on a page with the rows that its data has`() throws {
        for analysis in [try Self.traded.get(), try Self.bare.get()] {
            for definition in TableCatalog.ofRun {
                let table = try #require(ReportTables(analysis).table(definition.name, rows: 7), "\(definition.name)")
                let shown = table.rows.filter { $0.role != .group }
                guard let content = try? definition.content(of: analysis) else {
                    #expect(table.columns.isEmpty && table.footnote.hasPrefix("n/a: "))
                    continue
                }
                #expect(shown.count <= min(7, content.count))
                // A table without a single number is one line that says why.
                if table.columns.isEmpty, table.footnote.hasPrefix("n/a: ") { continue }
                #expect(shown.count == content.choice(limit: 7).rows.count || content.mergesRows)
                #expect(shown.allSatisfy { $0.cells.count == table.columns.count })
                #expect(shown.isEmpty == table.columns.isEmpty, "\(definition.name)")
                #expect(!shown.isEmpty || !table.footnote.isEmpty, "\(definition.name)")
            }
        }
    }

    @Test func `a table that the run does not have says why`() throws {
        let tables = ReportTables(try Self.bare.get())
        for name in ["trades_by_symbol", "trades_by_side", "trades", "parameters"] {
            let table = try #require(tables.table(name, rows: nil))
            #expect(table.rows.isEmpty && table.footnote.hasPrefix("n/a: "), "\(name)")
            #expect(table.footnote.count > 10)
        }
    }

    @Test func `what is n/a carries its reason`() throws {
        for analysis in [try Self.traded.get(), try Self.bare.get()] {
            let conventions = try #require(ReportTables(analysis).table("conventions", rows: nil))
            let absent = conventions.rows.filter { $0.cells[1].text.hasPrefix("n/a") }
            #expect(!absent.isEmpty)
            for row in absent { #expect(row.cells[1].text.hasPrefix("n/a: ") && row.cells[1].text.count > 8, "\(row)") }
        }
    }

    @Test func `metrics of one convention share a row, and none is lost`() throws {
        let table = try #require(ReportTables(try Self.bare.get()).table("conventions", rows: nil))
        let texts = table.rows.map { $0.cells[1].text }
        #expect(Set(texts).count == texts.count)
        let names = table.rows.flatMap { $0.cells[0].text.components(separatedBy: " · ") }
        #expect(names.contains("Sharpe ratio") && names.count > 40 && names.count > texts.count)
    }

    @Test func `metrics can be chosen, and a table can leave out what stood further up`() throws {
        let content = ReportContent(subject: try Self.traded.get(), options: ReportOptions())
        func names(_ table: String, _ metrics: MetricChoice?) throws -> [String] {
            try #require(content.table(table, rows: nil, metrics: metrics)).rows.filter { $0.role == .body }
                .map { $0.cells[0].text }
        }
        #expect(try names("metrics", .named(["sortino", "cagr"])) == ["Sortino ratio", "CAGR"])
        #expect(content.tile("sharpe") != nil)
        let ratios = try names("metrics_ratios", .unseen)
        #expect(!ratios.contains("Sharpe ratio") && !ratios.contains("Sortino ratio") && ratios.contains("Omega ratio"))
        #expect(try names("metrics_ratios", .unseen).isEmpty)
        #expect(try names("metrics_ratios", .seen).contains("Sharpe ratio"))
        #expect(content.hasMetrics(table: "metrics-risk") && !content.hasMetrics(table: "drawdowns"))
    }

    @Test func `groups that a run does not have are left out, and shown when it has them`() throws {
        func groups(_ analysis: Analysis) throws -> [String] {
            let table = try #require(ReportTables(analysis).table("metrics", rows: nil))
            return table.rows.filter { $0.role == .group }.map { $0.cells[0].text }
        }
        let expected = MetricDeclaration.Group.allCases.filter { ![.positions, .own].contains($0) }.map(\.title)
        #expect(try groups(Self.traded.get()) == expected)
        #expect(try !groups(Self.bare.get()).contains("Trades") && !groups(Self.bare.get()).contains("Benchmark"))
    }

    @Test func `the benchmark has its own column`() throws {
        let table = try #require(ReportTables(try Self.traded.get()).table("key_statistics", rows: nil))
        #expect(table.columns.map(\.title).suffix(2) == ["Strategy", "Benchmark"])
        #expect(ReportTables(try Self.bare.get()).table("key_statistics", rows: nil)?.columns.count == 2)
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

    @Test func `a tile of low confidence is marked as in tables, and says the rule that decided it`() throws {
        let tiles = ReportTiles(analysis: try SmallWorld(days: 120, hasBenchmark: true, trades: 5).analysis())
        let rate = try #require(tiles.tile("trades.win_rate"))
        #expect(rate.value.hasSuffix("\u{2009}°") && rate.detail == "5 trades; °\u{202F}fewer than 30 closed trades")
        #expect(rate.help.hasPrefix("°\u{202F}fewer than 30 closed trades\n"))
        let sharpe = try #require(tiles.tile("sharpe"))
        #expect(sharpe.value.hasSuffix("°") && sharpe.detail.hasSuffix("; °\u{202F}less than a year of returns"))
        #expect(tiles.tile("risk_of_ruin")?.detail.contains("less than a year") == true)
        for key in ["total_return", "max_drawdown", "cagr", "trades.count"] {
            #expect(tiles.tile(key)?.value.contains("°") == false, "\(key)")
        }
    }

    @Test func `Template-Variables lists every table and every variable`() throws {
        let place = "Documentation/Template-Variables.md"
        let written = try String(contentsOf: repositoryRoot.appendingPathComponent(place), encoding: .utf8)
        let head = try #require(written.components(separatedBy: "| name | what it shows |").first)
        for name in RunContext.names + ReportContext.names { #expect(head.contains("| `\(name)"), "\(name)") }
        let rows = TableCatalog.ofRun.map { "| `\($0.name)` | \($0.summary) |\n" }.joined()
        try expectGolden(head + "| name | what it shows |\n|---|---|\n" + rows, "../../" + place)
    }
}
