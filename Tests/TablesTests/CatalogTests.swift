import Analytics
import Formatting
import Foundation
import TestSupport
import Testing

@testable import Tables

/// What holds for every table of the catalogue.
@Suite struct CatalogTests {
    @Test func `names are unique, of lower-case words joined by underscores`() {
        let names = TableCatalog.ofRun.map(\.name)
        #expect(Set(names).count == names.count && names.count > 20)
        for name in names { #expect(name.wholeMatch(of: /[a-z]+(_[a-z]+)*/) != nil, "\(name)") }
    }

    @Test func `every table says what it shows, and every column in what it is given`() {
        for table in TableCatalog.ofRun {
            #expect(!table.summary.isEmpty)
            let keys = table.columns.map(\.key)
            #expect(
                Set(keys).count == keys.count && keys.allSatisfy { $0.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil },
                "\(keys)")
            #expect(table.columns.contains { $0.header != nil }, "\(table.name)")
            for column in table.columns where column.unit == nil {
                #expect(keys.contains("unit"), "\(table.name).\(column.key) has no unit, and no column names it")
            }
        }
    }

    @Test func `every value is of its column's kind`() throws {
        for (name, analysis) in try analyses.get() {
            for table in TableCatalog.ofRun {
                guard let content = try? table.content(of: analysis) else { continue }
                for row in 0..<min(content.count, 300) {
                    for (column, value) in zip(content.columns, content.values(row: row)) {
                        guard !fits(value, column.unit) else { continue }
                        Issue.record("\(name): \(table.name).\(column.key) is \(value)")
                    }
                }
            }
        }
    }

    private func fits(_ value: TableValue, _ unit: ValueUnit?) -> Bool {
        guard let unit else { return true }
        return switch value {
        case .number(let number): number.isFinite && ![.word, .date, .time, .flag].contains(unit)
        case .integer: [.count, .days].contains(unit)
        case .measure(let number, let own, _): number.isFinite && own == unit
        case .text, .words: unit == .word
        case .time, .date: unit == .date || unit == .time
        case .flag: unit == .flag
        case .unavailable, .none: true
        }
    }

    @Test func `one row and one value are the same, wherever they are asked for`() throws {
        for (_, analysis) in try analyses.get() {
            for table in TableCatalog.ofRun {
                guard let content = try? table.content(of: analysis), content.count > 0 else { continue }
                #expect(content.columns.map(\.key) == table.columns.map(\.key))
                let last = content.count - 1
                #expect(
                    content.values(row: last) == content.columns.indices.map { content.value(row: last, column: $0) })
            }
        }
    }

    @Test func `what a run does not have has a reason with a code`() throws {
        let bare = try #require(try analyses.get().first { $0.name == "two returns" }).analysis
        var missing: [String: Unavailable] = [:]
        for table in TableCatalog.ofRun {
            do throws(Unavailable) { _ = try table.content(of: bare) } catch { missing[table.name] = error }
        }
        #expect(missing["trades"] == .noTradeRecord && missing["trades_by_side"] == .noTradeRecord)
        #expect(missing["metrics_benchmark"] == .noBenchmark && missing["parameters"]?.code == "no_parameters")
        #expect(missing["metrics"] == nil && missing["drawdowns"] == nil)
    }

    @Test func `the page of tables lists every table with its columns`() throws {
        var text = """
            # Tables

            Written from the definitions in `Sources/Tables`; do not edit. A table has one name: in templates
            (`<table name="drawdowns"/>`), in the member `tables` of the JSON, and in the names of CSV files
            (`RUN.tearsheet.drawdowns.csv`). Fractions are never percents in data files. A column without a header is only in
            data files; the unit of a column *by row* is named by the row's column `unit`.

            """
        for table in TableCatalog.ofRun {
            text +=
                "\n## \(table.name)\n\n\(capitalised(table.summary)).\n\n| column | header | unit |\n|---|---|---|\n"
            for column in table.columns {
                let header = column.header.map { $0.isEmpty ? "(none)" : $0 } ?? ""
                text += "| `\(column.key)` | \(header) | \(column.unit?.title ?? "by row") |\n"
            }
        }
        try expectGolden(text, "../../Documentation/Tables.md")
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
