import Graphics
import TextShaping

/// A face of a file: which of its glyphs were shown, how wide they are, and what each stands for.
struct PDFFont {
    let face: EmbeddableFace
    /// By glyph: what is known of it; empty until a glyph beyond it was shown.
    private var known: [Known]
    /// Texts of several characters that glyphs stand for.
    private var texts: [String] = []

    private struct Known {
        var isShown = false
        var width = 0.0
        /// The character that the glyph stands for, or the place in ``texts`` counted on from the last character; nil
        /// before it stood for any.
        var meaning: UInt32?
    }

    /// Beyond every character.
    private static let firstText: UInt32 = 0x11_0000

    init(_ face: EmbeddableFace) {
        self.face = face
        known = Array(repeating: Known(), count: face.glyphCount)
    }

    /// The width of a glyph that is shown, in thousandths of an em as the file has it.
    mutating func width(of glyph: UInt32) -> Double {
        let index = Int(glyph)
        guard known.indices.contains(index) else { return 0 }
        if !known[index].isShown {
            known[index].isShown = true
            known[index].width = (face.advance(of: glyph) * 100).rounded() / 100
        }
        return known[index].width
    }

    /// Whether glyphs spell a text by what each stands for in the whole file; a glyph that stood for nothing yet stands
    /// for the text from now on.
    ///
    /// Only one glyph can: what several spell together is said where they are shown.
    mutating func spells(_ text: UnsafeBufferPointer<UInt8>, with glyphs: ArraySlice<Glyph>) -> Bool {
        guard glyphs.count == 1, let glyph = glyphs.first, known.indices.contains(Int(glyph.id)) else { return false }
        let meaning = unsafe meaning(of: text)
        guard let meaning else { return false }
        if known[Int(glyph.id)].meaning == nil { known[Int(glyph.id)].meaning = meaning }
        return known[Int(glyph.id)].meaning == meaning
    }

    private mutating func meaning(of text: UnsafeBufferPointer<UInt8>) -> UInt32? {
        if text.count == 1 { return unsafe UInt32(text[0]) }
        guard !text.isEmpty else { return nil }
        let words = unsafe String(decoding: text, as: UTF8.self)
        if words.unicodeScalars.count == 1 { return words.unicodeScalars.first?.value }
        let place = texts.firstIndex { $0.utf8.elementsEqual(words.utf8) } ?? texts.count
        if place == texts.count { texts.append(words) }
        return Self.firstText + UInt32(clamping: place)
    }

    /// The glyphs that were shown, in order.
    var shownGlyphs: [UInt32] { known.indices.filter { known[$0].isShown }.map { UInt32(clamping: $0) } }

    /// How wide a glyph that was shown is.
    func knownWidth(of glyph: UInt32) -> Double { known[Int(glyph)].width }

    /// What a glyph that was shown stands for; U+FFFD where it never stood for a text of its own: what such glyphs spell
    /// together is said on the page.
    func meaning(of glyph: UInt32) -> String { text(known[Int(glyph)].meaning) }

    private func text(_ meaning: UInt32?) -> String {
        guard let meaning else { return "\u{FFFD}" }
        if meaning >= Self.firstText { return texts[Int(meaning - Self.firstText)] }
        return Unicode.Scalar(meaning).map(String.init) ?? "\u{FFFD}"
    }
}
