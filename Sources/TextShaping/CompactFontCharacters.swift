/// How a `CFF ` table numbers its glyphs for others: by their places, or by the numbers of a character collection
/// (Adobe technical note 5176, sections 8, 13 and 18).
struct CompactFontCharacters {
    /// How much of a table is read to find out: the header, the name and what stands at the top.
    static let longestHead = 8192

    /// The numbers of a collection by glyph; empty where glyphs have no others than their places.
    private var codes: [UInt16] = []

    /// Reads the head of a table and, where glyphs have other numbers, those; `table` gives bytes from a place on.
    init(head: [UInt8], glyphCount: Int, table: (Int, Int) -> [UInt8]) {
        guard let top = Self.topEntries(head), top.isCollection, top.charset > 2 else { return }
        // Format 0 has two bytes a glyph, format 2 at most four a range.
        let bytes = table(top.charset, 1 + 4 * glyphCount)
        codes = Self.codes(bytes, glyphCount: glyphCount)
    }

    /// The number of a glyph in the font's collection; nil where the font is of none.
    func code(of glyph: UInt32) -> UInt16? {
        codes.isEmpty ? nil : codes.indices.contains(Int(glyph)) ? codes[Int(glyph)] : 0
    }

    // MARK: Reading

    /// What the top dictionary says: whether the font is one of a collection, and where its glyphs' numbers stand.
    private static func topEntries(_ head: [UInt8]) -> (isCollection: Bool, charset: Int)? {
        guard let entries = CompactFontReader.topEntries(head) else { return nil }
        let charset = entries.last { $0.operation == CompactFontReader.charset }
        return (entries.contains { $0.operation == CompactFontReader.collection }, charset?.operands.last ?? 0)
    }

    private static func codes(_ bytes: [UInt8], glyphCount: Int) -> [UInt16] {
        var reader = CompactFontReader(bytes: bytes, place: 0)
        var codes: [UInt16] = [0]
        codes.reserveCapacity(glyphCount)
        guard let format = reader.number(1), format <= 2 else { return [] }
        while codes.count < glyphCount {
            guard let first = reader.number(2) else { return [] }
            guard let more = format == 0 ? 0 : reader.number(format) else { return [] }
            for step in 0...more where codes.count < glyphCount {
                codes.append(UInt16(truncatingIfNeeded: first + step))
            }
        }
        return codes
    }
}
