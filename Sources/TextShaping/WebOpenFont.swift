import NativeCodecs

/// Packs an OpenType file as WOFF 1 (W3C Recommendation, 2012): the same tables, each deflated.
enum WebOpenFont {
    /// One table of the file.
    private struct Table {
        var tag: UInt32
        var checksum: UInt32
        var bytes: ArraySlice<UInt8>
    }

    /// The packed font; nil when the bytes are not an OpenType file of one font.
    static func pack(_ font: [UInt8]) -> [UInt8]? {
        guard let tables = tables(of: font) else { return nil }
        var bodies: [[UInt8]] = []
        for table in tables {
            let deflated = ZlibFrame.deflate(table.bytes, level: 6)
            bodies.append(deflated.count < table.bytes.count ? deflated : Array(table.bytes))
        }
        let headerSize = 44 + 20 * tables.count
        let total = headerSize + bodies.reduce(0) { $0 + padded($1.count) }
        var packed: [UInt8] = []
        packed.reserveCapacity(total)
        appendHeader(flavor: word(font, 0), tables: tables, total: total, to: &packed)
        appendDirectory(tables, bodies, at: headerSize, to: &packed)
        for body in bodies {
            packed += body
            packed += [UInt8](repeating: 0, count: padded(body.count) - body.count)
        }
        return packed
    }

    private static func appendHeader(flavor: UInt32, tables: [Table], total: Int, to packed: inout [UInt8]) {
        let unpacked = 12 + 16 * tables.count + tables.reduce(0) { $0 + padded($1.bytes.count) }
        append(0x774F_4646, to: &packed)
        append(flavor, to: &packed)
        append(UInt32(clamping: total), to: &packed)
        append(UInt32(clamping: tables.count) << 16, to: &packed)
        append(UInt32(clamping: unpacked), to: &packed)
        append(0x0001_0000, to: &packed)
        // No metadata and no private block: five fields of nothing.
        for _ in 0..<5 { append(0, to: &packed) }
    }

    private static func appendDirectory(_ tables: [Table], _ bodies: [[UInt8]], at start: Int, to packed: inout [UInt8])
    {
        var offset = start
        for (table, body) in zip(tables, bodies) {
            append(table.tag, to: &packed)
            append(UInt32(clamping: offset), to: &packed)
            append(UInt32(clamping: body.count), to: &packed)
            append(UInt32(clamping: table.bytes.count), to: &packed)
            append(table.checksum, to: &packed)
            offset += padded(body.count)
        }
    }

    private static func tables(of font: [UInt8]) -> [Table]? {
        guard font.count >= 12 else { return nil }
        let count = Int(word(font, 4) >> 16)
        guard font.count >= 12 + 16 * count else { return nil }
        var tables: [Table] = []
        for entry in stride(from: 12, to: 12 + 16 * count, by: 16) {
            let start = Int(word(font, entry + 8))
            let end = start + Int(word(font, entry + 12))
            guard end <= font.count else { return nil }
            tables.append(
                Table(tag: word(font, entry), checksum: word(font, entry + 4), bytes: font[start..<end]))
        }
        return tables.sorted { $0.tag < $1.tag }
    }

    private static func padded(_ count: Int) -> Int { (count + 3) & ~3 }

    private static func word(_ bytes: [UInt8], _ at: Int) -> UInt32 {
        UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8 | UInt32(bytes[at + 3])
    }

    private static func append(_ word: UInt32, to bytes: inout [UInt8]) {
        bytes += [UInt8(word >> 24), UInt8(word >> 16 & 0xFF), UInt8(word >> 8 & 0xFF), UInt8(word & 0xFF)]
    }
}
