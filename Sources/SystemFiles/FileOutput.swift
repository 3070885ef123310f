import Glibc

/// What a file is to hold: bytes, or something that makes them while they are written.
public struct FileOutput {
    private let make: (@escaping ([UInt8]) -> Void) -> Void

    /// Bytes that are there.
    public init(_ bytes: [UInt8]) { make = { $0(bytes) } }

    /// Bytes that `writing` hands on in pieces, in order; only one piece is in memory. It is called once for each time that
    /// the content is written.
    public init(writing: @escaping (@escaping ([UInt8]) -> Void) -> Void) { make = writing }

    /// All bytes together.
    public func collected() -> [UInt8] {
        var bytes: [UInt8] = []
        make { bytes += $0 }
        return bytes
    }

    /// Writes everything; the answer is 0 or the `errno` of the first piece that could not be written.
    ///
    /// With `stopsAtEnd`, a process that is asked to end stops with `EINTR`.
    func writeAll(to descriptor: Int32, stopsAtEnd: Bool = false) -> Int32 {
        var failure: Int32 = 0
        make { piece in
            guard failure == 0 else { return }
            failure = FileSystem.writeFully(piece, to: descriptor, stopsAtEnd: stopsAtEnd)
        }
        return failure
    }
}
