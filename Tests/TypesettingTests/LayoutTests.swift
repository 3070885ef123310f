import DocumentModel
import Graphics
import GraphicsTestSupport
import TestSupport
import Testing

@testable import Typesetting

/// What one block becomes, as text.
private func dump(_ blocks: [Block], width: Double = 400) -> String {
    typeset(blocks, width: width, height: 300).pages.map { page in
        Scene(size: page.scene.size, items: withoutCharts(page.scene.items)).description
    }.joined()
}

@Suite struct `Layout of blocks` {
    @Test func `a title band with a logo`() throws {
        let logo = ImageData(png: [], width: 200, height: 100)
        let band = TitleBand(
            title: "Cross-asset momentum", subtitle: "version 3.2 · run 2025-01-06",
            details: ["Benchmark S&P 500", "risk-free 0 %"], logo: logo)
        try expectGolden(dump([.titleBand(band)]), "Typesetting/title-band.txt")
    }

    @Test func `pages of a dark theme are painted, those of paper are not`() {
        var dark = document([.rule])
        dark.theme = .dark
        let pages = Typesetter(document: dark, measurer: FakeMeasurer(advance: 0.5, makesGlyphs: true)).pages().pages
        let paper = Path(Rect(origin: .zero, size: dark.page.paper.size))
        let painted = SceneGroup(role: .artifact, items: [.path(paper, fill: .role(.page), stroke: nil)])
        #expect(pages.first?.scene.items.first == .group(painted))
        #expect(typeset([.rule]).pages.first?.scene.items.first != .group(painted))
    }

    @Test func `tiles in equal columns`() throws {
        let tiles = ["Total return", "Sharpe", "Max drawdown"].map {
            Tile(key: $0, label: $0, value: "−14.4 %", detail: $0 == "Sharpe" ? "" : "S&P 500 −40.9 %")
        }
        try expectGolden(dump([.tiles(tiles)]), "Typesetting/tiles.txt")
    }

    @Test func `a table with groups, a sum and a footnote`() throws {
        let table = Table(
            name: "key", title: "Key statistics", subtitle: "closed trades",
            columns: [Table.Column(""), Table.Column("Strategy", .decimal), Table.Column("S&P 500", .decimal)],
            rows: [
                Table.Row([Table.Cell("Return")], role: .group),
                Table.Row([
                    Table.Cell("Best month"), Table.Cell("15.6 %", tone: .gain), Table.Cell("27.1 %", tone: .muted),
                ]),
                Table.Row([
                    Table.Cell("Worst month"), Table.Cell("−7.4 %", tone: .loss), Table.Cell("n/a", tone: .muted),
                ]),
                Table.Row([Table.Cell("Sum"), Table.Cell("8.2 %"), Table.Cell("")], role: .total),
            ], footnote: "Costs are included.")
        try expectGolden(dump([.table(table)], width: 240), "Typesetting/table.txt")
    }

    @Test func `a note with its bar`() throws {
        let note = Note(
            kind: .caution, title: "Read with care",
            paragraphs: [
                Paragraph("10 years hold two regimes; the number of trials is not given, so nothing is deflated."),
                Paragraph([.text("See "), .link("validity", target: "#validity"), .text(".")]),
            ])
        try expectGolden(dump([.note(note)], width: 240), "Typesetting/note.txt")
    }

    @Test func `headings, lists, rules and figures in a grid`() throws {
        let blocks: [Block] = [
            .group(
                Group(
                    anchor: "risk",
                    blocks: [
                        .heading(Heading(level: 1, text: "Risk", detail: "daily", anchor: "risk")),
                        .list(List([Paragraph("One"), Paragraph([.strong("Two"), .text(" and a half")])])), .rule,
                        .grid(Grid(columns: [3, 2], cells: [[figure("F", height: 50)], [heading("Side", level: 2)]])),
                    ]))
        ]
        try expectGolden(dump(blocks), "Typesetting/section.txt")
    }

