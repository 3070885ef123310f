/// A page's operators, in which the codes of glyphs are still missing: a face is cut, and its glyphs numbered, when the last
/// page has been drawn.
struct PageContent {
    /// The operators so far.
    var syntax = PDFSyntax()
    private var glyphs: [PlacedCode] = []

    /// Where the four digits of a glyph's code stand.
    private struct PlacedCode {
        var place: UInt32
        var font: UInt16
        var glyph: UInt32
    }

    /// Writes four digits for a glyph of a face.
    mutating func write(glyph: UInt32, of font: Int) {
        glyphs.append(
            PlacedCode(place: UInt32(clamping: syntax.count), font: UInt16(clamping: font), glyph: glyph))
        syntax.write("0000")
    }

    /// The operators with every code, by face and glyph, in its place.
    func bytes(codes: [[UInt16]]) -> [UInt8] {
        var bytes = syntax.bytes
        for placed in glyphs {
            let known = codes[Int(placed.font)]
            let code = known.indices.contains(Int(placed.glyph)) ? known[Int(placed.glyph)] : 0
            PDFSyntax.put(hexadecimal: code, in: &bytes, at: Int(placed.place))
        }
        return bytes
    }
}
