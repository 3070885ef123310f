import Graphics

/// Every character is equally wide, so that no expectation depends on a face; notes what it shapes.
public final class FakeMeasurer: TextMeasurer {
    /// Every text that was shaped, with its font, in order: `Sharpe|6.8|regular|true`.
    public private(set) var shaped: [String] = []
    private let advance: Double
    private let makesGlyphs: Bool

    /// - Parameters:
    ///   - advance: Width of a character in em.
    ///   - makesGlyphs: Whether runs hold a glyph for each character, which what breaks lines looks at and recorded scenes
    ///     do without.
    public init(advance: Double = 0.55, makesGlyphs: Bool = false) {
        self.advance = advance
        self.makesGlyphs = makesGlyphs
    }

    /// A run of as many equal widths as there are characters.
    public func shape(_ text: String, font: Font) -> GlyphRun {
        shaped.append("\(text)|\(font.size)|\(font.weight)|\(font.tabular)")
        return GlyphRun(
            text: text, font: font, glyphs: makesGlyphs ? glyphs(text, font) : [],
            width: advance * font.size * Double(text.count))
    }

    /// Heights in fixed parts of the size.
    public func metrics(of font: Font) -> FontMetrics {
        FontMetrics(
            ascent: 0.97 * font.size, descent: 0.24 * font.size, capHeight: 0.73 * font.size, xHeight: 0.55 * font.size)
    }

    private func glyphs(_ text: String, _ font: Font) -> [Glyph] {
        var cluster = 0
        return text.enumerated().map { index, character -> Glyph in
            defer { cluster += character.utf8.count }
            return Glyph(id: 1, face: 0, x: Double(index) * advance * font.size, y: 0, cluster: cluster)
        }
    }
}
