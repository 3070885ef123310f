import NativeCodecs

/// The buffers of one record batch, handed out column by column.
struct ArrowBuffers {
    let rowCount: Int
    private let body: ArraySlice<UInt8>
    private let places: [Int64]
    private let nodes: [Int64]
    private let viewCounts: [Int64]
    private let codec: BlockCodec?
    private var nextBuffer = 0
    private var nextNode = 0
    private var nextViewCount = 0
    private let place: Int

    /// - Parameter head: A `RecordBatch`.
    init(_ head: FlatTable, body: ArraySlice<UInt8>, place: Int) throws(ContainerProblem) {
        (self.body, self.place) = (body, place)
        let length = try head.integer(0, default: Int64(0))
        guard let length = Int(exactly: length), length >= 0, length <= Int(Int32.max) else {
            throw ArrowProblem.damaged("the counts of a batch are absurd", byte: place)
        }
        rowCount = length
        nodes = try head.longs(1, words: 2)
        places = try head.longs(2, words: 2)
        viewCounts = try head.longs(4, words: 1)
        codec = try head.table(3).map(Self.codec)
    }

    private static func codec(_ table: FlatTable) throws(ContainerProblem) -> BlockCodec {
        switch try table.integer(0, default: Int8(0)) {
        case 0: .lz4Frame
        case 1: .zstd
        case let number: throw ArrowProblem.codec(number)
        }
    }

    func failure(_ fact: String? = nil) -> ContainerProblem { ArrowProblem.damaged(fact, byte: place) }

    /// The number of rows of the next column.
    mutating func node() throws(ContainerProblem) -> Int {
        guard nextNode + 1 < nodes.count, let count = Int(exactly: nodes[nextNode]), count >= 0,
            count <= Int(Int32.max)
        else { throw failure() }
        nextNode += 2
        return count
    }

    /// How many further buffers the next column of views has.
    mutating func viewCount() throws(ContainerProblem) -> Int {
        guard nextViewCount < viewCounts.count, let count = Int(exactly: viewCounts[nextViewCount]), count >= 0,
            count <= places.count
        else { throw failure() }
        nextViewCount += 1
        return count
    }

    mutating func skip(_ count: Int) { nextBuffer += 2 * count }

    /// The next buffer, expanded.
    mutating func buffer(_ budgets: inout ArrowBudgets) throws(ContainerProblem) -> ArraySlice<UInt8> {
        guard nextBuffer + 1 < places.count, let offset = Int(exactly: places[nextBuffer]),
            let length = Int(exactly: places[nextBuffer + 1]), offset >= 0, length >= 0, offset <= body.count,
            length <= body.count - offset
        else { throw failure("a buffer beyond its message") }
        nextBuffer += 2
        let stored = body[(body.startIndex + offset)...].prefix(length)
        guard let codec, length > 0 else { return stored }
        return try expanded(stored, codec, &budgets)
    }

    /// Eight bytes of the expanded size stand before the data; −1 says that it is not compressed.
    private func expanded(
        _ stored: ArraySlice<UInt8>, _ codec: BlockCodec, _ budgets: inout ArrowBudgets
    ) throws(ContainerProblem) -> ArraySlice<UInt8> {
        var cursor = ByteCursor(stored, or: failure())
        let size = Int64(bitPattern: try cursor.unsigned(8))
        if size == -1 { return cursor.rest }
        guard let size = Int(exactly: size), size >= 0 else { throw failure() }
        try budgets.work.take(size)
        do {
            return try codec.expand(cursor.rest, to: size)[...]
        } catch {
            throw failure(error.fact)
        }
    }
}

/// What an Arrow file may take: memory for columns, and work on buffers.
struct ArrowBudgets {
    var memory: MemoryBudget
    /// Buffers are let go again, but many columns could share one.
    var work: MemoryBudget

    init(limit: Int) {
        memory = MemoryBudget(limit, kind: "Arrow file")
        work = MemoryBudget(limit.multipliedReportingOverflow(by: 4).overflow ? limit : limit * 4, kind: "Arrow file")
    }
}
