import DocumentModel
import Graphics
import GraphicsTestSupport
import Testing

@testable import Typesetting

private let font = Font(size: 10)

/// The words of each line in a column of so many characters.
private func lines(_ text: String, _ characters: Int) -> [String] {
    let setter = TextSetter(FakeMeasurer(advance: 0.5, makesGlyphs: true))
    let width = Double(characters) * 5
    let lines = setter.lines([TextSpan(text, font, .role(.ink))], width: width)
    for line in lines { #expect(line.width <= max(width, 5) + 0.001) }
    return lines.map { $0.fragments.map(\.run.text).joined() }
}

@Suite struct `Line breaking` {
    @Test func `lines hold as many words as fit`() {
        #expect(lines("the quick brown fox", 10) == ["the quick", "brown fox"])
        #expect(lines("the quick brown fox", 9) == ["the quick", "brown fox"])
        #expect(lines("the quick brown fox", 8) == ["the", "quick", "brown", "fox"])
        #expect(lines("the quick brown fox", 100) == ["the quick brown fox"])
    }

    @Test func `spaces vanish at line ends, and several stay between words`() {
        #expect(lines("aa   bb  cc", 7) == ["aa   bb", "cc"])
    }

    @Test(arguments: ["\u{A0}", "\u{202F}", "\u{2009}", "\u{2007}"]) func `no-break spaces hold a number and its unit`(
        space: String
    ) {
        #expect(lines("loss 14.4\(space)% now", 7) == ["loss", "14.4\(space)%", "now"])
    }

    @Test func `words break behind hyphens and dashes, but not before digits`() {
        #expect(lines("mean-reverting", 8) == ["mean-", "revertin", "g"])
        #expect(lines("run 2025-01-06-a41c", 12) == ["run", "2025-01-06-", "a41c"])
        #expect(lines("2015–2025 x", 5) == ["2015–", "2025", "x"])
        #expect(lines("is −12.5 or -12.5", 8) == ["is −12.5", "or -12.5"])
    }

    @Test func `words wider than the line are divided`() {
        #expect(lines("abcdefghij", 4) == ["abcd", "efgh", "ij"])
        #expect(lines("a abcdefghij b", 4) == ["a", "abcd", "efgh", "ij b"])
        #expect(lines("abc", 0) == ["a", "b", "c"])
    }

    @Test func `ideographs break anywhere, but closing marks stay with what they close`() {
        #expect(lines("動量策略回測", 3) == ["動量策", "略回測"])
        #expect(lines("動量策。略", 3) == ["動量", "策。略"])
        #expect(lines("動（量）策", 2) == ["動", "（量", "）策"])
        #expect(lines("か\u{3099}な", 1) == ["か\u{3099}", "な"])
        #expect(lines("年 2024年", 3) == ["年", "202", "4年"])
        #expect(lines("かなカナ한글", 4) == ["かなカナ", "한글"])
    }

    @Test func `a line feed ends the line`() {
        #expect(lines("a\nb\n\nc", 10) == ["a", "b", "", "c"])
    }

    @Test func `empty text is one empty line`() {
        #expect(lines("", 10) == [""])
    }

    @Test func `a word of two looks is not divided between them`() {
        let setter = TextSetter(FakeMeasurer(advance: 0.5, makesGlyphs: true))
        let spans = [
            TextSpan("see fo", font, .role(.ink)), TextSpan("otnote", Font(size: 10, weight: .bold), .role(.ink)),
        ]
        let found = setter.lines(spans, width: 50).map { $0.fragments.map(\.run.text) }
        #expect(found == [["see"], ["fo", "otnote"]])
    }

    @Test func `glyphs of a joined line keep their places and clusters`() {
        let setter = TextSetter(FakeMeasurer(advance: 0.5, makesGlyphs: true))
        let found = setter.lines([TextSpan("é b ccc", font, .role(.ink))], width: 20)
        #expect(found[0].fragments[0].run.text == "é b")
        #expect(found[0].fragments[0].run.glyphs.map(\.cluster) == [0, 2, 3])
        #expect(found[0].fragments[0].run.glyphs.map(\.x) == [0, 5, 10])
        #expect(found[0].width == 15)
    }

    @Test func `each text is shaped once`() {
        let measurer = FakeMeasurer(advance: 0.5, makesGlyphs: true)
        let rows = (0..<50).map { Table.Row([Table.Cell("same"), Table.Cell("\($0).0")]) }
        let table = Table(name: "t", columns: [Table.Column("A"), Table.Column("B", .decimal)], rows: rows)
        let text = Block.paragraph(Paragraph(String(repeating: "some words to be broken into lines ", count: 20)))
        let document = document([.table(table), text, text, .table(table), heading("H")])
        _ = Typesetter(document: document, measurer: measurer).pages()
        #expect(Set(measurer.shaped).count == measurer.shaped.count)
    }

    @Test func `an ellipsis shortens what has no room`() {
        let setter = TextSetter(FakeMeasurer(advance: 0.5, makesGlyphs: true))
        #expect(setter.ellipsised("abcdefgh", font, width: 40) == "abcdefgh")
        #expect(setter.ellipsised("abcdefgh", font, width: 30) == "abcde…")
        #expect(setter.ellipsised("abcdefgh", font, width: 2) == "")
    }
}

@Suite struct `Column widths` {
    private func fit(_ natural: [Double], least: [Double], stretch: [Double]? = nil, _ available: Double) -> [Double] {
        let demands = natural.indices.map {
            ColumnWidths.Demand(natural: natural[$0], least: least[$0], stretch: stretch?[$0] ?? 0)
        }
        return ColumnWidths.fit(demands, available: available).map { ($0 * 100).rounded() / 100 }
    }

    @Test func `spare width goes by shares, or equally where there are none`() {
        #expect(fit([10, 20, 30], least: [0, 0, 0], 90) == [20, 30, 40])
        #expect(fit([10, 20, 30], least: [0, 0, 0], stretch: [1, 0, 2], 90) == [20, 20, 50])
    }

    @Test func `the widest columns give way first, none below its longest word`() {
        #expect(fit([100, 200, 300], least: [10, 10, 10], 500) == [100, 200, 200])
        #expect(fit([100, 200, 300], least: [10, 10, 10], 240) == [80, 80, 80])
        #expect(fit([100, 200, 300], least: [10, 10, 150], 240) == [45, 45, 150])
    }

    @Test func `where even words have no room, words are divided`() {
        #expect(fit([100, 100], least: [80, 40], 60) == [30, 30])
        #expect(fit([], least: [], 60) == [])
    }
}
