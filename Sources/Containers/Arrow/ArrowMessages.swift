/// The messages of an Arrow stream one after another, or one at a place of a file.
struct ArrowMessages {
    enum Kind: Equatable {
        case schema, dictionary, batch, other
    }

    /// One message: what it is, its head, and its buffers.
    struct Message {
        var kind: Kind
        var head: FlatTable
        var body: ArraySlice<UInt8>
        /// Where it begins in the file.
        var place: Int
        /// How many bytes its head has.
        var headSize: Int
    }

    private var cursor: ByteCursor

    /// Whether bytes begin as an Arrow file does.
    static func isFile(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "ARROW1\0\0".utf8) }

    /// Whether bytes begin as an Arrow stream does: the mark of continuation, a plausible length, and a schema.
    static func isStream(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: [0xFF, 0xFF, 0xFF, 0xFF]) else { return false }
        var messages = ArrowMessages(bytes)
        return (try? messages.next())?.kind == .schema
    }

    init(_ bytes: [UInt8]) { cursor = ByteCursor(bytes[...], or: ArrowProblem.damaged()) }

    /// The messages from a place of a file on.
    init(_ bytes: ArraySlice<UInt8>, at offset: Int64) throws(ContainerProblem) {
        guard let offset = Int(exactly: offset), offset >= 0, offset <= bytes.count else {
            throw ArrowProblem.damaged("a message beyond the file")
        }
        cursor = ByteCursor(bytes.dropFirst(offset), or: ArrowProblem.damaged())
    }

    /// The next message; nil at the end of the stream.
    mutating func next() throws(ContainerProblem) -> Message? {
        let place = cursor.position
        guard !cursor.isAtEnd else { return nil }
        var size = try cursor.count(4)
        // Before 2019 the length stood alone.
        if size == 0xFFFF_FFFF { size = try cursor.count(4) }
        guard size > 0 else { return nil }
        let metadata = try cursor.take(size)
        let message = try FlatTable(root: metadata)
        let bodySize = try message.integer(3, default: Int64(0))
        guard let bodySize = Int(exactly: bodySize), let head = try message.table(2) else { throw cursor.failure() }
        let body = try cursor.take(bodySize)
        let kind: Kind =
            switch try message.integer(1, default: UInt8(0)) {
            case 1: .schema
            case 2: .dictionary
            case 3: .batch
            default: .other
            }
        return Message(kind: kind, head: head, body: body, place: place, headSize: size)
    }
}
