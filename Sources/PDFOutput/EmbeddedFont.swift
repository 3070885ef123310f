import NativeCodecs
import TextShaping

/// A face of a file with the part of it that is taken in, and the codes by which pages name its glyphs.
struct EmbeddedFont {
    private let font: PDFFont
    private let program: [UInt8]
    /// The glyphs that were shown with their codes, in the order of the codes.
    private let glyphs: [(glyph: UInt32, code: UInt16)]
    /// By glyph; 0 for those that were not shown.
    let codes: [UInt16]

    private var face: EmbeddableFace { font.face }

    /// Cuts the part that was shown.
    init(_ font: PDFFont) throws(PDFError) {
        self.font = font
        let shown = font.shownGlyphs
        let part: FacePart
        do { part = try font.face.part(keeping: shown) } catch { throw .font(error) }
        program = part.program
        var codes = [UInt16](repeating: 0, count: font.face.glyphCount)
        for (glyph, code) in zip(shown, part.codes) { codes[Int(glyph)] = code }
        self.codes = codes
        glyphs = zip(shown, part.codes).map { ($0, $1) }.sorted { $0.code < $1.code }
    }

    /// Adds the font (ISO 32000-1, 9.7); returns its object.
    func add(to objects: inout PDFObjects) -> Int {
        let name = "/\(tag)+\(face.postScriptName)"
        let file = addProgram(to: &objects)
        let descriptor = objects.add(description(name: name, file: file))
        let descendant = objects.add(descendant(name: name, descriptor: descriptor))
        let map = objects.addStream(head: "/Filter /FlateDecode", ZlibFrame.deflate(characterMap[...]))
        return objects.add(
            "<< /Type /Font /Subtype /Type0 /BaseFont \(name) /Encoding /Identity-H "
                + "/DescendantFonts [\(descendant) 0 R] /ToUnicode \(map) 0 R >>")
    }

    private func addProgram(to objects: inout PDFObjects) -> Int {
        let kind = face.outlines == .compact ? "/Subtype /CIDFontType0C" : "/Length1 \(program.count)"
        return objects.addStream(head: kind + " /Filter /FlateDecode", ZlibFrame.deflate(program[...]))
    }

    /// Six letters that depend on which glyphs the part has (9.6.4).
    private var tag: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for (glyph, _) in glyphs { hash = (hash ^ UInt64(glyph)) &* 0x100_0000_01B3 }
        var letters = ""
        for _ in 0..<6 {
            letters.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "A") + UInt8(hash % 26)))
            hash /= 26
        }
        return letters
    }

    private func description(name: String, file: Int) -> String {
        let heights = face.metrics
        func thousandths(_ ems: Double) -> Int { Int((ems * 1000).rounded()) }
        // Symbolic: its characters are found by number. How thick its stems are only matters to those who replace it.
        return "<< /Type /FontDescriptor /FontName \(name) /Flags 4 "
            + "/FontBBox [\(face.box.map(String.init).joined(separator: " "))] /ItalicAngle 0 "
            + "/Ascent \(thousandths(heights.ascent)) /Descent \(thousandths(-heights.descent)) "
            + "/CapHeight \(thousandths(heights.capHeight)) /StemV 80 "
            + "\(face.outlines == .compact ? "/FontFile3" : "/FontFile2") \(file) 0 R >>"
    }

    private func descendant(name: String, descriptor: Int) -> PDFSyntax {
        var syntax = PDFSyntax()
        let isCompact = face.outlines == .compact
        syntax.write("<< /Type /Font /Subtype /\(isCompact ? "CIDFontType0" : "CIDFontType2") /BaseFont \(name) ")
        syntax.write("/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ")
        if !isCompact { syntax.write("/CIDToGIDMap /Identity ") }
        syntax.write("/FontDescriptor \(descriptor) 0 R /W [")
        var next: Int?
        for (glyph, code) in glyphs {
            if next != Int(code) {
                if next != nil { syntax.write("] ") }
                syntax.write(Int(code))
                syntax.write(" [")
            }
            syntax.write(fine: font.knownWidth(of: glyph))
            next = Int(code) + 1
        }
        syntax.write(next == nil ? "] >>" : "]] >>")
        return syntax
    }

    /// The map from codes to what they stand for (9.10.3), in blocks of at most a hundred.
    private var characterMap: [UInt8] {
        var syntax = PDFSyntax()
        syntax.write("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
        syntax.write("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n")
        syntax.write("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
        syntax.write("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
        for start in stride(from: 0, to: glyphs.count, by: 100) {
            let block = glyphs[start..<min(start + 100, glyphs.count)]
            syntax.write("\(block.count) beginbfchar\n")
            for (glyph, code) in block {
                syntax.write("<")
                syntax.write(hexadecimal: code)
                syntax.write("> <")
                for unit in font.meaning(of: glyph).utf16 { syntax.write(hexadecimal: unit) }
                syntax.write(">\n")
            }
            syntax.write("endbfchar\n")
        }
        syntax.write("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        return syntax.bytes
    }
}
