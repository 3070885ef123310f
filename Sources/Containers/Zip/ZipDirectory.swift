/// The directory of a zip archive, found from its end.
struct ZipDirectory {
    /// Where the archive begins in the file.
    let start: Int
    private let place: Int
    private let size: Int
    private let count: Int

    /// The most that stands behind the directory: its end, and a comment.
    private static let mostTail = 22 + 65_535
    private static let damaged = ZipProblem.damaged()

    init(_ bytes: [UInt8]) throws(ContainerProblem) {
        let end = try Self.endPlace(bytes)
        var cursor = ByteCursor(bytes[(end + 4)...], or: Self.damaged)
        let (disk, firstDisk) = (try cursor.count(2), try cursor.count(2))
        _ = try cursor.take(2)
        var (count, size, offset) = (try cursor.count(2), try cursor.count(4), try cursor.count(4))
        var directoryEnd = end
        if let large = try Self.zip64(bytes, before: end) {
            (count, size, offset, directoryEnd) = large
        } else if disk != 0 || firstDisk != 0 {
            throw ZipProblem.parts
        }
        // Something may stand before the archive, as in files that unpack themselves.
        guard size <= directoryEnd, offset <= directoryEnd - size else { throw Self.damaged }
        start = directoryEnd - size - offset
        (place, self.size, self.count) = (directoryEnd - size, size, count)
    }

    /// The last place where the mark of the end stands with a comment that reaches to the end of the file.
    private static func endPlace(_ bytes: [UInt8]) throws(ContainerProblem) -> Int {
        guard bytes.count >= 22 else { throw ZipProblem.truncated }
        let first = max(0, bytes.count - mostTail)
        for place in stride(from: bytes.count - 22, through: first, by: -1)
        where bytes[place] == 0x50 && bytes[place + 1] == 0x4B && bytes[place + 2] == 5 && bytes[place + 3] == 6 {
            let comment = Int(bytes[place + 20]) | Int(bytes[place + 21]) << 8
            if place + 22 + comment == bytes.count { return place }
        }
        throw ZipProblem.truncated
    }

    /// Counts of more than 16 or 32 bits, where the file has them before its end.
    private static func zip64(
        _ bytes: [UInt8], before end: Int
    ) throws(ContainerProblem) -> (count: Int, size: Int, offset: Int, place: Int)? {
        guard end >= 20 else { return nil }
        var locator = ByteCursor(bytes[(end - 20)..<end], or: damaged)
        guard try locator.unsigned(4) == 0x0706_4B50 else { return nil }
        _ = try locator.take(4)
        let said = try locator.count(8)
        // Where something stands before the archive, the record still stands just before its locator.
        guard let place = [said, end - 76].first(where: { isZip64Record(bytes, $0) }) else { throw damaged }
        var cursor = ByteCursor(bytes[place..<end], or: damaged)
        _ = try cursor.take(32)
        return (try cursor.count(8), try cursor.count(8), try cursor.count(8), place)
    }

    private static func isZip64Record(_ bytes: [UInt8], _ place: Int) -> Bool {
        place >= 0 && place <= bytes.count - 56 && bytes[place...].starts(with: [0x50, 0x4B, 6, 6])
    }

    func entries(_ bytes: [UInt8]) throws(ContainerProblem) -> [ZipArchive.Entry] {
        var cursor = ByteCursor(bytes[place..<(place + size)], or: Self.damaged)
        var entries = [ZipArchive.Entry]()
        var read = 0
        while read < count, cursor.left >= 46 {
            let entry = try Self.entry(&cursor)
            if !entry.name.hasSuffix("/") { entries.append(entry) }
            read += 1
        }
        guard read == count else { throw ZipProblem.damaged("its directory ends too early") }
        return entries
    }

    private static func entry(_ cursor: inout ByteCursor) throws(ContainerProblem) -> ZipArchive.Entry {
        guard try cursor.unsigned(4) == 0x0201_4B50 else { throw cursor.failure() }
        _ = try cursor.take(4)
        let (flags, method) = (try cursor.unsigned(2), try cursor.count(2))
        _ = try cursor.take(4)
        let checksum = UInt32(truncatingIfNeeded: try cursor.unsigned(4))
        var (stored, size) = (try cursor.count(4), try cursor.count(4))
        let (name, extra, comment) = (try cursor.count(2), try cursor.count(2), try cursor.count(2))
        _ = try cursor.take(8)
        var offset = try cursor.count(4)
        let words = try cursor.take(name)
        try widen(&size, &stored, &offset, ByteCursor(try cursor.take(extra), or: damaged))
        _ = try cursor.take(comment)
        return ZipArchive.Entry(
            name: String(decoding: words, as: UTF8.self), size: size, storedSize: stored, method: method,
            isEncrypted: flags & 1 == 1, checksum: checksum, headerOffset: offset)
    }

    /// Takes the sizes that need 64 bits from the extra field, each where its 32 bits are all ones.
    private static func widen(
        _ size: inout Int, _ stored: inout Int, _ offset: inout Int, _ fields: ByteCursor
    ) throws(ContainerProblem) {
        let isLarge = 0xFFFF_FFFF
        guard size == isLarge || stored == isLarge || offset == isLarge else { return }
        var fields = fields
        while fields.left >= 4 {
            let (id, length) = (try fields.unsigned(2), try fields.count(2))
            var field = ByteCursor(try fields.take(length), or: damaged)
            guard id == 1 else { continue }
            if size == isLarge { size = try field.count(8) }
            if stored == isLarge { stored = try field.count(8) }
            if offset == isLarge { offset = try field.count(8) }
        }
    }
}
