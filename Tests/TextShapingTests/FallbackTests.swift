import Graphics
import Testing
import TextShaping

@Suite struct FallbackTests {
    let book: FontBook
    let text = Font(size: 9)

    init() throws { book = try shippedBook() }

    /// Whether the machine has a face for Japanese; `make setup` installs one.
    private var hasJapanese: Bool { book.shape("日", font: text).glyphs.contains { $0.face >= 2 } }

    @Test func `characters that Inter lacks come from an installed face`() throws {
        try #require(hasJapanese, "no Japanese face is installed")
        let run = book.shape("日経 N225", font: text)
        #expect(run.glyphs.map { $0.face == 0 } == [false, false, true, true, true, true, true])
        #expect(run.glyphs.map(\.cluster) == [0, 3, 6, 7, 8, 9, 10])
        #expect(run.glyphs.allSatisfy { $0.id != 0 })
    }

    @Test func `a face is opened once for all its characters`() throws {
        try #require(hasJapanese, "no Japanese face is installed")
        let run = book.shape("日本語テスト", font: text)
        #expect(Set(run.glyphs.map(\.face)).count == 1)
        #expect(book.shape("本", font: text).glyphs[0].face == run.glyphs[0].face)
    }

    @Test func `a character that no face has is drawn as a replacement`() {
        // A private-use character that fonts leave empty.
        let run = book.shape("a\u{10FFFD}b", font: text)
        #expect(run.glyphs.map(\.cluster) == [0, 1, 5])
        #expect(run.glyphs[1].id != 0)
        #expect(run.width > book.width(of: "ab", font: text))
        #expect(run.text == "a\u{10FFFD}b")
    }

    @Test func `a mark stays on its letter`() {
        let run = book.shape("e\u{0301}", font: text)
        #expect(abs(run.width - book.width(of: "é", font: text)) < 1e-9)
    }

    @Test func `right to left words come in visual order`() {
        let clusters = book.shape("שלום", font: text).glyphs.map(\.cluster)
        #expect(clusters == clusters.sorted(by: >))
    }

    @Test func `two books give the same glyphs whatever they were asked before`() throws {
        let other = try shippedBook()
        _ = other.shape("日本", font: text)
        for sample in ["Sharpe 1.54", "\u{2212}14.41 %", "σ ≥ √2", "naïve", "Ünïted"] {
            #expect(other.shape(sample, font: text) == book.shape(sample, font: text))
        }
    }
}
