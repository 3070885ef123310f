import Series
import SystemFiles

/// A time zone: how far its clocks stand from UTC at any instant.
///
/// Read from the system's compiled zone files (RFC 8536, version 2 and up), or a fixed offset. Past the last written
/// change the zone's rule for later years applies.
struct TimeZoneRules: Equatable, Sendable {
    /// As the run or the user names it: `America/New_York`, `UTC`, `+05:30`.
    let name: String
    /// Instants of changes in seconds since 1970 UTC, increasing.
    private let changes: [Int64]
    /// Seconds east of UTC from each change on.
    private let offsets: [Int32]
    /// Before the first change.
    private let firstOffset: Int32
    /// After the last change.
    private let rule: TimeZoneYearRule?

    /// A zone whose clocks never change.
    init(fixed offset: Int32, name: String) {
        self.name = name
        (changes, offsets, firstOffset, rule) = ([], [], offset, nil)
    }

    private init(name: String, changes: [Int64], offsets: [Int32], firstOffset: Int32, rule: TimeZoneYearRule?) {
        self.name = name
        self.changes = changes
        self.offsets = offsets
        self.firstOffset = firstOffset
        self.rule = rule
    }

    /// The offset of clocks that never change; nil for others.
    var fixedOffset: Int32? { changes.isEmpty && rule == nil ? firstOffset : nil }

    /// Seconds east of UTC at an instant in seconds since 1970 UTC.
    func offset(at instant: Int64) -> Int32 {
        if let last = changes.last, instant >= last, let rule { return rule.offset(at: instant) }
        let next = changes.partitioningIndex { $0 > instant }
        if next == 0 { return changes.isEmpty ? rule?.offset(at: instant) ?? firstOffset : firstOffset }
        return offsets[next - 1]
    }
}

extension TimeZoneRules {
    /// Where systems keep their zone files.
    static let folder = "/usr/share/zoneinfo"

    /// The zone of a name: `UTC`, an offset such as `+05:30`, or a name of the tz database; nil where there is none.
    static func named(_ name: String) -> TimeZoneRules? {
        if ["UTC", "Z", "GMT", "Etc/UTC"].contains(name) { return TimeZoneRules(fixed: 0, name: "UTC") }
        if let timestamp = TimestampText.timestamp("2000-01-01 00:00" + name), let offset = timestamp.offset {
            return TimeZoneRules(fixed: offset, name: name)
        }
        // Only plain names: the file must lie below the zone folder.
        guard !name.isEmpty, name.utf8.count < 64, !name.utf8.contains(UInt8(ascii: ".")), name.first != "/",
            name.utf8.allSatisfy({ isNameByte($0) })
        else { return nil }
        let path = FileSystem.join(folder, name)
        guard FileSystem.kind(of: path) == .regular,
            let bytes = try? FileSystem.readFile(path, limit: 1 << 20)
        else { return nil }
        return parse(bytes, name: name)
    }

    /// The names of the tz database's usual areas that the system has, for near matches; sorted.
    static func knownNames() -> [String] {
        let areas = [
            "Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Etc", "Europe", "Indian", "Pacific",
        ]
        return areas.flatMap { area in
            ((try? FileSystem.listDirectory(FileSystem.join(folder, area))) ?? []).map { area + "/" + $0 }
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "+"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// Reads a compiled zone file; nil where it is none or damaged.
    static func parse(_ bytes: [UInt8], name: String) -> TimeZoneRules? {
        var reader = ZoneFileReader(bytes)
        guard let first = reader.header() else { return nil }
        if first.version == 0 { return reader.block(first, timeSize: 4, name: name) }
        // Version 2 files repeat everything with 64-bit times behind the 32-bit block.
        guard reader.skip(first.blockSize(timeSize: 4)), let second = reader.header() else { return nil }
        return reader.block(second, timeSize: 8, name: name)
    }

    /// Steps through the big-endian fields of a zone file.
    private struct ZoneFileReader {
        struct Header {
            var version: UInt8
            var utcCount, standardCount, leapCount, timeCount, typeCount, characterCount: Int

            func blockSize(timeSize: Int) -> Int {
                timeCount * (timeSize + 1) + typeCount * 6 + characterCount + leapCount * (timeSize + 4)
                    + standardCount + utcCount
            }
        }

        private let bytes: [UInt8]
        private var position = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        mutating func skip(_ count: Int) -> Bool {
            guard count >= 0, position + count <= bytes.count else { return false }
            position += count
            return true
        }

        mutating func header() -> Header? {
            guard position + 44 <= bytes.count, bytes[position..<position + 4].elementsEqual("TZif".utf8) else {
                return nil
            }
            let version = bytes[position + 4]
            position += 20
            let counts = (0..<6).map { _ in integer(4) }
            guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
            return Header(
                version: version, utcCount: Int(counts[0]), standardCount: Int(counts[1]), leapCount: Int(counts[2]),
                timeCount: Int(counts[3]), typeCount: Int(counts[4]), characterCount: Int(counts[5]))
        }

        mutating func block(_ header: Header, timeSize: Int, name: String) -> TimeZoneRules? {
            guard position + header.blockSize(timeSize: timeSize) <= bytes.count, header.typeCount > 0 else {
                return nil
            }
            let changes = (0..<header.timeCount).map { _ in integer(timeSize) }
            let indices = (0..<header.timeCount).map { _ in Int(integer(1) & 0xFF) }
            var types = [Int32]()
            for _ in 0..<header.typeCount {
                types.append(Int32(truncatingIfNeeded: integer(4)))
                position += 2
            }
            guard indices.allSatisfy({ $0 < types.count }), types.allSatisfy({ abs(Int($0)) <= 90_000 }) else {
                return nil
            }
            position += header.characterCount + header.leapCount * (timeSize + 4)
            position += header.standardCount + header.utcCount
            let footer = String(decoding: bytes[position...], as: UTF8.self).split(separator: "\n").first
            return TimeZoneRules(
                name: name, changes: changes, offsets: indices.map { types[$0] }, firstOffset: types[0],
                rule: footer.flatMap { TimeZoneYearRule(String($0)) })
        }

        private mutating func integer(_ size: Int) -> Int64 {
            var value = Int64(Int8(bitPattern: bytes[position]))
            for byte in bytes[position + 1..<position + size] { value = value << 8 | Int64(byte) }
            position += size
            return value
        }
    }
}
