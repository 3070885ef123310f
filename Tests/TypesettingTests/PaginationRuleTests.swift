import DocumentModel
import Graphics
import Testing

@testable import Typesetting

/// The pagination rules of DESIGN.md, one claim each.
@Suite struct `Pagination rules` {
    @Test func `an empty document gives one page`() {
        let found = typeset([])
        #expect(found.pages.count == 1)
        #expect(found.pages.first?.number == 1)
        #expect(found.warnings.isEmpty)
    }

    @Test func `a heading is never last on a page`() {
        // Sixteen lines leave room for the heading (14 pt), not for the lines behind it.
        let found = words(typeset([paragraph("a", lines: 16), heading("H"), paragraph("b", lines: 2)]))
        #expect(found.count == 2)
        #expect(found.first?.last == "a16")
        #expect(found.last == ["H", "b1", "b2"])
    }

    @Test func `a heading that fits with what follows stays`() {
        let found = words(typeset([paragraph("a", lines: 13), heading("H"), paragraph("b", lines: 2)]))
        #expect(found.count == 1)
    }

    @Test func `a chain of headings goes with its figure`() {
        let blocks = [
            paragraph("a", lines: 8), heading("H1"), heading("H2", level: 2), figure("F", height: 60),
        ]
        let found = words(typeset(blocks))
        #expect(found.count == 2)
        #expect(found.last == ["H1", "H2", "F"])
    }

    @Test func `headings at the top of a page before something higher than the page do not loop`() {
        let found = typeset([heading("H1"), heading("H2", level: 2), figure("F", height: 500), paragraph("z")])
        #expect(words(found) == [["H1", "H2", "F"], ["z1"]])
        #expect(found.warnings.map(\.outcome) == [.shrunk])
    }

    @Test func `a figure stays with its caption`() {
        let blocks = [paragraph("a", lines: 8), figure("F", height: 100, caption: "first\nsecond")]
        let found = typeset(blocks)
        #expect(words(found).last == ["first", "second"])
        #expect(tags(found.pages[0]).contains { if case .figure = $0 { true } else { false } } == false)
        #expect(tags(found.pages[1]).contains(.figure(altText: "alt of F")))
    }

    @Test func `at least two rows follow the head of a table`() {
        let found = words(typeset([paragraph("a", lines: 16), table("t", rows: 9)]))
        #expect(found.first?.last == "a16")
        #expect(found.last?.prefix(3) == ["t head", "Value", "t1"])
        let roomy = words(typeset([paragraph("a", lines: 15), table("t", rows: 13)]))
        #expect(roomy.first?.suffix(4) == ["t1", "1.0", "t2", "2.0"])
    }

    @Test func `the head of a table is repeated on every page`() {
        let found = words(typeset([table("t", rows: 40)]))
        #expect(found.count == 3)
        for page in found { #expect(page.prefix(2) == ["t head", "Value"]) }
        #expect(found.flatMap { $0 }.filter { $0.hasPrefix("t") && $0 != "t head" } == (1...40).map { "t\($0)" })
    }

    @Test func `a repeated head has at least two rows beneath`() {
        // Fifteen rows and the head fill a page.
        let found = words(typeset([table("t", rows: 16)]))
        #expect(found.last == ["t head", "Value", "t15", "15.0", "t16", "16.0"])
    }

    @Test func `rows are never divided`() {
        let tall = Table.Row([Table.Cell("one\ntwo\nthree\nfour"), Table.Cell("1")])
        let rows = (1...13).map { Table.Row([Table.Cell("t\($0)"), Table.Cell("0")]) }
        let table = Table(
            name: "t", columns: [Table.Column("A"), Table.Column("B")], rows: rows + [tall] + rows)
        let found = words(typeset([.table(table)]))
        #expect(found.first?.last == "0")
        #expect(found[1].prefix(6) == ["A", "B", "one", "two", "three", "four"])
    }

    @Test func `a row that sums up keeps the last row above it`() {
        let rows = 17
        let found = words(typeset([table("t", rows: rows, roles: [16: .total]), paragraph("z")]))
        #expect(found.last?.contains("t15") == true)
        #expect(found.last?.contains("t16") == true)
    }

    @Test func `a row that names a group stays with the rows that it names`() {
        let found = words(typeset([table("t", rows: 30, roles: [15: .group])], height: 202))
        #expect(found.first?.suffix(2) == ["t14", "14.0"])
        #expect(found[1].prefix(3) == ["t head", "Value", "t15"])
    }

    @Test func `a block higher than the page is reported and not looped on`() {
        let found = typeset([paragraph("a"), figure("F", height: 900), paragraph("z")])
        #expect(words(found) == [["a1"], ["F"], ["z1"]])
        #expect(
            found.warnings.map(\.description) == ["page 2: figure 'F' needs 914 pt and has 200 pt: it is drawn lower"])
    }

