import Foundation
import Graphics
import Testing
import TextShaping

@testable import PDFOutput

/// The faces that a file takes in: of each kind, with what they say of widths and characters.
@Suite struct EmbeddedFontTests {
    private func fonts(_ words: String) throws -> [String] {
        let rows = try run("pdffonts", "%", on: file { [$0.text(words, 40, 60)] }).split(separator: "\n").dropFirst(2)
        return rows.map(String.init)
    }

    @Test func `cubic curves, numbered by place or by a collection, and quadratic ones`() throws {
        // Inter is numbered by place, Noto's Japanese face by a collection; DejaVu has quadratic curves.
        for (words, kind) in [("Momentum", "CID Type 0C"), ("日本", "CID Type 0C"), ("שלום", "CID TrueType")] {
            let rows = try fonts(words)
            #expect(rows.count == 1 && rows[0].contains(kind) && rows[0].contains("yes yes yes"), "\(rows)")
        }
    }

    /// The pixels of a word as poppler draws it from the file and as Cairo draws it from the scene.
    @Test(arguments: ["Momentum 0123", "日本株 戦略", "שלום", "Ωβ √2 ≥ e\u{301}"])
    func `a page shows what a picture of it shows`(words: String) throws {
        let book = try shippedBook()
        let composer = Composer(book: book)
        let scene = Scene(size: Size(200, 40), items: [composer.text(words, 10, 28, size: 20)])
        let page = try PDFWriter.write(pages: [scene], metadata: metadata, palette: palette, fonts: book)
        let drawn = try GrayPicture(drawnFrom: page)
        let png = try PNGWriter.write(scene: scene, palette: palette, fonts: book, scale: 2)
        let expected = GrayPicture(try Decoded(png))
        #expect(drawn.width == expected.width && drawn.height == expected.height)
        #expect(drawn.ink > 200)
        #expect(drawn.difference(from: expected) < 0.25, "\(words): \(drawn.difference(from: expected))")
    }

    @Test func `a file takes no more of a face than it shows`() throws {
        // Of 65,535 glyphs two, and of Inter's 2,500 some ten.
        #expect(try file { [$0.text("日本", 40, 60)] }.count < 12_000)
        #expect(try file { [$0.text("Momentum", 40, 60)] }.count < 10_000)
    }

    @Test func `widths in the file are those of the face`() throws {
        let book = try shippedBook()
        let face = book.embeddableFace(0, weight: .regular)
        let run = book.shape("Wi", font: Font(size: 10))
        var font = PDFFont(face)
        for glyph in run.glyphs {
            #expect(abs(font.width(of: glyph.id) - face.advance(of: glyph.id)) < 0.01)
            #expect(font.knownWidth(of: glyph.id) == font.width(of: glyph.id))
        }
        #expect(font.shownGlyphs.count == 2)
    }

    @Test func `a glyph stands for one text in a file, and says so where it stands for another`() throws {
        let book = try shippedBook()
        let glyph = try #require(book.shape("a", font: Font(size: 10)).glyphs.first)
        var font = PDFFont(book.embeddableFace(0, weight: .regular))
        func spells(_ text: String, _ glyphs: [Glyph]) -> Bool {
            var text = text
            return text.withUTF8 { unsafe font.spells($0, with: glyphs[...]) }
        }
        #expect(spells("a", [glyph]) && spells("a", [glyph]) && !spells("b", [glyph]) && !spells("aa", [glyph]))
        #expect(!spells("a", [glyph, glyph]) && !spells("", [glyph]))
        #expect(font.meaning(of: glyph.id) == "a")
    }
}

/// A picture as portable grey pixels.
private struct GrayPicture {
    let width: Int
    let height: Int
    private let pixels: [UInt8]

    /// The green part of a picture.
    init(_ picture: Decoded) {
        (width, height) = (picture.width, picture.height)
        pixels = (0..<picture.height).flatMap { y in (0..<picture.width).map { picture[$0, y][1] } }
    }

    /// A page of one file as poppler draws it, two pixels a point.
    init(drawnFrom pdf: [UInt8]) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("gray-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path + ".pgm") }
        _ = try run("pdftoppm", "-r", "144", "-gray", "-singlefile", "%", path, on: pdf)
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + ".pgm")))
        // `P5`, the extent, the brightest value, and the pixels.
        let head = String(decoding: bytes.prefix(40), as: UTF8.self).split(whereSeparator: \.isWhitespace).prefix(4)
        let words = head.map(String.init)
        try #require(words.count == 4 && words[0] == "P5" && words[3] == "255")
        (width, height) = (try #require(Int(words[1])), try #require(Int(words[2])))
        pixels = Array(bytes.suffix(width * height))
    }

    /// How many pixels are dark.
    var ink: Int { pixels.count { $0 < 128 } }

    /// The share of the ink that is elsewhere: the sum of differences over the sum of darkness.
    func difference(from other: GrayPicture) -> Double {
        let apart = zip(pixels, other.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
        return Double(apart) / Double(other.pixels.reduce(0) { $0 + 255 - Int($1) })
    }
}
