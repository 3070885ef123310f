import Glibc
import Graphics

extension PageSurface {
    mutating func draw(_ text: PlacedText, offset: Point) throws(PDFError) {
        let origin = Point(text.origin.x + offset.x, text.origin.y + offset.y)
        guard accepts(origin) else { return }
        setFill(text.paint)
        let anchor = text.anchorPoint
        let turn = Turn(degrees: text.rotation, about: Point(anchor.x + offset.x, anchor.y + offset.y))
        syntax.write("BT\n")
        var run = text.run.text
        run.withUTF8 { bytes in
            for piece in TextPiece.pieces(of: text.run) {
                unsafe show(piece, of: text.run, bytes: bytes, at: origin, turn)
            }
        }
        syntax.write("ET\n")
    }

    /// Shows a piece of one face and direction, cluster by cluster in the order of the text, so that it can be searched
    /// and copied.
    private mutating func show(
        _ piece: TextPiece, of run: GlyphRun, bytes: UnsafeBufferPointer<UInt8>, at origin: Point, _ turn: Turn
    ) {
        let font = resources.number(ofFace: fonts.embeddableFace(piece.face, weight: run.font.weight))
        setFont(font, size: run.font.size)
        var line = TextLine(font: font, size: run.font.size, origin: origin, turn: turn)
        for cluster in piece.clusters(of: run) {
            let words = unsafe UnsafeBufferPointer(rebasing: bytes[cluster.bytes])
            let spelled = unsafe resources.fonts[font].spells(words, with: run.glyphs[cluster.glyphs])
            if !spelled {
                line.endShowing(in: &content)
                unsafe writeActualText(String(decoding: words, as: UTF8.self))
            }
            for glyph in run.glyphs[cluster.glyphs] {
                line.show(glyph, width: resources.fonts[font].width(of: glyph.id), in: &content)
            }
            if !spelled {
                line.endShowing(in: &content)
                syntax.write("EMC\n")
            }
        }
        line.endShowing(in: &content)
    }

    /// Begins a span whose glyphs stand for other text than they do elsewhere (14.9.4).
    private mutating func writeActualText(_ text: String) {
        syntax.write("/Span <</ActualText <FEFF")
        for unit in text.utf16 { syntax.write(hexadecimal: unit) }
        syntax.write(">>> BDC\n")
    }
}

/// A turn clockwise about a place.
struct Turn {
    let center: Point
    let sine: Double
    let cosine: Double

    init(degrees: Double, about center: Point) {
        self.center = center
        (sine, cosine) = degrees == 0 ? (0, 1) : (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    }

    /// Where a place comes to stand.
    func place(_ point: Point) -> Point {
        if sine == 0, cosine == 1 { return point }
        let (x, y) = (point.x - center.x, point.y - center.y)
        return Point(center.x + x * cosine - y * sine, center.y + x * sine + y * cosine)
    }
}

/// Glyphs being shown one after another: the pen goes as far as their widths say, and is moved where they stand elsewhere.
struct TextLine {
    private let font: Int
    private let size: Double
    private let origin: Point
    private let turn: Turn
    /// Where the line was begun and how far the pen is from there, in thousandths of the size.
    private var start = 0.0
    private var pen = 0.0
    private var rise: Double?
    private var isShowing = false
    private var isInString = false

    init(font: Int, size: Double, origin: Point, turn: Turn) {
        self.font = font
        self.size = size
        self.origin = origin
        self.turn = turn
    }

    /// Shows a glyph at its place.
    mutating func show(_ glyph: Glyph, width: Double, in content: inout PageContent) {
        if rise != glyph.y { begin(at: glyph, in: &content) }
        let gap = ((glyph.x - start) / size * 1000 - pen).rounded()
        beginShowing(in: &content)
        // The number says how far the pen goes back.
        if gap != 0, let back = Int(exactly: -gap) { move(by: back, in: &content) }
        if !isInString { content.syntax.write("<") }
        isInString = true
        content.write(glyph: glyph.id, of: font)
        pen += width
    }

    /// Ends what is being shown; the pen stays where it is.
    mutating func endShowing(in content: inout PageContent) {
        guard isShowing else { return }
        if isInString { content.syntax.write(">") }
        content.syntax.write("]TJ\n")
        (isShowing, isInString) = (false, false)
    }

    private mutating func begin(at glyph: Glyph, in content: inout PageContent) {
        endShowing(in: &content)
        (rise, start, pen) = (glyph.y, glyph.x, 0)
        let place = turn.place(Point(origin.x + glyph.x, origin.y + glyph.y))
        for part in [turn.cosine, turn.sine, turn.sine, -turn.cosine] { content.syntax.write(fine: part) }
        content.syntax.write(place: place.x)
        content.syntax.write(place: place.y)
        content.syntax.write("Tm\n")
    }

    private mutating func beginShowing(in content: inout PageContent) {
        if !isShowing { content.syntax.write("[") }
        isShowing = true
    }

    private mutating func move(by back: Int, in content: inout PageContent) {
        if isInString { content.syntax.write(">") }
        isInString = false
        content.syntax.write(back)
        pen -= Double(back)
    }
}
