import NativeCodecs

/// A zip archive: what it holds, and one entry at a time.
///
/// ```swift
/// let archive = try ZipArchive(bytes)
/// for entry in archive.entries { print(entry.name, entry.size) }
/// let json = try archive.content(of: archive.entries[0], limit: 1 << 28)
/// ```
///
/// Names are words to compare; nothing here makes paths of them. Read: stored and deflated entries, zip64, sizes behind the
/// data. Refused: encryption, other compressions, archives in several parts.
public struct ZipArchive: Sendable {
    /// One file within the archive.
    public struct Entry: Equatable, Sendable {
        /// The name as stored, folders before slashes; broken UTF-8 repaired.
        public var name: String
        /// Bytes once expanded, as the directory says.
        public var size: Int
        var storedSize: Int
        var method: Int
        var isEncrypted: Bool
        var checksum: UInt32
        var headerOffset: Int
    }

    /// The files in the order of the directory; folders are left out.
    public let entries: [Entry]
    private let bytes: [UInt8]
    /// Where the archive begins: something else may stand before it.
    private let start: Int

    /// Whether bytes begin as an archive with files does.
    public static func isZip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// Reads the directory at the end. Linear in its size.
    public init(_ bytes: [UInt8]) throws(ContainerProblem) {
        let directory = try ZipDirectory(bytes)
        (self.bytes, start, entries) = (bytes, directory.start, try directory.entries(bytes))
    }

    /// The entry of a name; the last where a name stands twice, as unpacking would leave it.
    public func entry(named name: String) -> Entry? { entries.last { $0.name == name } }

    /// The expanded bytes of an entry, their checksum compared.
    ///
    /// - Parameter limit: The most bytes that may come out.
    public func content(of entry: Entry, limit: Int) throws(ContainerProblem) -> [UInt8] {
        if entry.isEncrypted { throw ZipProblem.encrypted(entry.name) }
        guard entry.size <= limit else { throw ZipProblem.tooLarge(entry.name, limit: limit) }
        let content = try expanded(try stored(entry), entry)
        guard CRC32.checksum(content[...]) == entry.checksum else {
            throw ZipProblem.damaged("the checksum of '\(entry.name)' is another", byte: entry.headerOffset)
        }
        return content
    }

    /// The entry's bytes as they lie in the archive; the directory's sizes are the ones that count.
    private func stored(_ entry: Entry) throws(ContainerProblem) -> ArraySlice<UInt8> {
        let (place, overflows) = start.addingReportingOverflow(entry.headerOffset)
        guard !overflows, place >= 0, place <= bytes.count else { throw ZipProblem.damaged() }
        var cursor = ByteCursor(bytes[place...], or: ZipProblem.damaged())
        guard try cursor.unsigned(4) == 0x0403_4B50 else { throw cursor.failure() }
        _ = try cursor.take(22)
        let (name, extra) = (try cursor.count(2), try cursor.count(2))
        _ = try cursor.take(name + extra)
        return try cursor.take(entry.storedSize)
    }

    private func expanded(_ stored: ArraySlice<UInt8>, _ entry: Entry) throws(ContainerProblem) -> [UInt8] {
        switch entry.method {
        case 0:
            guard entry.size == stored.count else { throw ZipProblem.damaged() }
            return Array(stored)
        case 8:
            do {
                return try BlockCodec.deflate.expand(stored, to: entry.size)
            } catch {
                throw ZipProblem.damaged("'\(entry.name)': \(error.fact)", byte: entry.headerOffset)
            }
        default: throw ZipProblem.method(entry.method, entry.name)
        }
    }
}

/// The problems of zip archives.
enum ZipProblem {
    static func damaged(_ fact: String? = nil, byte: Int? = nil) -> ContainerProblem {
        ContainerProblem(
            code: "zip_damaged", fact: "the zip archive is damaged" + (fact.map { ": \($0)" } ?? ""),
            remedy: "copy it again completely, or pack it anew", byte: byte)
    }

    static let truncated = ContainerProblem(
        code: "zip_truncated", fact: "the zip archive ends without its directory, so it is cut off",
        remedy: "copy it again, completely")

    static let parts = ContainerProblem(
        code: "zip_parts", fact: "the zip archive is one of several parts", remedy: "pack it as one file")

    static func encrypted(_ name: String) -> ContainerProblem {
        ContainerProblem(
            code: "zip_encrypted", fact: "'\(name)' in the zip archive is encrypted",
            remedy: "pack it without a password")
    }

    static func tooLarge(_ name: String, limit: Int) -> ContainerProblem {
        ContainerProblem(
            code: "zip_too_large", fact: "'\(name)' in the zip archive expands to more than \(limit >> 20) MiB",
            remedy: "unpack it, and give the file if it is meant to be so large")
    }

    static func method(_ number: Int, _ name: String) -> ContainerProblem {
        ContainerProblem(
            code: "zip_method", fact: "'\(name)' in the zip archive is packed by method \(number), which is not read",
            remedy: "pack it with deflate, the default of most programs")
    }
}
