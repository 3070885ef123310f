import DocumentModel
import Testing

@testable import HTMLOutput

@Suite struct TableTests {
    private func table(_ rows: [Table.Row], titles: [String] = ["Name", "Depth"], isSortable: Bool = false) -> String {
        let columns = [Table.Column(titles[0])] + titles.dropFirst().map { Table.Column($0, .decimal) }
        return page(document([.table(Table(name: "t", columns: columns, rows: rows, isSortable: isSortable))]))
    }

    private func row(_ name: String, _ value: String, _ key: Double? = nil, role: Table.Row.Role = .body) -> Table.Row {
        Table.Row([Table.Cell(name), Table.Cell(value, sortKey: key)], role: role)
    }

    @Test func `heads say what they head`() {
        let text = table([row("Risk", "", role: .group), row("Depth", "1.0"), row("All", "2.0", role: .total)])
        #expect(text.contains("<thead>\n<tr><th scope=\"col\">Name<th scope=\"col\">Depth\n</thead>"))
        #expect(text.contains("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">Risk"))
        #expect(text.contains("<tr><th scope=\"row\">Depth<td>1.0"))
        #expect(text.contains("<tr class=\"total\"><th scope=\"row\">All<td>2.0"))
    }

    @Test func `a table with only empty titles shows no head`() {
        #expect(!table([row("a", "1")], titles: ["", ""]).contains("<thead"))
    }

    @Test func `an empty head cell heads nothing`() {
        #expect(table([row("a", "1")], titles: ["", "Depth"]).contains("<tr><td><th scope=\"col\">Depth"))
    }

    @Test func `each group of rows is a body of its own`() {
        let text = table([
            row("a", "1"), row("G", "", role: .group), row("b", "2"), row("sum", "2", role: .total), row("c", "3"),
        ])
        #expect(matches(of: "(<tbody>)", in: text).count == 3)
    }

    @Test func `a column that is muted throughout says so once`() {
        func table(_ tones: [Table.Tone]) -> String {
            let rows = tones.map { Table.Row([Table.Cell("a"), Table.Cell("1", tone: $0)]) }
            return page(document([.table(Table(name: "t", columns: [.init("A"), .init("B")], rows: rows))]))
        }
        let muted = table([.muted, .muted, .muted, .muted])
        #expect(muted.contains(".a0 tr>:nth-child(2){color:var(--muted)}") && !muted.contains("<td class=\"muted\""))
        for tones: [Table.Tone] in [[.muted, .muted, .muted, .plain], [.muted, .muted, .muted]] {
            let text = table(tones)
            #expect(matches(of: "(<td class=\"muted\")", in: text).count == 3)
            #expect(!text.contains("nth-child(2){color"))
        }
    }

    @Test func `numbers stand at the right`() {
        #expect(table([row("a", "1")]).contains(".a0 tr>:nth-child(2){text-align:right}"))
    }

    @Test func `columns beside each other are one rule`() {
        let alignments: [Table.Alignment] = [.left, .decimal, .decimal, .left, .decimal, .decimal, .decimal]
        let columns = alignments.map { Table.Column("A", $0) }
        let cells = columns.map { _ in Table.Cell("1") }
        let text = page(document([.table(Table(name: "t", columns: columns, rows: [Table.Row(cells)]))]))
        #expect(
            text.contains(
                ".a0 tr>:nth-child(n+2):nth-child(-n+3),.a0 tr>:nth-child(n+5){text-align:right}"))
    }

    @Test func `rows that end in two columns of sentences are stacks on phones`() {
        func table(_ stretch: [Double]) -> String {
            let columns = stretch.map { Table.Column("A", .left, stretch: $0) }
            let cells = columns.map { _ in Table.Cell("1") }
            return page(document([.table(Table(name: "t", columns: columns, rows: [Table.Row(cells)]))]))
        }
        #expect(table([0, 0, 0, 1, 1]).contains("<table class=\"fold a0\""))
        #expect(!table([0, 0, 0, 0, 1]).contains("\"fold ") && !table([0, 1, 1]).contains("\"fold "))
    }

    @Test func `a number in a reader's language has the one of programs beside it`() {
        var cell = Table.Cell("1.234,5", sortKey: 1234.5)
        cell.plain = "1\u{202F}234.5"
        let columns = [Table.Column("A"), Table.Column("B", .decimal)]
        let rows = [Table.Row([Table.Cell("a"), cell])]
        let text = page(document([.table(Table(name: "t", columns: columns, rows: rows, isSortable: true))]))
        #expect(text.contains("<td data-plain=\"1\u{202F}234.5\">1.234,5") && !text.contains("data-sort="))
    }

    @Test func `sort keys are written only where the text does not tell them`() {
        let plain = table([row("a", "−1\u{202F}234.5\u{202F}%", -12.345), row("b", "n/a")], isSortable: true)
        #expect(!plain.contains(" data-sort="))
        let dates = table([row("a", "2 Jan 2020", 18_263), row("b", "3", 0.1)], isSortable: true)
        #expect(dates.contains("<td data-sort=\"18263\">2 Jan 2020"))
        #expect(dates.contains("<td data-sort=\"0.1\">3"))
        #expect(!table([row("a", "2 Jan 2020", 18_263)]).contains(" data-sort="))
    }

    @Test(arguments: [
        ("1.5", true), ("−3\u{202F}%", true), ("1 000", true), ("5.94×", true), ("+2", true), ("", false), ("−", false),
        ("n/a", false), ("1-2", false), ("3 USD", false), ("5 % 2", false), ("2020-01-02", false),
    ])
    func `what reads as a plain number`(text: String, isPlain: Bool) {
        #expect(SortKeys.isPlainNumber(text) == isPlain)
    }

    @Test func `a cell's reason is its description, and no text that would be copied with the table`() {
        let cells = [Table.Cell("Alpha"), Table.Cell("n/a", help: "no benchmark")]
        #expect(
            table([Table.Row(cells)]).contains(
                "<td title=\"no benchmark\">n/a\n"))
    }

    @Test func `help that the cells of a row share is shown on hover of the first`() {
        let cells = [Table.Cell("Volatility"), Table.Cell("12", help: "s·√252"), Table.Cell("15", help: "s·√252")]
        #expect(
            table([Table.Row(cells)], titles: ["", "Strategy", "Benchmark"]).contains(
                "<td title=\"s·√252\">12<td>15\n"))
    }

    @Test func `help that another column shows is not written again`() {
        let cells = [Table.Cell("CAGR", help: "cagr"), Table.Cell("12", help: "per year"), Table.Cell("per year")]
        #expect(
            table([Table.Row(cells)], titles: ["Metric", "Value", "Convention"]).contains(
                "title=\"cagr\">CAGR<td>12<td>per year\n"))
    }

    @Test func `tables of more than four rows sort, if their columns have heads`() {
        let rows = (1...5).map { row("a\($0)", "\($0)") }
        #expect(table(rows).contains(" data-sortable"))
        #expect(!table(Array(rows.dropLast())).contains(" data-sortable"))
        #expect(!table(rows, titles: ["", ""]).contains(" data-sortable"))
    }

    @Test(arguments: [(1, 1), (6, 6), (8, 8), (9, 5), (12, 6), (16, 8), (17, 6)])
    func `tiles stand in rows as full as each other`(count: Int, perRow: Int) {
        #expect(HTMLBody.tilesPerRow(of: count) == perRow)
    }
}