    @Test func `a row higher than the page is cut off and reported`() {
        let text = (1...40).map { "line\($0)" }.joined(separator: "\n")
        let table = Table(
            name: "t", columns: [Table.Column("A")],
            rows: [Table.Row([Table.Cell("first")]), Table.Row([Table.Cell(text)]), Table.Row([Table.Cell("last")])])
        let found = typeset([.table(table)])
        #expect(found.warnings.map(\.outcome) == [.clipped])
        #expect(words(found).flatMap { $0 }.filter { $0 == "last" }.count == 1)
    }

    @Test func `space vanishes at the top of a page`() {
        let start = texts(typeset([paragraph("a")]).pages[0])[0].box.y0
        let spaced = texts(typeset([.space(5), paragraph("a")]).pages[0])[0].box.y0
        #expect(start == spaced)
        let found = typeset([paragraph("a", lines: 20), .space(5), paragraph("b")])
        #expect(texts(found.pages[1])[0].box.y0 == start)
    }

    @Test func `space between blocks is a multiple of the rhythm`() {
        let near = texts(typeset([paragraph("a"), paragraph("b")]).pages[0])
        let far = texts(typeset([paragraph("a"), .space(3), paragraph("b")]).pages[0])
        #expect(far[1].box.y0 - near[1].box.y0 == 3 * Theme.light.rhythm)
    }

    @Test func `space at the end of a page needs no room`() {
        #expect(typeset([paragraph("a", lines: 20), .space(50)]).pages.count == 1)
    }

    @Test func `a page break starts a page`() {
        #expect(words(typeset([paragraph("a"), .pageBreak, paragraph("b")])) == [["a1"], ["b1"]])
    }

    @Test func `a page break at the top of a page makes no empty page`() {
        let found = words(typeset([.pageBreak, .pageBreak, paragraph("a"), .pageBreak, .space(2), .pageBreak]))
        #expect(found == [["a1"]])
        #expect(words(typeset([paragraph("a", lines: 20), .pageBreak, paragraph("b")])).count == 2)
    }

    @Test func `a page break parts even what is kept together`() {
        let group = Group(keep: .together, blocks: [paragraph("a"), .pageBreak, paragraph("b")])
        #expect(words(typeset([.group(group)])) == [["a1"], ["b1"]])
    }

    @Test func `what is kept together moves as a whole`() {
        let group = Group(keep: .together, blocks: [paragraph("b", lines: 4), paragraph("c", lines: 4)])
        let found = words(typeset([paragraph("a", lines: 12), .group(group)]))
        #expect(found.last?.first == "b1")
        #expect(found.count == 2)
    }

    @Test func `what is kept together is divided where no page holds it, from where it stands`() {
        let group = Group(keep: .together, blocks: [paragraph("b", lines: 16), paragraph("c", lines: 16)])
        let found = words(typeset([paragraph("a", lines: 4), .group(group)]))
        #expect(found.first?.contains("b1") == true)
        #expect(found.flatMap { $0 }.count == 36)
    }

    @Test func `figures of what is kept together are drawn up to three tenths lower so that one page holds all`() {
        // Chart 100, caption 14, distance 12: seven lines fill the page, three more take 30 points from the chart.
        func pages(_ lines: Int) -> TypesetDocument {
            let blocks = [figure("F", height: 100), paragraph("b", lines: lines)]
            return typeset([.group(Group(keep: .together, blocks: blocks))])
        }
        #expect(pages(7).pages.count == 1)
        #expect(pages(10).pages.count == 1)
        #expect(pages(10).warnings.isEmpty)
        #expect(texts(pages(10).pages[0])[0].box.y0 < texts(pages(7).pages[0])[0].box.y0)
        #expect(pages(11).pages.count == 2)
        #expect(texts(pages(11).pages[0])[0].box.y0 == texts(pages(7).pages[0])[0].box.y0)
        let apart = [figure("F", height: 100), paragraph("b", lines: 10)]
        #expect(typeset(apart).pages.count == 2)
    }

