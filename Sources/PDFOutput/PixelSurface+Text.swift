import CCairo
import Graphics

extension PixelSurface {
    mutating func draw(_ text: PlacedText, offset: Point) throws(PDFError) {
        let origin = Point(text.origin.x + offset.x, text.origin.y + offset.y)
        guard accepts(origin) else { return }
        let isTurned = text.rotation != 0
        if isTurned {
            unsafe cairo_save(context)
            let anchor = text.anchorPoint
            turn(degrees: text.rotation, about: Point(anchor.x + offset.x, anchor.y + offset.y))
        }
        setSource(text.paint)
        for piece in TextPiece.pieces(of: text.run) {
            try setFont(text.run.font, face: piece.face)
            show(text.run.glyphs[piece.glyphs], at: origin)
        }
        if isTurned { restore() }
    }

    /// Turns what follows clockwise about a place.
    private mutating func turn(degrees: Double, about place: Point) {
        unsafe cairo_translate(context, place.x, place.y)
        unsafe cairo_rotate(context, degrees * .pi / 180)
        unsafe cairo_translate(context, -place.x, -place.y)
        font = nil
    }

    private mutating func setFont(_ wanted: Font, face: Int) throws(PDFError) {
        let next = CurrentFont(face: face, font: wanted)
        if font == next { return }
        let drawn = try faces.face(face, weight: wanted.weight, of: fonts)
        unsafe cairo_set_font_face(context, drawn.face)
        unsafe cairo_set_font_size(context, wanted.size)
        font = next
    }

    private mutating func show(_ run: ArraySlice<Glyph>, at origin: Point) {
        glyphs.removeAll(keepingCapacity: true)
        for glyph in run {
            glyphs.append(cairo_glyph_t(index: UInt(glyph.id), x: origin.x + glyph.x, y: origin.y + glyph.y))
        }
        unsafe cairo_show_glyphs(context, glyphs, Int32(clamping: glyphs.count))
    }
}