    @Test func `lists within lists are indented, numbers end before their text, and code keeps its spaces`() {
        let inner = List([List.Item(Paragraph("two")), List.Item(Paragraph("three"))], start: 9)
        let list = List([List.Item(Paragraph("one"), lists: [inner]), List.Item(Paragraph("four"))])
        let found = texts(typeset([.list(list), .code("if a:\n  b()")]).pages[0])
        #expect(
            found.map(\.name) == ["•", "one", "9.", "two", "10.", "three", "•", "four", "if a:", "\u{A0}\u{A0}b()"])
        let left = Dictionary(found.map { ($0.name, $0.box) }) { first, _ in first }
        #expect(left["one"]?.x0 == left["four"]?.x0 && left["two"]?.x0 == left["three"]?.x0)
        #expect((left["two"]?.x0 ?? 0) > (left["one"]?.x0 ?? 0))
        #expect(abs((left["9."]?.x1 ?? 0) - (left["10."]?.x1 ?? 1)) < 0.01)
        #expect((left["10."]?.x1 ?? 0) < (left["three"]?.x0 ?? 0) && (left["10."]?.x0 ?? 0) >= (left["one"]?.x0 ?? 0))
    }

    @Test func `more than eight tiles make rows of equal length`() {
        let tiles = (1...10).map { Tile(key: "\($0)", label: "L\($0)", value: "1", detail: "") }
        let found = texts(typeset([.tiles(tiles)], width: 560).pages[0]).filter { $0.name.hasPrefix("L") }
        let rows = Set(found.map(\.box.y0)).sorted().map { top in found.filter { $0.box.y0 == top }.map(\.name) }
        #expect(rows == [["L1", "L2", "L3", "L4", "L5"], ["L6", "L7", "L8", "L9", "L10"]])
        #expect(found[0].box.x0 == found[5].box.x0)
        #expect(found[3].box.x0 == found[8].box.x0)
    }

    @Test func `a value that is too wide is set smaller, with its row`() {
        let values = ["1.54", "123 456 789 012", "2"]
        let tiles = values.map { Tile(key: $0, label: "L", value: $0, detail: "") }
        let scene = typeset([.tiles(tiles)], width: 200).pages[0].scene
        var sizes: [String: Double] = [:]
        func walk(_ items: [SceneItem]) {
            for item in items {
                if case .text(let text) = item { sizes[text.run.text] = text.run.font.size }
                if case .group(let group) = item { walk(group.items) }
            }
        }
        walk(scene.items)
        #expect(sizes["1.54"] == sizes["2"])
        #expect((sizes["1.54"] ?? 0) < 13)
        #expect((sizes["123 456 789 012"] ?? 99) <= (sizes["1.54"] ?? 0))
        for shown in texts(typeset([.tiles(tiles)], width: 200).pages[0]) { #expect(shown.box.x1 <= 230) }
    }

    @Test func `numbers end at the right edge of their column`() {
        let found = texts(typeset([table("t", rows: 3)]).pages[0]).filter { $0.name.hasSuffix(".0") }
        #expect(Set(found.map { ($0.box.x1 * 100).rounded() }).count == 1)
        #expect(abs((found.first?.box.x1 ?? 0) - 430) < 0.01)
    }

    @Test func `text that is too wide for its column is broken, never cut`() {
        let long = "a description of a parameter that goes on and on and does not fit into its column at all"
        let table = Table(
            name: "t", columns: [Table.Column("Name"), Table.Column("Text"), Table.Column("Value", .decimal)],
            rows: [Table.Row([Table.Cell("lookback"), Table.Cell(long), Table.Cell("123456.78")])])
        let found = texts(typeset([.table(table)], width: 200).pages[0])
        #expect(found.contains { $0.name == "lookback" } && found.contains { $0.name == "123456.78" })
        let middle = found.map(\.name).filter { long.contains($0) }
        #expect(middle.joined(separator: " ") == long)
        for shown in found { #expect(shown.box.x1 <= 230.01) }
    }

    @Test func `the caption and the height of a figure are as asked, in whole steps`() {
        let found = typeset([figure("F", height: 61, caption: "below"), paragraph("z")])
        let shown = texts(found.pages[0])
        // 64 points of figure, a step, the caption's line of 10, three steps, the paragraph.
        #expect(abs(shown[1].box.y1 - shown[0].box.y1 - (10 + 12)) < 2)
        #expect(shown[0].box.y0 > 20 + 64)
    }

    @Test func `a heading of several lines and a title of several lines grow downwards`() {
        let long = String(repeating: "many words ", count: 12)
        let found = typeset([heading(long), paragraph("z")], width: 200)
        let shown = texts(found.pages[0])
        #expect(shown.count > 3)
        #expect(zip(shown, shown.dropFirst()).allSatisfy { $0.box.y1 < $1.box.y0 + 0.01 })
    }

    @Test func `a table is one structure element on each of its pages`() {
        let found = typeset([table("t", rows: 40)])
        for page in found.pages { #expect(tags(page).count { $0 == .table } == 1) }
        #expect(tags(found.pages[0]).count { $0 == .tableHeader(isColumn: true) } == 2)
    }

    @Test func `a row that names a group has as many cells as the table has columns`() {
        let found = typeset([table("t", rows: 3, roles: [1: .group])])
        let cells = tags(found.pages[0]).count { $0 == .tableCell || $0 == .tableHeader(isColumn: false) }
        #expect(cells == 3 * 2)
    }

    @Test(arguments: [Double.nan, -5, 0, .infinity]) func `numbers out of all bounds do no harm`(_ number: Double) {
        let blocks: [Block] = [
            .space(number), figure("F", height: number),
            .figure(Figure(name: "G", chart: chart("G", aspect: number), caption: "G")),
            .grid(Grid(columns: [number, 1, number], cells: [[paragraph("a")], [paragraph("b")]])),
            .grid(Grid(columns: [], cells: [[paragraph("c")]])), .tiles([]), .list(List([Paragraph]())),
            .table(Table(name: "t", columns: [], rows: [])),
            .table(Table(name: "t", columns: [Table.Column("A", stretch: number)], rows: [Table.Row([])])),
            .note(Note(kind: .note, title: "", paragraphs: [])), .grid(Grid(columns: [1], cells: [])),
        ]
        let found = typeset(blocks)
        #expect(words(found).flatMap { $0 }.filter { ["F", "G", "a1", "b1", "c1", "A"].contains($0) }.count == 6)
        for shown in found.pages.flatMap(texts) {
            #expect(shown.box.x0.isFinite && shown.box.y0.isFinite && shown.box.x1 <= 430.01)
        }
    }

    @Test func `margins wider than the paper still give pages`() {
        var odd = document([paragraph("a", lines: 9)])
        odd.page.margins = Insets(top: 600, right: 500, bottom: 600, left: 500)
        #expect(
            !Typesetter(document: odd, measurer: FakeMeasurer(advance: 0.5, makesGlyphs: true)).pages().pages.isEmpty)
    }

    @Test func `the same document gives the same pages`() {
        let blocks = [heading("H"), table("t", rows: 30), paragraph("a", lines: 30), figure("F", height: 80)]
        #expect(typeset(blocks) == typeset(blocks))
    }
}
