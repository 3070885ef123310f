/// Reads Arrow's files and streams with flat columns: Feather version 2, IPC files, IPC streams.
///
/// ```swift
/// let table = try ArrowReader.read(bytes, limit: 1 << 30)
/// print(table.rowCount, table.columns.map(\.name))
/// ```
///
/// Read: buffers bare, in LZ4 frames and in zstd; dictionaries that replace and that grow; large and view texts; decimals of
/// up to 38 digits. Columns of lists, structures, maps and unions are left out and told in ``ColumnTable/omitted``.
public enum ArrowReader {
    /// Whether bytes begin as an Arrow file, an Arrow stream or Feather version 1 does.
    public static func isArrow(_ bytes: [UInt8]) -> Bool {
        ArrowMessages.isFile(bytes) || bytes.starts(with: "FEA1".utf8) || ArrowMessages.isStream(bytes)
    }

    /// The table in a file or stream. Linear in its size and that of the table.
    ///
    /// - Parameters:
    ///   - limit: The most bytes that the columns may take.
    ///   - maximumRows: How many rows are read from the beginning; all where it is nil.
    public static func read(
        _ bytes: [UInt8], limit: Int, maximumRows: Int? = nil
    ) throws(ContainerProblem) -> ColumnTable {
        if bytes.starts(with: "FEA1".utf8) { throw ArrowProblem.featherV1 }
        let rows = maximumRows ?? .max
        let batches =
            ArrowMessages.isFile(bytes)
            ? try file(bytes[...], limit: limit, rows: rows) : try stream(bytes, limit: limit, rows: rows)
        return try batches.table(rows: min(batches.rowCount, rows))
    }

    private static func stream(_ bytes: [UInt8], limit: Int, rows: Int) throws(ContainerProblem) -> ArrowBatches {
        var messages = ArrowMessages(bytes)
        guard let first = try messages.next(), first.kind == .schema else {
            throw ArrowProblem.damaged("it does not begin with a schema")
        }
        var batches = ArrowBatches(try ArrowSchema(first.head), limit: limit)
        while batches.rowCount < rows, let message = try messages.next() { try batches.take(message) }
        return batches
    }

    /// A file has its schema and the places of its messages at its foot; some writers have no schema at its beginning.
    private static func file(
        _ bytes: ArraySlice<UInt8>, limit: Int, rows: Int
    ) throws(ContainerProblem) -> ArrowBatches {
        guard bytes.count > 20, bytes.suffix(6).elementsEqual("ARROW1".utf8) else { throw ArrowProblem.truncated }
        var end = ByteCursor(bytes.suffix(10), or: ArrowProblem.truncated)
        let size = try end.count(4)
        guard size <= bytes.count - 18 else { throw ArrowProblem.damaged("the foot is longer than the file") }
        let foot = try FlatTable(root: bytes.dropLast(10).suffix(size))
        guard let schema = try foot.table(1) else { throw ArrowProblem.damaged() }
        var batches = ArrowBatches(try ArrowSchema(schema), limit: limit)
        let places = [try foot.longs(2, words: 3), try foot.longs(3, words: 3)].joined()
        let body = bytes.dropLast(10 + size)
        for (index, place) in places.enumerated() where index % 3 == 0 && batches.rowCount < rows {
            var messages = try ArrowMessages(body, at: place)
            guard let message = try messages.next() else { throw ArrowProblem.damaged() }
            try batches.take(message)
        }
        return batches
    }
}

/// What record batches and dictionaries add up to.
struct ArrowBatches {
    private let schema: ArrowSchema
    private var columns: [ArrowColumn]
    private var dictionaries: [Int64: ArrowColumn] = [:]
    private var budgets: ArrowBudgets
    private(set) var rowCount = 0

    init(_ schema: ArrowSchema, limit: Int) {
        self.schema = schema
        columns = schema.fields.map(ArrowColumn.init)
        budgets = ArrowBudgets(limit: limit)
    }

    mutating func take(_ message: ArrowMessages.Message) throws(ContainerProblem) {
        try budgets.work.take(message.headSize + 64)
        switch message.kind {
        case .schema: throw ArrowProblem.damaged("a second schema", byte: message.place)
        case .dictionary: try takeDictionary(message)
        case .batch: try takeBatch(message)
        case .other: break
        }
    }

    private mutating func takeBatch(_ message: ArrowMessages.Message) throws(ContainerProblem) {
        var buffers = try ArrowBuffers(message.head, body: message.body, place: message.place)
        for index in columns.indices {
            if columns[index].field.isSkipped {
                try Self.skip(columns[index].field, &buffers)
                continue
            }
            let dictionary = columns[index].field.dictionary.flatMap { dictionaries[$0] }
            try columns[index].append(&buffers, dictionary: dictionary, &budgets)
            guard columns[index].count == rowCount + buffers.rowCount else { throw buffers.failure() }
        }
        rowCount += buffers.rowCount
    }

    private mutating func takeDictionary(_ message: ArrowMessages.Message) throws(ContainerProblem) {
        let id = try message.head.integer(0, default: Int64(0))
        guard let batch = try message.head.table(1),
            let field = schema.fields.first(where: { $0.dictionary == id && !$0.isSkipped })
        else { return }
        let isDelta = try message.head.flag(2)
        var buffers = try ArrowBuffers(batch, body: message.body, place: message.place)
        var column = (isDelta ? dictionaries[id] : nil) ?? ArrowColumn(field.words)
        // The old one is let go, so that the new one grows in place.
        dictionaries[id] = nil
        try column.append(&buffers, dictionary: nil, &budgets)
        dictionaries[id] = column
    }

    /// Passes over the nodes and buffers of a column that is not read.
    private static func skip(_ field: ArrowField, _ buffers: inout ArrowBuffers) throws(ContainerProblem) {
        _ = try buffers.node()
        if field.dictionary != nil { return buffers.skip(2) }
        buffers.skip(field.type.bufferCount)
        if field.type == .textView { buffers.skip(try buffers.viewCount()) }
        for child in field.children { try skip(child, &buffers) }
    }

    /// The finished table.
    func table(rows: Int) throws(ContainerProblem) -> ColumnTable {
        let omitted = schema.fields.filter(\.isSkipped).map(\.omission)
        var finished = [TableColumn]()
        for column in columns where !column.field.isSkipped {
            let column = try column.column()
            finished.append(rows < rowCount ? column.prefix(rows) : column)
        }
        guard !finished.isEmpty else {
            throw omitted.first
                ?? ContainerProblem(
                    code: "no_columns", fact: "the Arrow file has no columns", remedy: "write the columns of the run")
        }
        var table = ColumnTable(columns: finished, rowCount: rows, omitted: omitted)
        schema.pandas?.apply(to: &table)
        return table
    }
}

extension ArrowField {
    /// Whether the column is left out.
    var isSkipped: Bool {
        switch type {
        case .nested, .unknown: true
        case .decimal(let bytes, let scale): ![4, 8, 16, 32].contains(bytes) || !DecimalValues.scales.contains(scale)
        case .fixedText(let width): width < 1
        default: false
        }
    }

    var omission: ContainerProblem {
        switch type {
        case .unknown(let kind): ArrowProblem.kind(kind, name)
        case .decimal, .fixedText: ArrowProblem.kind("a type of this width", name)
        default: ParquetProblem.nested(name)
        }
    }
}
