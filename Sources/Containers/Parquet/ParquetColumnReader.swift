import NativeCodecs

/// Reads the pages of one column through all row groups.
struct ParquetColumnReader {
    private let file: ArraySlice<UInt8>
    private let leaf: ParquetLeaf
    private var values: PhysicalValues
    private var validity = Validity()
    private var dictionary: PhysicalValues?
    /// The first word of the dictionary within the texts.
    private var dictionaryBase: UInt32 = 0

    /// - Parameter file: The file without its foot.
    init(_ leaf: ParquetLeaf, file: ArraySlice<UInt8>) {
        (self.leaf, self.file) = (leaf, file)
        values = PhysicalValues(leaf.layout)
    }

    /// How many rows have been read.
    var rowCount: Int { validity.count }

    /// Reads the pages of one row group, and stops early once the column has `rows` rows.
    mutating func read(
        _ chunk: ParquetMetadata.ColumnChunk, rows: Int, _ budgets: inout ParquetBudgets
    ) throws(ContainerProblem) {
        guard chunk.valueCount >= 0, chunk.start >= 0, chunk.start <= file.count,
            chunk.physicalType == leaf.physicalType
        else { throw ParquetProblem.damaged("absurd counts of a column").of(column: leaf.name) }
        var problem = ParquetProblem.damaged().of(column: leaf.name)
        problem.byte = nil
        var cursor = ByteCursor(file[(file.startIndex + chunk.start)...], or: problem)
        let end = validity.count + chunk.valueCount
        dictionary = nil
        while validity.count < min(end, rows) {
            let place = cursor.position
            let header = try ParquetPageHeader(&cursor)
            try budgets.work.take(header.expandedSize + 64)
            let stored = try cursor.take(header.storedSize)
            if let checksum = header.checksum, CRC32.checksum(stored) != UInt32(truncatingIfNeeded: checksum) {
                throw ParquetProblem.damaged("the checksum of a page is another", byte: place).of(column: leaf.name)
            }
            let page = ParquetPage(header: header, stored: stored, codec: chunk.codec, place: place, leaf: leaf)
            try read(page, most: end - validity.count, &budgets)
        }
    }

    private mutating func read(
        _ page: ParquetPage, most: Int, _ budgets: inout ParquetBudgets
    ) throws(ContainerProblem) {
        switch page.header.kind {
        case .dictionary: try readDictionary(page, &budgets)
        case .data, .dataV2:
            guard page.header.valueCount <= most else { throw page.failure("more values than the column has") }
            try budgets.memory.take(page.header.valueCount, of: leaf.layout.keptSize + (leaf.isOptional ? 1 : 0))
            try readData(page, &budgets)
        // Indexes, and kinds that are yet to come, hold no values.
        case .index, nil: break
        }
    }

    private mutating func readDictionary(
        _ page: ParquetPage, _ budgets: inout ParquetBudgets
    ) throws(ContainerProblem) {
        guard page.header.encoding == 0 || page.header.encoding == 2 else {
            throw ParquetProblem.encoding(page.header.encoding, leaf.name, byte: page.place)
        }
        let bytes = try page.expanded(page.stored, to: page.header.expandedSize)
        try budgets.memory.take(page.header.valueCount, of: leaf.layout.keptSize)
        try budgets.memory.take(bytes.count)
        var cursor = page.cursor(bytes)
        var words = PhysicalValues(leaf.layout)
        try words.appendPlain(&cursor, count: page.header.valueCount)
        dictionaryBase = values.texts.adopt(words.texts.words)
        dictionary = words
    }

    private mutating func readData(_ page: ParquetPage, _ budgets: inout ParquetBudgets) throws(ContainerProblem) {
        let (levels, content) = try page.parts(isOptional: leaf.isOptional)
        let before = validity.validCount
        if let levels {
            try HybridRuns.append(
                levels: levels, count: page.header.valueCount, to: &validity, or: page.failure())
        } else {
            validity.append(repeating: true, count: page.header.valueCount)
        }
        let size = values.texts.words.size
        try append(content, page, count: validity.validCount - before, limit: budgets.memory.left)
        try budgets.memory.take(values.texts.words.size - size)
    }

    private mutating func append(
        _ content: ArraySlice<UInt8>, _ page: ParquetPage, count: Int, limit: Int
    ) throws(ContainerProblem) {
        guard count > 0 else { return }
        var cursor = page.cursor(content)
        switch (page.header.encoding, leaf.layout) {
        case (0, _): try values.appendPlain(&cursor, count: count)
        case (2, _), (8, _): try appendCodes(&cursor, count, page)
        case (3, .boolean):
            let bytes = try cursor.take(try cursor.count(4))
            var flags = [UInt32]()
            try HybridRuns.append(bytes, width: 1, count: count, to: &flags, or: page.failure())
            values.booleans.append(contentsOf: flags.lazy.map { $0 == 1 })
        case (5, .int32), (5, .int64): values.append(differences: try DeltaDecoding.integers(&cursor, count: count))
        case (6, .text), (6, .decimal(nil)): try values.append(try DeltaDecoding.strings(&cursor, count: count), cursor)
        case (7, .text), (7, .decimal), (7, .fixedText), (7, .uuid), (7, .half):
            let strings = try DeltaDecoding.sharedStrings(&cursor, count: count, limit: limit)
            try values.append(strings, cursor)
        case (9, let layout):
            guard let width = layout.width else { fallthrough }
            try values.appendSplit(&cursor, count: count, width: width)
        default: throw ParquetProblem.encoding(page.header.encoding, leaf.name, byte: page.place)
        }
    }

    private mutating func appendCodes(
        _ cursor: inout ByteCursor, _ count: Int, _ page: ParquetPage
    ) throws(ContainerProblem) {
        guard let dictionary else { throw page.failure("codes without a dictionary") }
        let width = Int(try cursor.byte())
        guard width <= 32 else { throw page.failure() }
        var codes = [UInt32]()
        codes.reserveCapacity(count)
        try HybridRuns.append(cursor.rest, width: width, count: count, to: &codes, or: page.failure())
        // One pass for the greatest code, so that the values are then taken without looking.
        guard codes.reduce(0, max) < dictionary.count else { throw page.failure("a code beyond the dictionary") }
        values.append(codes: codes, of: dictionary, base: dictionaryBase)
    }

    /// The finished column, cut to `rows` rows.
    consuming func column(rows: Int) throws(ContainerProblem) -> TableColumn {
        values.spread(over: validity)
        let column = TableColumn(
            name: leaf.name, values: try values.columnValues(leaf.meaning, name: leaf.name), validity: validity)
        return rows < column.validity.count ? column.prefix(rows) : column
    }
}

extension PhysicalValues {
    /// How many values there are.
    fileprivate var count: Int { booleans.count + integers.count + doubles.count + decimals.count + texts.count }
}

/// What a Parquet file may take: memory for columns, and work on pages.
struct ParquetBudgets {
    var memory: MemoryBudget
    /// Pages are let go again, but many columns could share one and have it expanded again and again.
    var work: MemoryBudget

    init(limit: Int) {
        memory = MemoryBudget(limit, kind: "Parquet file")
        work = MemoryBudget(limit.multipliedReportingOverflow(by: 4).overflow ? limit : limit * 4, kind: "Parquet file")
    }
}
