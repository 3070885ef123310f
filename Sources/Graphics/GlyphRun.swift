/// One glyph of a shaped text.
public struct Glyph: Equatable, Sendable {
    /// Index in the face.
    public var id: UInt32
    /// Which face of the measurer's fallback list the glyph comes from; 0 is the main face.
    public var face: Int
    /// Pen position relative to the run's start, in points.
    public var x: Double
    /// Vertical offset relative to the baseline, in points, down positive.
    public var y: Double
    /// First UTF-8 byte of the cluster that the glyph belongs to.
    public var cluster: Int

    /// A placed glyph.
    public init(id: UInt32, face: Int, x: Double, y: Double, cluster: Int) {
        self.id = id
        self.face = face
        self.x = x
        self.y = y
        self.cluster = cluster
    }
}

/// One line of text of one font, shaped: what was said, and where each glyph stands.
///
/// The text stays beside the glyphs because SVG writes the text and PDF writes both (so it can be searched).
public struct GlyphRun: Equatable, Sendable {
    /// The text in reading order.
    public var text: String
    /// What it is set in.
    public var font: Font
    /// The glyphs, left to right.
    public var glyphs: [Glyph]
    /// Advance of the whole run in points.
    public var width: Double

    /// A shaped run.
    public init(text: String, font: Font, glyphs: [Glyph], width: Double) {
        self.text = text
        self.font = font
        self.glyphs = glyphs
        self.width = width
    }
}

/// Shapes and measures text; layout asks it, renderers never do.
///
/// A class of one worker: implementations own font faces and are not shared between threads.
public protocol TextMeasurer: AnyObject {
    /// The text shaped in a font. Never fails: characters that no face has become the replacement glyph.
    func shape(_ text: String, font: Font) -> GlyphRun
    /// Heights of a font.
    func metrics(of font: Font) -> FontMetrics
}

extension TextMeasurer {
    /// The advance of a text in points.
    public func width(of text: String, font: Font) -> Double { shape(text, font: font).width }
}
