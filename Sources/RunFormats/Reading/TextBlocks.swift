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

    /// Bytes of a piece.
    static let blockSize = 1 << 20
    /// Files of fewer bytes are read whole, which costs little and knows more ways of writing.
    static let shortest = 1 << 20

    private var source: Source
    private let blockSize: Int
    private var digest = SHA256Stream()
    private(set) var count = 0
    private(set) var lastByte: UInt8?

    /// Of a plain file.
    init(_ file: FileBlocks, blockSize: Int = TextBlocks.blockSize) {
        (source, self.blockSize) = (.file(file), blockSize)
    }

    /// Of bytes that are there.
    init(_ bytes: [UInt8], blockSize: Int = TextBlocks.blockSize) {
        (source, self.blockSize) = (.bytes(bytes, place: 0), blockSize)
    }

    /// How many bytes there will be, as far as is known.
    var expectedCount: Int {
        switch source {
        case .file(let file): file.size
        case .bytes(let bytes, _): bytes.count
        }
    }

    /// The next bytes; none at the end.
    func next() throws(FileError) -> [UInt8] {
        let bytes: [UInt8]
        switch source {
        case .file(let file):
            bytes = try file.next(blockSize)
            digest.update(bytes)
        case .bytes(let all, let place):
            let end = min(place + blockSize, all.count)
            bytes = Array(all[place..<end])
            source = .bytes(all, place: end)
        }
        count += bytes.count
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
