import Graphics
import Testing
import TextShaping

@Suite struct ShapingTests {
    let book: FontBook
    let text = Font(size: 9)
    let figures = Font(size: 9, tabular: true)

    init() throws { book = try shippedBook() }

    @Test func `a run is as wide as its words without kerning between them`() {
        let sum = book.width(of: "Max ", font: text) + book.width(of: "drawdown", font: text)
        #expect(abs(book.width(of: "Max drawdown", font: text) - sum) < 1e-9)
    }

    @Test func `width grows with the size and with nothing else`() {
        let small = book.width(of: "Sharpe 1.54", font: Font(size: 1))
        #expect(abs(book.width(of: "Sharpe 1.54", font: Font(size: 96)) - 96 * small) < 1e-9)
    }

    @Test func `glyphs stand where the pen is, from left to right`() {
        let run = book.shape("WAVE", font: text)
        #expect(run.glyphs.map(\.cluster) == [0, 1, 2, 3])
        #expect(run.glyphs.first?.x == 0)
        #expect(zip(run.glyphs, run.glyphs.dropFirst()).allSatisfy { $0.x < $1.x })
        #expect(run.glyphs.allSatisfy { $0.x < run.width && $0.face == 0 && $0.id != 0 })
    }

    @Test func `pairs are kerned`() {
        let apart = book.width(of: "A", font: text) + book.width(of: "V", font: text)
        #expect(book.width(of: "AV", font: text) < apart - 0.1)
    }

    /// Inter's own figures differ by up to 0.2 hundredths of an em in the heavier weights, its minus by 1.2.
    @Test(arguments: Font.Weight.allCases)
    func `tabular figures are of one width, and minus and plus nearly so`(weight: Font.Weight) {
        let font = Font(size: 100, weight: weight, tabular: true)
        let zero = book.width(of: "0", font: font)
        let figures = "0123456789".map { book.width(of: String($0), font: font) }
        #expect(figures.allSatisfy { abs($0 - zero) < 0.2 }, "\(figures)")
        #expect(["\u{2212}", "+"].allSatisfy { abs(book.width(of: $0, font: font) - zero) < 1.2 })
        #expect(abs(book.width(of: "11171", font: font) - 5 * zero) < 1)
    }

    @Test func `proportional figures differ in width`() {
        #expect(book.width(of: "1", font: text) < book.width(of: "0", font: text))
    }

    @Test(arguments: ["\u{2212}", "\u{202F}", "×", "σ", "√", "≥", "–", "“", "”", "\u{2009}", "→", "α", "…", "é"])
    func `the shipped faces have what reports say`(character: String) {
        let run = book.shape(character, font: text)
        #expect(run.glyphs.allSatisfy { $0.face == 0 && $0.id != 0 })
        #expect(run.width > 0)
    }

    @Test func `an arrow typed as hyphen and angle stays as it was typed`() {
        #expect(book.shape("a->b 10x20", font: text).glyphs.count == 10)
        #expect(book.shape("->", font: text).glyphs[1].id == book.shape(">", font: text).glyphs[0].id)
    }

    @Test func `clusters are places in the bytes`() {
        #expect(book.shape("\u{2212}3 σ", font: figures).glyphs.map(\.cluster) == [0, 3, 4, 5])
    }

    @Test func `an empty text has no glyphs and no width`() {
        let run = book.shape("", font: text)
        #expect(run.glyphs.isEmpty && run.width == 0)
    }

    @Test func `a tab or a line break is a space`() {
        let space = book.width(of: "a b", font: text)
        #expect(abs(book.width(of: "a\tb", font: text) - space) < 1e-9)
        #expect(abs(book.width(of: "a\r\nb", font: text) - space) < 1e-9)
    }

    @Test func `heights are those of the face`() {
        let heights = book.metrics(of: Font(size: 100))
        #expect(abs(heights.ascent - 96.875) < 0.1 && abs(heights.descent - 24.1) < 0.1)
        #expect(abs(heights.capHeight - 72.7) < 0.1 && heights.xHeight > 50 && heights.xHeight < 60)
    }

    @Test func `a second asking gives the first answer`() {
        let first = book.shape("\u{2212}12.4 %", font: figures)
        #expect(book.shape("\u{2212}12.4 %", font: figures) == first)
        #expect(book.shape("\u{2212}12.4 %", font: text) != first)
    }

    @Test func `answers stay right when more texts were asked for than are kept`() {
        let before = book.shape("kept", font: text)
        for number in 0..<40_000 { _ = book.width(of: "\(number)", font: text) }
        #expect(book.shape("kept", font: text) == before)
    }
}
