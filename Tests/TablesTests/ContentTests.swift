import Analytics
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Tables

/// Rows are made when they are asked for, and no others.
@Suite struct ContentTests {
    private static let columns: [TableColumn<Int>] = [
        TableColumn("number", "Number", .count) { .integer($0) },
        TableColumn("square", nil, .ratio) { .number(Double($0 * $0)) },
    ]

    private func table(_ rows: TableRows<Int>) throws -> TableContent {
        try TableDefinition<Int>(name: "t", title: "", summary: "", columns: Self.columns) { _ in rows }.content(of: 0)
    }

    @Test func `a table of a million rows makes the rows that are shown`() throws {
        let made = Mutex(0)
        let content = try table(
            TableRows(count: 1_000_000) { place in
                made.withLock { $0 += 1 }
                return place
            })
        let choice = content.choice(limit: 14)
        #expect(choice == TableContent.Choice(rows: Array(0..<14), left: 999_986))
        for row in choice.rows { _ = content.cells(row: row, columns: content.shownColumns) }
        #expect(made.withLock { $0 } == 14)
        #expect(content.value(row: 999_999, column: 1) == .number(999_999.0 * 999_999.0))
    }

    @Test(arguments: [nil, 0, 1, 3, 10, 1000] as [Int?])
    func `readers see no more than the limit, and the count of the rest`(limit: Int?) throws {
        let content = try table(TableRows(Array(0..<10)))
        let shown = min(limit ?? 10, 10)
        #expect(content.choice(limit: limit) == TableContent.Choice(rows: Array(0..<shown), left: 10 - shown))
        let excerpt = try table(TableRows(Array(0..<10)).with { $0.isExcerpt = true })
        #expect(excerpt.choice(limit: limit).left == 0)
    }

    @Test func `a subject renames columns, hides them from readers and adds its own`() throws {
        let content = try table(
            TableRows([7]).with {
                $0.headers = ["number": "Count", "square": "never seen"]
                $0.moreColumns = [TableColumn("half", "Half", .ratio) { .number(Double($0) / 2) }]
            })
        #expect(content.columns.map(\.header) == ["Count", nil, "Half"])
        #expect(content.shownColumns == [0, 2])
        #expect(content.values(row: 0) == [.integer(7), .number(49), .number(3.5)])
        let hidden = try table(TableRows([7]).with { $0.hidden = ["number"] })
        #expect(hidden.shownColumns.isEmpty && hidden.columns.count == 2)
    }

    @Test func `the largest are those of a full sort, the earlier first among equals`() {
        var state: UInt64 = 3
        for count in [0, 1, 2, 17, 300] {
            let values = (0..<count).map { _ -> Double in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Double(state >> 60)
            }
            let sorted = values.enumerated().sorted {
                $0.element != $1.element ? $0.element > $1.element : $0.offset < $1.offset
            }.map(\.offset)
            for limit in [nil, 0, 1, 5, 16, 300, 1000] as [Int?] {
                let found = Largest.places(limit, of: count) { values[$0] }
                #expect(found == Array(sorted.prefix(limit ?? count)), "\(count), \(String(describing: limit))")
            }
        }
    }

    @Test func `the largest trades are those of a full sort`() throws {
        let traded = try #require(try analyses.get().first { $0.analysis.trades?.closed.count ?? 0 > 30 }).analysis
        let content = try #require(TableCatalog.ofRun.first { $0.name == "trades" }).content(of: traded)
        let trades = try #require(traded.trades)
        let all = trades.closed + trades.open
        #expect(content.count == all.count)
        let best = all.map(\.profit.magnitude).sorted(by: >).prefix(14)
        #expect(content.choice(limit: 14).rows.map { all[$0].profit.magnitude } == Array(best))
    }
}
