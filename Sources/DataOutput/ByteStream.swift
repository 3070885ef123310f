/// Bytes on their way to a file: collected, and handed on in pieces of 64 KiB, so that an output of gigabytes needs no
/// memory of its own.
struct ByteStream {
    /// What has not been handed on.
    var bytes: [UInt8] = []
    private var passed = 0
    private let put: (([UInt8]) -> Void)?
    private static let pieceSize = 1 << 16

    /// A stream into `put`; nil keeps everything in ``bytes``.
    init(to put: (([UInt8]) -> Void)?) { self.put = put }

    /// How many bytes there were so far.
    var count: Int { passed + bytes.count }

    /// Hands on what makes a piece, at a place where the writer does not look back.
    mutating func passPieces() {
        if bytes.count >= Self.pieceSize { passAll() }
    }

    /// Hands on the rest.
    mutating func passAll() {
        guard let put, !bytes.isEmpty else { return }
        put(bytes)
        passed += bytes.count
        bytes.removeAll(keepingCapacity: true)
    }
}
