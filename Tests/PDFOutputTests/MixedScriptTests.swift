import Foundation
import Graphics
import PDFOutput
import Testing
import TextShaping

@testable import PDFOutput

/// U+FDD0, which the compiler refuses in literals.
private let noncharacter = Unicode.Scalar(0xFDD0 as UInt32).map { String($0) } ?? ""

/// Titles as people write them: several scripts, emoji and marks beside each other, in both directions.
@Suite struct MixedScriptTests {
    private static let pieces = [
        "a", "Z9", " ", "é", "e\u{301}", "א", "אב", "שלום", "ا", "گت", "مرحبا", "\u{202E}", "\u{200D}", "\u{200F}", "ท",
        "ไทย", "द", "देवनागरी", "क्षि", "日本", "한", "📈", "👨‍👩‍👧", "🇩🇪", "1️⃣", "\u{301}", "\u{5B0}", "\u{FFFF}", noncharacter,
        "\u{10FFFF}", "\t", "١٢", "۳", "-", "(", "·", "\u{FEFF}", "ﬁ", "√", "Ω",
    ]

    private func title(_ random: inout SystemState) -> String {
        (0..<Int(random.next() % 8 + 1)).map { _ in Self.pieces[Int(random.next() % UInt64(Self.pieces.count))] }
            .joined()
    }

    /// A small generator, so that every run of the test sees the same titles.
    struct SystemState {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }

    @Test func `three thousand random titles are drawn`() throws {
        let book = try shippedBook()
        var random = SystemState(state: 7)
        for _ in 0..<30 {
            let titles = (0..<100).map { _ in title(&random) }
            let items = titles.enumerated().map { row, title in
                SceneItem.text(
                    PlacedText(
                        book.shape(title, font: Font(size: 8, weight: row % 2 == 0 ? .regular : .bold)),
                        at: Point(30, Double(row) * 8 + 20), paint: .role(.ink)))
            }
            let page = Scene(size: Size(595, 842), items: items)
            #expect(throws: Never.self, "\(titles)") {
                try PDFWriter.write(pages: [page], metadata: metadata, palette: palette, fonts: book)
            }
        }
    }

    @Test func `the pieces of a run are its glyphs and its text, each once and in order`() throws {
        let book = try shippedBook()
        var random = SystemState(state: 11)
        for _ in 0..<3000 {
            let run = book.shape(title(&random), font: Font(size: 10, weight: .regular))
            let pieces = TextPiece.pieces(of: run)
            #expect(pieces.flatMap { Array($0.glyphs) } == Array(run.glyphs.indices), "\(run.text)")
            for (piece, next) in zip(pieces, pieces.dropFirst()) {
                #expect(piece.bytes.upperBound == next.bytes.lowerBound)
            }
            if let last = pieces.last { #expect(last.bytes.upperBound == run.text.utf8.count) }
            for piece in pieces {
                let clusters = run.glyphs[piece.glyphs].map(\.cluster)
                #expect(clusters.allSatisfy(piece.bytes.contains), "\(run.text)")
                if piece.order == .forward { #expect(clusters == clusters.sorted()) }
                if piece.order == .backward { #expect(clusters == clusters.sorted(by: >)) }
                #expect(run.glyphs[piece.glyphs].allSatisfy { $0.face == piece.face }, "\(run.text)")
            }
        }
    }

    @Test func `an accent of its own and one in the letter are different texts`() throws {
        let book = try shippedBook()
        let font = Font(size: 10, weight: .regular)
        #expect(book.shape("\u{E9}Ω", font: font).glyphs.map(\.cluster) == [0, 2])
        #expect(book.shape("e\u{301}Ω", font: font).glyphs.last?.cluster == 3)
    }

    @Test func `Hebrew behind an emoji can be copied`() throws {
        #expect(try text(of: file { [$0.text("\u{1F4C8}אב", 40, 60)] }).unicodeScalars.contains("א"))
    }

    @Test func `what is no character is left out of the run`() throws {
        #expect(
            try shippedBook().shape("a\u{FFFE}b\(noncharacter)\u{10FFFF}", font: Font(size: 10, weight: .regular)).text
                == "ab"
        )
    }
}

/// Places far outside every page.
@Suite struct DrawableAreaTests {
    private func write(_ path: Path) throws -> [UInt8] {
        let item = SceneItem.path(path, fill: nil, stroke: Stroke(.role(.ink), width: 1))
        return try PDFWriter.write(
            pages: [Scene(size: Size(200, 200), items: [item])], metadata: metadata, palette: palette,
            fonts: try shippedBook())
    }

    @Test(arguments: [1e7, 1e30, 1e308, -1e12])
    func `a line that leaves the page for far away is drawn`(far: Double) throws {
        #expect(try !write(Path(from: Point(10, 10), to: Point(far, 10))).isEmpty)
        #expect(try !write(Path(polyline: (0..<50).map { Point(Double($0), $0 == 49 ? far : 20) })).isEmpty)
    }

    @Test func `it keeps its direction up to the edge`() {
        let end = DrawableArea.end(of: Point(0, 0), Point(1e9, 5e8))
        #expect(end == Point(DrawableArea.reach, DrawableArea.reach / 2))
        #expect(DrawableArea.end(of: Point(5, 6), Point(7, 8)) == Point(7, 8))
    }

    @Test func `a place that is no number is still an error`() throws {
        #expect(throws: PDFError.coordinate(page: 1)) { try write(Path(from: Point(0, 0), to: Point(.nan, 1))) }
    }
}
