import Graphics

/// Half an em for each character, whatever it is; counts what it shapes.
final class FakeMeasurer: TextMeasurer {
    private(set) var shaped: [String] = []

    func shape(_ text: String, font: Font) -> GlyphRun {
        shaped.append("\(text)|\(font.size)|\(font.weight)|\(font.tabular)")
        let advance = font.size / 2
        var cluster = 0
        let glyphs = text.enumerated().map { index, character -> Glyph in
            defer { cluster += character.utf8.count }
            return Glyph(id: 1, face: 0, x: Double(index) * advance, y: 0, cluster: cluster)
        }
        return GlyphRun(text: text, font: font, glyphs: glyphs, width: Double(glyphs.count) * advance)
    }

    func metrics(of font: Font) -> FontMetrics {
        FontMetrics(
            ascent: font.size * 0.97, descent: font.size * 0.24, capHeight: font.size * 0.73, xHeight: font.size * 0.55)
    }
}
