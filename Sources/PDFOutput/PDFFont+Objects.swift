import NativeCodecs
import TextShaping

extension PDFFont {
    /// Adds the font with the part of its face that was shown (ISO 32000-1, 9.7); returns its object.
    func add(to objects: inout PDFObjects) throws(PDFError) -> Int {
        let program: [UInt8]
        do { program = try face.program(keeping: shownGlyphs) } catch { throw .font(error) }
        let name = "/\(tag)+\(face.postScriptName)"
        let file = addProgram(program, to: &objects)
        let descriptor = objects.add(description(name: name, file: file))
        let descendant = objects.add(descendant(name: name, descriptor: descriptor))
        let map = objects.addStream(head: "/Filter /FlateDecode", ZlibFrame.deflate(characterMap[...]))
        return objects.add(
            "<< /Type /Font /Subtype /Type0 /BaseFont \(name) /Encoding /Identity-H "
                + "/DescendantFonts [\(descendant) 0 R] /ToUnicode \(map) 0 R >>")
    }

    private func addProgram(_ program: [UInt8], to objects: inout PDFObjects) -> Int {
        let kind = face.outlines == .compact ? "/Subtype /CIDFontType0C" : "/Length1 \(program.count)"
        return objects.addStream(head: kind + " /Filter /FlateDecode", ZlibFrame.deflate(program[...]))
    }

    /// Six letters that depend on which glyphs the part has (9.6.4).
    private var tag: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for glyph in shownGlyphs { hash = (hash ^ UInt64(glyph)) &* 0x100_0000_01B3 }
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
        for (code, width) in widths {
            if next != Int(code) {
                if next != nil { syntax.write("] ") }
                syntax.write(Int(code))
                syntax.write(" [")
            }
            syntax.write(fine: width)
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
        let meanings = meanings
        for start in stride(from: 0, to: meanings.count, by: 100) {
            let block = meanings[start..<min(start + 100, meanings.count)]
            syntax.write("\(block.count) beginbfchar\n")
            for (code, text) in block {
                syntax.write("<")
                syntax.write(hexadecimal: code)
                syntax.write("> <")
                for unit in text.utf16 { syntax.write(hexadecimal: unit) }
                syntax.write(">\n")
            }
            syntax.write("endbfchar\n")
        }
        syntax.write("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        return syntax.bytes
    }
}
