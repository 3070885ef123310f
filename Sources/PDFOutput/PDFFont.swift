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
        var code: UInt16 = 0
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

    /// The code of a glyph that is shown, and its width in thousandths of an em as the file has it.
    mutating func code(of glyph: UInt32) -> (number: UInt16, width: Double) {
        let index = Int(glyph)
        guard known.indices.contains(index) else { return (0, 0) }
        if !known[index].isShown {
            known[index].isShown = true
            known[index].code = face.code(of: glyph)
            known[index].width = (face.advance(of: glyph) * 100).rounded() / 100
        }
        return (known[index].code, known[index].width)
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

    /// The codes that were shown with their widths, in order.
    var widths: [(code: UInt16, width: Double)] {
        known.filter(\.isShown).map { ($0.code, $0.width) }.sorted { $0.0 < $1.0 }
    }

    /// The codes that were shown with what they stand for, in order; U+FFFD for those that never stood for a text of
    /// their own: what they spell together is said on the page.
    var meanings: [(code: UInt16, text: String)] {
        known.filter(\.isShown).map { ($0.code, text($0.meaning)) }.sorted { $0.0 < $1.0 }
    }

    private func text(_ meaning: UInt32?) -> String {
        guard let meaning else { return "\u{FFFD}" }
        if meaning >= Self.firstText { return texts[Int(meaning - Self.firstText)] }
        return Unicode.Scalar(meaning).map(String.init) ?? "\u{FFFD}"
    }
}