    @Test func `a group that stays with what follows moves with it`() {
        let group = Group(keep: .withNext, blocks: [paragraph("b")])
        let found = words(typeset([paragraph("a", lines: 14), .group(group), figure("F", height: 100)]))
        #expect(found.last == ["b1", "F"])
    }

    @Test func `a group at the top that stays with something higher than the page does not loop`() {
        let group = Group(keep: .withNext, blocks: (1...30).map { paragraph("b\($0)-") })
        let found = typeset([.group(group), figure("F", height: 190)])
        #expect(words(found).flatMap { $0 }.count == 31)
    }

    @Test func `two lines of a paragraph stay at the foot of a page`() {
        let found = words(typeset([paragraph("a", lines: 18), paragraph("b", lines: 6)]))
        #expect(found.first?.last == "a18")
        let roomy = words(typeset([paragraph("a", lines: 17), paragraph("b", lines: 6)]))
        #expect(roomy.first?.suffix(2) == ["b1", "b2"])
    }

    @Test func `two lines of a paragraph go to the head of the next page`() {
        let found = words(typeset([paragraph("a", lines: 21)]))
        #expect(found.last == ["a20", "a21"])
    }

    @Test func `three lines stay on one page`() {
        let found = words(typeset([paragraph("a", lines: 17), paragraph("b", lines: 3)]))
        #expect(found.last == ["b1", "b2", "b3"])
    }

    @Test func `a row of a grid that no page holds is divided column by column`() {
        let grid = Grid(columns: [1, 1], cells: [[paragraph("b", lines: 30)], [table("t", rows: 20)]])
        let found = typeset([heading("H"), .grid(grid), paragraph("z")])
        let words = words(found)
        #expect(words.count == 2)
        #expect(words[0].first == "H" && words[0].contains("b1") && words[0].contains("t head"))
        #expect(words[1].contains("b30") && words[1].contains("t head") && words[1].contains("t20"))
        #expect(words[1].last == "z1")
        #expect(found.warnings.isEmpty)
    }

    @Test func `a row of a grid that no page holds together with its heading is divided rather than parted from it`() {
        let grid = Grid(columns: [1, 1], cells: [[paragraph("b", lines: 19)], [paragraph("c", lines: 4)]])
        let found = words(typeset([heading("H"), .grid(grid)]))
        #expect(found.first?.prefix(2) == ["H", "b1"])
        #expect(found.last?.last == "b19")
    }

    @Test func `cells of a grid begin at one height`() {
        let grid = Grid(columns: [2, 1], cells: [[heading("A")], [.space(3), heading("B")]])
        let found = texts(typeset([.grid(grid)]).pages[0])
        #expect(found[0].box.y0 == found[1].box.y0)
        #expect(found[0].box.x0 < found[1].box.x0)
    }

    @Test func `a note is divided only if no page holds it`() {
        let note = Note(
            kind: .caution, title: "", paragraphs: [Paragraph((1...6).map { "n\($0)" }.joined(separator: "\n"))])
        #expect(words(typeset([paragraph("a", lines: 15), .note(note)])).last?.first == "n1")
        let long = Note(
            kind: .note, title: "", paragraphs: [Paragraph((1...30).map { "n\($0)" }.joined(separator: "\n"))])
        #expect(words(typeset([paragraph("a", lines: 10), .note(long)])).first?.contains("n1") == true)
    }

    @Test func `the footer counts the pages`() {
        let found = typeset([paragraph("a"), .pageBreak, paragraph("b")])
        let footers = found.pages.map { page -> String in
            guard case .group(let group)? = page.scene.items.last, group.role == .artifact else { return "" }
            return group.items.compactMap { item in
                if case .text(let text) = item { text.run.text } else { nil }
            }.joined(separator: " | ")
        }
        #expect(
            footers == [
                "Momentum · run 1 | Tearsheet 0.1 · page 1 of 2", "Momentum · run 1 | Tearsheet 0.1 · page 2 of 2",
            ])
    }

    @Test func `anchors of bookmarks are unique`() {
        let same = Block.heading(Heading(level: 1, text: "Risk", anchor: "risk"))
        let found = typeset([same, same, .grid(Grid(columns: [1], cells: [[same]])), paragraph("z")])
        let anchors = found.pages.flatMap(tags).compactMap { tag in
            if case .heading(_, _, let anchor) = tag { anchor } else { nil }
        }
        #expect(anchors == ["risk", "risk-2", "risk-3"])
    }
}
