import Foundation
import TestSupport
import Testing

@testable import Containers

struct HTMLTablesTests {
    private func tables(_ text: String) throws -> [[String]] {
        try HTMLTables(Array(text.utf8)).rows.map { $0.cells.map(\.text) }
    }

    @Test func `cells and rows end where the next begin, as browsers have it`() throws {
        #expect(
            try tables("<table><tr><td>a<td>b<tr><th>c</th>d<td>e</table>x<td>f") == [["a", "b"], ["c", "e"], ["f"]])
        #expect(try tables("<TABLE><TR ALIGN=left><TD COLSPAN=2><tr><td>1</td></TR>") == [[""], ["1"]])
        #expect(try tables("<td>a<table><tr><td>b</table>c</td><td>d") == [["a"], ["b"], ["d"]])
    }

    @Test func `entities are resolved once, and blanks of any kind are one`() throws {
        let text =
            "<td> a&nbsp;&#160;b \u{A0}\u{202F} c&#x41;&amp;lt; &Profit &#xD800; &#99999999; &lt;i&gt;<br>z\r\n</td>"
        #expect(try tables(text) == [["a b cA&lt; &Profit &#xD800; &#99999999; <i> z"]])
    }

    @Test func `comments, scripts and styles hold no tables`() throws {
        let text =
            "<!DOCTYPE html><title> A\n&amp; B </title><style><!-- <td>1 --></style><script>'<td>2'</SCRIPT ><!-- <td>3 > --><td>4"
        let document = try HTMLTables(Array(text.utf8))
        #expect(document.title == "A & B" && document.rows.map { $0.cells.map(\.text) } == [["4"]])
    }

    @Test func `wide and hidden cells lay out as columns, with the line of their row`() throws {
        let text =
            "<table>\n<tr>\n<td colspan='3'>a</td><td class=\"x hidden\" colspan=8>no</td><td style='DISPLAY : none'>no</td><td>b\n<tr><td colspan=99999>c<td>d"
        let rows = try HTMLTables(Array(text.utf8)).rows
        #expect(rows[0].columns == ["a", "", "", "b"] && rows.map(\.line) == [2, 4])
        #expect(rows[1].columns.count == HTMLTables.mostColumns)
    }

    @Test func `what is no tag is text, and what never ends ends with the document`() throws {
        #expect(try tables("<td>1 < 2 <3 a<b></td><td>c") == [["1 < 2 <3 a", "c"]])
        for text in [
            "<", "<td", "<td a='", "<!--", "<!", "</", "<title>", "<style><td>", "<td>&", "<td>&#", "<td>&#x;",
            "<td a=", "<td>a</td", "<td \u{0}=\u{0}>\u{0}",
        ] {
            _ = try tables(text)
        }
    }

    @Test func `rows are read as far as wanted`() throws {
        let text = String(repeating: "<tr><td>1", count: 100)
        #expect(try HTMLTables(Array(text.utf8), maximumRows: 3).rows.count == 3)
    }

    @Test func `more cells than memory is meant for are refused`() {
        let bytes = Array(String(repeating: "<td>", count: 1 << 22).utf8) + Array("<td>".utf8)
        #expect(throws: ContainerProblem.self) { try HTMLTables(bytes) }
    }

    /// A reader that does the same the slow way: one tag at a time, from the text.
    private static func slow(_ text: String) -> [[String]] {
        var (rows, row, cell, rest) = ([[String]](), [String]?.none, String?.none, Substring(text))
        func end() {
            if let done = cell { row?.append(done) }
            cell = nil
        }
        while let start = rest.firstIndex(of: "<") {
            cell? += rest[..<start]
            guard let close = rest[start...].firstIndex(of: ">") else { break }
            switch rest[rest.index(after: start)..<close] {
            case "td":
                end()
                row = row ?? []
                cell = ""
            case "/td": end()
            case "tr", "/tr":
                end()
                if let row, !row.isEmpty { rows.append(row) }
                row = rest[rest.index(after: start)..<close] == "tr" ? [] : nil
            default: break
            }
            rest = rest[rest.index(after: close)...]
        }
        cell? += rest
        end()
        if let row, !row.isEmpty { rows.append(row) }
        return rows
    }

    @Test func `random tags give what a slow reader finds`() throws {
        var generator = SeededNumbers(seed: 3)
        let pieces = ["<td>", "</td>", "<tr>", "</tr>", "<b>", "a", "b", "<i>", "c"]
        for _ in 0..<400 {
            let text = (0..<generator.below(40)).map { _ in pieces[generator.below(pieces.count)] }.joined()
            #expect(try tables(text) == Self.slow(text), "\(text)")
        }
    }

    @Test func `changed reports are read or refused`() throws {
        let report = repositoryRoot.appendingPathComponent("SampleRuns/metatrader5/ReportTester-20240629.html")
        let bytes = Array(TextDecoding.utf8([UInt8](try Data(contentsOf: report))).prefix(6000))
        var generator = SeededNumbers(seed: 8)
        for _ in 0..<200 {
            var changed = bytes
            for _ in 0...generator.below(6) {
                changed[generator.below(changed.count)] = UInt8(truncatingIfNeeded: generator.next())
            }
            _ = try HTMLTables(changed)
        }
    }
}

struct CodePageTests {
    @Test(arguments: [
        ([0xCF, 0xF0, 0xE8, 0xE1, 0xFB, 0xEB, 0xFC, 0x20, 0xB9, 0x31] as [UInt8], nil as String?, "Прибыль №1"),
        ([0x50, 0xE9, 0x72, 0x69, 0x6F, 0x64, 0x65, 0x20, 0x80], nil, "Période €"),
        ([0xC0, 0xC1], "windows-1251", "АБ"),
        ([0xE0, 0xE1, 0xE2], "ISO-8859-1", "àáâ"), ([0xEF, 0xBB, 0xBF, 0x41], nil, "A"),
        (Array("é日".utf8), "windows-1251", "é日"),
        ([0xFF, 0xFE, 0x41, 0x00], nil, "A"),
        // Chinese of a code page that is not read: what is ASCII stays.
        (
            [0xBD, 0xBB, 0xD2, 0xD7, 0x31, 0xC6, 0xB7, 0xD6, 0xD6], nil,
            "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}1\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"
        ),
    ])
    func `bytes are text by name, or by what they look like`(bytes: [UInt8], charset: String?, text: String) {
        #expect(String(decoding: CodePage.utf8(bytes, naming: charset), as: UTF8.self) == text)
    }
}
