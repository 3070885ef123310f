import DocumentModel
import Graphics
import Testing

@testable import Typesetting

/// Figures that take the height that their page has left.
@Suite struct `Filling figures` {
    /// Bottom edge of the lowest words of a page of 200 points, relative to the text area.
    private func lowest(_ document: TypesetDocument, page: Int = 0) -> Double {
        (texts(document.pages[page]).map(\.box.y1).max() ?? 0) - 20
    }

    private func together(_ blocks: [Block]) -> Block { .group(Group(keep: .together, blocks: blocks)) }

    /// Where the caption of a figure stands, relative to the text area.
    private func caption(_ name: String, _ document: TypesetDocument) -> Double {
        document.pages.flatMap(texts).first { $0.name == name }.map { $0.box.y1 - 20 } ?? .nan
    }

    @Test(arguments: 1...11)
    func `what is kept together ends where the page does, within a step`(lines: Int) {
        let found = typeset([together([paragraph("a"), filling("F"), paragraph("z", lines: lines)])])
        #expect(found.pages.count == 1 && found.warnings.isEmpty)
        let free = 200 - lowest(found)
        #expect(free >= 0 && free < Theme.light.rhythm + lineHeight / 2, "\(free)")
    }

    @Test func `a figure grows no higher than its greatest height`() {
        let low = typeset([filling("F", most: 80), paragraph("z")])
        let high = typeset([filling("F"), paragraph("z")])
        #expect(caption("F", low) < 80 + 20)
        #expect(low.pages.count == 1)
        // Not kept together with what follows, it leaves no room for it.
        #expect(high.pages.count == 2)
    }

    @Test func `a figure is no lower than its least height, and goes to a page that has it`() {
        let blocks = [paragraph("a", lines: 12), filling("F", least: 90)]
        let found = typeset(blocks)
        #expect(words(found).last == ["F"])
        let lower = typeset([paragraph("a", lines: 12), filling("F", least: 30)])
        #expect(lower.pages.count == 1)
    }

    @Test func `what precedes is not moved and what follows stands below`() {
        let group = together([paragraph("a", lines: 3), filling("F"), paragraph("z", lines: 2)])
        let fixed = typeset([paragraph("a", lines: 3)])
        let found = typeset([group])
        #expect(texts(found.pages[0]).prefix(3).map(\.box.y0) == texts(fixed.pages[0]).map(\.box.y0))
        #expect(words(found) == [["a1", "a2", "a3", "F", "z1", "z2"]])
        let places = texts(found.pages[0]).map(\.box.y0)
        #expect(places == places.sorted())
    }

    @Test func `of two figures that fill, the first takes what it may and the second the rest`() {
        let found = typeset([together([filling("F", most: 60), filling("G")])])
        #expect(found.pages.count == 1)
        #expect(caption("F", found) < 60 + 20)
        #expect(200 - lowest(found) < Theme.light.rhythm + lineHeight / 2)
    }

    @Test func `in a grid a figure is as high as its row`() {
        func row(_ height: Double) -> TypesetDocument {
            typeset([
                .grid(Grid(columns: [1, 1], cells: [[filling("F", least: 30)], [figure("G", height: height)]]))
            ])
        }
        for height in [40.0, 100, 148] {
            let found = row(height)
            #expect(abs(caption("F", found) - caption("G", found)) < Theme.light.rhythm)
        }
        // Where its neighbour is lower, it keeps its least height.
        #expect(caption("F", row(24)) > caption("G", row(24)))
    }

    @Test func `a title band stays with what follows`() {
        let band = Block.titleBand(TitleBand(title: "T", subtitle: "S", details: []))
        let found = typeset([paragraph("a", lines: 12), band, figure("F", height: 60)])
        #expect(words(found).last?.contains("T") == true)
    }

    @Test func `bounds that make no sense do no harm`() {
        for (least, most) in [(Double.nan, Double.nan), (500, 20), (-3, .infinity), (1e9, 1e9), (0, 0)] {
            let found = typeset([heading("H"), together([filling("F", least: least, most: most), paragraph("z")])])
            #expect(words(found).flatMap { $0 }.contains("z1"))
        }
    }
}
