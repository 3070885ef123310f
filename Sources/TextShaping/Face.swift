import CHarfBuzz
import Graphics

/// One face that HarfBuzz shapes with, at one unit per em unit, so that layout knows nothing of hinting or device.
///
/// Belongs to one ``FontBook`` and so to one thread.
@safe
final class Face {
    let bytes: FontBytes
    let index: Int
    /// What messages call it: `semibold`, or a file's path.
    let name: String
    /// Units in an em.
    let unitsPerEm: Double
    let face: OpaquePointer
    let font: OpaquePointer
    private var freeType: FreeTypeFace?
    private var embedded: EmbeddableFace?

    /// Nil when the bytes are not a font with outlines.
    init?(bytes: FontBytes, index: Int, name: String) {
        guard let face = unsafe hb_face_create(bytes.blob, UInt32(clamping: index)),
            let font = unsafe hb_font_create(face), unsafe hb_face_get_glyph_count(face) > 0
        else { return nil }
        let units = unsafe hb_face_get_upem(face)
        unsafe hb_font_set_scale(font, Int32(clamping: units), Int32(clamping: units))
        self.bytes = bytes
        self.index = index
        self.name = name
        unitsPerEm = Double(units)
        unsafe self.face = unsafe face
        unsafe self.font = unsafe font
    }

    deinit {
        unsafe hb_font_destroy(font)
        unsafe hb_face_destroy(face)
    }

    /// Whether the face has a glyph for the character.
    func covers(_ scalar: Unicode.Scalar) -> Bool {
        var glyph: hb_codepoint_t = 0
        return unsafe hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0
    }

    /// Whether the face has a glyph for every visible part of the character.
    func covers(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { covers($0) || $0.properties.isDefaultIgnorableCodePoint }
    }

    /// Heights per em.
    func metrics() -> FontMetrics {
        FontMetrics(
            ascent: height(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER),
            descent: -height(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER),
            capHeight: height(HB_OT_METRICS_TAG_CAP_HEIGHT), xHeight: height(HB_OT_METRICS_TAG_X_HEIGHT))
    }

    private func height(_ tag: hb_ot_metrics_tag_t) -> Double {
        var position: hb_position_t = 0
        unsafe hb_ot_metrics_get_position_with_fallback(font, tag, &position)
        return Double(position) / unitsPerEm
    }

    /// The same face for FreeType, opened when something is first drawn with it.
    func openFreeType() throws(FontError) -> FreeTypeFace {
        if let freeType { return freeType }
        guard let opened = FreeTypeFace(bytes: bytes, index: index) else { throw .notAFont(face: name) }
        freeType = opened
        return opened
    }

    /// The same face for PDF files, looked at when the first page is written with it.
    var embeddable: EmbeddableFace {
        if let embedded { return embedded }
        let made = EmbeddableFace(self)
        embedded = made
        return made
    }
}
