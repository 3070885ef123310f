import CHarfBuzz
import Graphics

/// A face as a PDF file takes it in: its widths, what it says of itself, and the part of it that a file needs.
package final class EmbeddableFace {
    /// How a font file holds its outlines.
    package enum Outlines {
        /// Quadratic curves in a `glyf` table.
        case trueType
        /// Cubic curves in a `CFF ` table (Adobe technical note 5176).
        case compact
        /// Another form, which PDF cannot take in: `CFF2`, or none.
        case other
    }

    /// How its outlines are held.
    package let outlines: Outlines
    /// How many glyphs it has.
    package let glyphCount: Int
    /// The book keeps it, and this with it.
    private unowned let face: Face
    private let characters: CompactFontCharacters

    init(_ face: Face) {
        self.face = face
        glyphCount = unsafe Int(hb_face_get_glyph_count(face.face))
        let compact = face.table("CFF ", limit: CompactFontCharacters.longestHead)
        outlines = !compact.isEmpty ? .compact : face.table("glyf", limit: 1).isEmpty ? .other : .trueType
        characters = CompactFontCharacters(
            head: compact, glyphCount: glyphCount, table: { face.table("CFF ", from: $0, limit: $1) })
    }

    /// The advance of a glyph in thousandths of an em.
    package func advance(of glyph: UInt32) -> Double {
        unsafe Double(hb_font_get_glyph_h_advance(face.font, glyph)) * 1000 / face.unitsPerEm
    }

    /// The name by which PostScript knows the face, in letters that need no quoting; `Font` where it says none.
    package var postScriptName: String {
        var buffer = [CChar](repeating: 0, count: 128)
        var size = UInt32(buffer.count)
        _ = unsafe hb_ot_name_get_utf8(face.face, 6, hb_language_from_string("en", 2), &size, &buffer)
        let name = buffer.prefix(Int(size)).map { UInt8(bitPattern: $0) }.filter { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        return name.isEmpty ? "Font" : String(decoding: name, as: UTF8.self)
    }

    /// The heights in ems.
    package var metrics: FontMetrics { face.metrics() }

    /// The box around all glyphs in thousandths of an em: left, bottom, right, top.
    package var box: [Int] {
        let head = face.table("head", limit: 54)
        guard head.count >= 44 else { return [0, -250, 1000, 1000] }
        return [36, 38, 40, 42].map { place in
            let units = Int16(bitPattern: UInt16(head[place]) << 8 | UInt16(head[place + 1]))
            return Int((Double(units) * 1000 / face.unitsPerEm).rounded())
        }
    }

    /// The part of the face with these glyphs. Throws where HarfBuzz cannot cut it.
    package func part(keeping glyphs: [UInt32]) throws(FontError) -> FacePart {
        guard outlines != .other, let cut = face.cut(keeping: glyphs, outlines: outlines), !cut.program.isEmpty else {
            throw .notSubset(face: face.name)
        }
        // The numbers of a collection stay when glyphs are numbered anew.
        let codes = zip(glyphs, cut.places).map { glyph, place in
            characters.code(of: glyph) ?? UInt16(truncatingIfNeeded: place)
        }
        let program = outlines == .compact ? CompactFontReader.withCollectionFirst(cut.program) : cut.program
        return FacePart(program: program, codes: codes)
    }
}

/// What a file takes of a face.
package struct FacePart {
    /// A TrueType file, or a `CFF ` table.
    package let program: [UInt8]
    /// The number by which the program finds each glyph, in the order in which the glyphs were asked for.
    package let codes: [UInt16]
}
