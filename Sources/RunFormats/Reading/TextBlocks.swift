import NativeCodecs
import SystemFiles

/// The text of a table in pieces: of a plain file that is never held whole, or of bytes that are there already.
///
/// Every piece goes into the digest of what was read.
final class TextBlocks {
    private enum Source {
        case file(FileBlocks)
        case bytes([UInt8], place: Int)
    }

    /// Bytes of the first piece, which shows what the table is.
    static let firstSize = 1 << 20
    /// Bytes of a further piece: it stays in the processor's cache with its cells while it is read.
    static let usualSize = 1 << 18
    /// Files of fewer bytes are read whole, which costs little and knows more ways of writing.
    static let shortest = 1 << 20

    private var source: Source
    private let (firstSize, usualSize): (Int, Int)
    private var digest = SHA256Stream()
    private(set) var count = 0
    private(set) var lastByte: UInt8?

    /// Of a plain file.
    convenience init(_ file: FileBlocks, blockSize: Int? = nil) { self.init(.file(file), blockSize) }

    /// Of bytes that are there.
    convenience init(_ bytes: [UInt8], blockSize: Int? = nil) { self.init(.bytes(bytes, place: 0), blockSize) }

    private init(_ source: Source, _ blockSize: Int?) {
        self.source = source
        (firstSize, usualSize) = (blockSize ?? Self.firstSize, blockSize ?? Self.usualSize)
    }

    /// How many bytes there will be, as far as is known.
    var expectedCount: Int {
        switch source {
        case .file(let file): file.size
        case .bytes(let bytes, _): bytes.count
        }
    }

    /// The next bytes, behind those that the last piece left over; no more than those at the end.
    func next(after rest: ArraySlice<UInt8> = []) throws(FileError) -> [UInt8] {
        let size = count == 0 ? firstSize : usualSize
        let bytes: [UInt8]
        switch source {
        case .file(let file):
            bytes = try file.next(size, after: rest)
            digest.update(bytes, from: rest.count)
        case .bytes(let all, let place):
            let end = min(place + size, all.count)
            bytes = Array(rest + all[place..<end])
            source = .bytes(all, place: end)
        }
        count += bytes.count - rest.count
        lastByte = bytes.last ?? lastByte
        return bytes
    }

    /// SHA-256 of a file that was read to its end, in hex.
    var sha256: String { digest.hex }

    /// Whether somebody wrote to the file meanwhile.
    var hasChanged: Bool {
        if case .file(let file) = source { return file.hasChanged }
        return false
    }
}
