import Tables
import Testing

@testable import DataOutput

/// CSV by RFC 4180, safe to open in a spreadsheet.
@Suite struct CSVWriterTests {
    private func text(_ columns: [String], _ rows: [[TableValue]]) -> String {
        let columns = columns.enumerated().map { place, key in
            TableColumn<[TableValue]>(key, nil, .word) { $0[place] }
        }
        let table = TableDefinition<Int>(name: "t", title: "", summary: "", columns: columns) { _ in TableRows(rows) }
        return (try? table.content(of: 0)).map { String(decoding: CSVWriter.write($0), as: UTF8.self) } ?? ""
    }

    private func row(_ values: TableValue...) -> String {
        let columns = values.indices.map { "c\($0)" }
        return String(text(columns, [values]).dropFirst(columns.joined(separator: ",").count + 1))
    }

    @Test func `a table is its header and its rows`() {
        let written = text(["a", "b,c"], [[.integer(1), .flag(true)], [.none, .number(0.25)]])
        #expect(written == "a,\"b,c\"\n1,true\n,0.25\n")
    }

    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("two\nlines", "\"two\nlines\""),
        ("cr\r", "\"cr\r\""), ("", ""), ("日本", "日本"),
    ])
    func `a cell is quoted only where it must be`(text: String, written: String) {
        #expect(row(.text(text)) == written + "\n")
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("@SUM(A1)", "'@SUM(A1)"), ("=A,B", "\"'=A,B\""), ("a=b", "a=b"),
        ("-x", "'-x"), ("\tx", "'\tx"),
    ])
    func `a text that a spreadsheet would run as a formula is made text`(text: String, written: String) {
        #expect(row(.text(text)) == written + "\n")
    }

    @Test func `numbers are never touched`() {
        #expect(row(.number(-0.5), .integer(-3), .number(1.0 / 3), .number(.nan)) == "-0.5,-3,0.333333333333,\n")
    }
}
