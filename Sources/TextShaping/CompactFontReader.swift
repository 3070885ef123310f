/// Reads the parts of a `CFF ` table.
struct CompactFontReader {
    /// A part of a dictionary.
    enum Token {
        case operand(Int)
        /// Operators of two bytes are 1200 and their second byte.
        case operation(Int)
    }

    /// What a dictionary says under one operator, and where it stands.
    struct Entry {
        var operation: Int
        var operands: [Int]
        var place: Range<Int>
    }

    /// The operator of the place of the glyphs' numbers.
    static let charset = 15
    /// The operator of a font that is one of a character collection.
    static let collection = 1230

    let bytes: [UInt8]
    var place: Int

    /// The entries of the first font's top dictionary; nil where the bytes do not hold it.
    static func topEntries(_ table: [UInt8]) -> [Entry]? {
        guard table.count > 4 else { return nil }
        var reader = CompactFontReader(bytes: table, place: Int(table[2]))
        // The names of the fonts, then the dictionaries at the top, one a font.
        guard reader.index() != nil, let top = reader.index() else { return nil }
        reader.place = top.lowerBound
        var entries: [Entry] = []
        var next = Entry(operation: 0, operands: [], place: top.lowerBound..<top.lowerBound)
        while reader.place < top.upperBound, let token = reader.token() {
            switch token {
            case .operand(let value): next.operands.append(value)
            case .operation(let code):
                (next.operation, next.place) = (code, next.place.lowerBound..<reader.place)
                entries.append(next)
                next = Entry(operation: 0, operands: [], place: reader.place..<reader.place)
            }
        }
        return entries
    }

    /// The table with the entry of a collection before all others of the top dictionary, where the note wants it
    /// (section 18) and HarfBuzz does not put it; nothing else moves.
    static func withCollectionFirst(_ table: [UInt8]) -> [UInt8] {
        guard let entries = topEntries(table), let first = entries.first,
            let entry = entries.first(where: { $0.operation == collection })
        else { return table }
        var moved = table
        let start = first.place.lowerBound
        let others = Array(table[start..<entry.place.lowerBound])
        moved.replaceSubrange(start..<entry.place.upperBound, with: Array(table[entry.place]) + others)
        return moved
    }

    /// A number of some bytes, the highest first.
    mutating func number(_ size: Int) -> Int? {
        guard place >= 0, place + size <= bytes.count else { return nil }
        defer { place += size }
        return bytes[place..<(place + size)].reduce(0) { $0 << 8 | Int($1) }
    }

    /// Passes over an index; returns where its first object stands, nil where that is not among the bytes.
    mutating func index() -> Range<Int>? {
        guard let count = number(2), count > 0, let size = number(1), (1...4).contains(size) else { return nil }
        var offsets: [Int] = []
        for _ in 0...count {
            guard let offset = number(size) else { return nil }
            offsets.append(offset)
        }
        let start = place - 1
        place = start + offsets[count]
        let first = (start + offsets[0], start + offsets[1])
        guard first.0 >= 0, first.0 <= first.1, first.1 <= bytes.count else { return nil }
        return first.0..<first.1
    }

    /// The next operand or operator of a dictionary; nil at its end. Real numbers are passed over as 0.
    mutating func token() -> Token? {
        guard let first = number(1) else { return nil }
        switch first {
        case 12: return number(1).map { .operation(1200 + $0) }
        case 0...21: return .operation(first)
        case 28: return number(2).map { .operand(Int(Int16(truncatingIfNeeded: $0))) }
        case 29: return number(4).map { .operand(Int(Int32(truncatingIfNeeded: $0))) }
        case 30:
            while let pair = number(1) { if pair & 0x0F == 0x0F || pair >> 4 == 0x0F { break } }
            return .operand(0)
        case 32...246: return .operand(first - 139)
        case 247...250: return number(1).map { .operand((first - 247) * 256 + $0 + 108) }
        case 251...254: return number(1).map { .operand(-(first - 251) * 256 - $0 - 108) }
        default: return .operand(0)
        }
    }
}
