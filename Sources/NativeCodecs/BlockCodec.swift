/// The block compressions that columnar files and archives use, each of one piece whose expanded size is known.
///
/// ```swift
/// let page = try BlockCodec.zstd.expand(file[100..<900], to: 4096)
/// ```
public enum BlockCodec: String, CaseIterable, Sendable {
    /// Snappy without a frame.
    case snappy
    /// Gzip (RFC 1952), any number of members.
    case gzip
    /// Deflate without a frame (RFC 1951), as in zip.
    case deflate
    /// Zstandard frames.
    case zstd
    /// Brotli (RFC 7932).
    case brotli
    /// One LZ4 block without a frame.
    case lz4Block
    /// LZ4 frames.
    case lz4Frame
    /// LZ4 blocks behind two big-endian sizes, as Hadoop writes them; also bare blocks and frames, which older writers
    /// called the same.
    case lz4Hadoop

    /// The bytes could not be expanded to the size that was said.
    public struct Failure: Error, Equatable, Sendable {
        /// What the library says about it.
        public let fact: String
    }

    /// The expanded bytes, exactly `size` of them.
    ///
    /// A size that the compression cannot reach from so few bytes is refused before memory is taken for it.
    public func expand(_ bytes: ArraySlice<UInt8>, to size: Int) throws(Failure) -> [UInt8] {
        guard size >= 0, size <= mostBytes(from: bytes.count) else {
            throw Failure(fact: "\(bytes.count) bytes cannot hold \(size)")
        }
        if size == 0 { return [] }
        return switch self {
        case .snappy: try Snappy.expand(bytes, to: size)
        case .gzip: try Deflate.expandGzip(bytes, to: size)
        case .deflate: try Deflate.expand(bytes, to: size)
        case .zstd: try Zstandard.expand(bytes, to: size)
        case .brotli: try Brotli.expand(bytes, to: size)
        case .lz4Block: try LZ4.expandBlock(bytes, to: size)
        case .lz4Frame: try LZ4.expandFrames(bytes, to: size)
        case .lz4Hadoop: try LZ4.expandHadoop(bytes, to: size)
        }
    }

    /// The most that so many bytes can expand to, by the format alone; zstd and brotli know no such bound below 2 GiB.
    private func mostBytes(from count: Int) -> Int {
        let ratio =
            switch self {
            // A copy of 64 bytes takes at least two.
            case .snappy: 64
            case .gzip, .deflate: 1032
            case .lz4Block, .lz4Frame, .lz4Hadoop: 256
            case .zstd, .brotli: 1 << 20
            }
        return (count &* ratio &+ 64).magnitude < UInt(Int32.max) ? count * ratio + 64 : Int(Int32.max)
    }

    /// An array of `size` bytes that `fill` writes; `fill` answers how many it wrote, nil where it failed.
    static func output(
        _ size: Int, _ bytes: ArraySlice<UInt8>,
        _ fill: (_ input: UnsafeRawBufferPointer, _ output: UnsafeMutableBufferPointer<UInt8>) -> String?
    ) throws(Failure) -> [UInt8] {
        var fact: String?
        let result = unsafe [UInt8](unsafeUninitializedCapacity: size) { output, count in
            fact = unsafe bytes.withUnsafeBytes { unsafe fill($0, output) }
            count = fact == nil ? size : 0
        }
        if let fact { throw Failure(fact: fact) }
        return result
    }

    /// What is said where a library gives no reason.
    static let damaged = "the compressed bytes are damaged"
    /// What is said where another size came out.
    static let otherSize = "they expand to another size than the file says"
}
