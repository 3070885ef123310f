/// Reads Parquet files with flat columns.
///
/// ```swift
/// let table = try ParquetReader.read(bytes, limit: 1 << 30)
/// print(table.rowCount, table.columns.map(\.name))
/// ```
///
/// Read: all encodings but the deprecated bit-packed levels, pages of both versions, every codec but LZO, dates, times,
/// moments (INT96 too), decimals of up to 38 digits, half precision. Columns of lists, structures and maps are left out
/// and told in ``ColumnTable/omitted``. Encrypted files are refused.
public enum ParquetReader {
    /// Whether bytes begin as Parquet does.
    public static func isParquet(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: "PAR1".utf8) || bytes.starts(with: "PARE".utf8)
    }

    /// The table in a file. Linear in its size and that of the table.
    ///
    /// - Parameters:
    ///   - limit: The most bytes that the columns may take.
    ///   - maximumRows: How many rows are read from the beginning; all where it is nil.
    public static func read(
        _ bytes: [UInt8], limit: Int, maximumRows: Int? = nil
    ) throws(ContainerProblem) -> ColumnTable {
        let (metadata, body) = try foot(bytes)
        let schema = try ParquetSchema(metadata.schema)
        guard !schema.leaves.isEmpty else { throw ParquetProblem.noColumns(schema.nested) }
        let rows = try rowCount(metadata, schema, most: maximumRows)
        var budgets = ParquetBudgets(limit: limit)
        var columns = [TableColumn]()
        var omitted = schema.nested.map(ParquetProblem.nested)
        for leaf in schema.leaves {
            if case .unknown(let kind) = leaf.layout {
                omitted.append(ParquetProblem.kind(kind, leaf.name))
                continue
            }
            columns.append(try column(leaf, of: metadata, body: body, rows: rows, &budgets))
        }
        guard !columns.isEmpty else { throw omitted.first ?? ParquetProblem.noColumns([]) }
        var table = ColumnTable(columns: columns, rowCount: rows, omitted: omitted)
        if let arrow = metadata.arrowSchema { ArrowSchemaNote(arrow)?.apply(to: &table) }
        if let pandas = metadata.pandas { PandasMetadata(Array(pandas))?.apply(to: &table) }
        return table
    }

    /// The metadata at the end of a file, and the file without it.
    private static func foot(_ bytes: [UInt8]) throws(ContainerProblem) -> (ParquetMetadata, ArraySlice<UInt8>) {
        guard bytes.count >= 12, isParquet(bytes) else { throw ParquetProblem.truncated }
        if bytes.suffix(4).elementsEqual("PARE".utf8) { throw ParquetProblem.encrypted }
        guard bytes.suffix(4).elementsEqual("PAR1".utf8) else { throw ParquetProblem.truncated }
        var end = ByteCursor(bytes.suffix(8), or: ParquetProblem.truncated)
        let size = try end.count(4)
        guard size <= bytes.count - 12 else { throw ParquetProblem.damaged("the foot is longer than the file") }
        let start = bytes.count - 8 - size
        var cursor = ByteCursor(bytes[start..<(bytes.count - 8)], or: ParquetProblem.damaged())
        return (try ParquetMetadata(&cursor), bytes[..<start])
    }

    /// How many rows are read; throws where counts in the metadata do not fit each other.
    private static func rowCount(
        _ metadata: ParquetMetadata, _ schema: ParquetSchema, most: Int?
    ) throws(ContainerProblem) -> Int {
        if metadata.isEncrypted { throw ParquetProblem.encrypted }
        var rows = 0
        for group in metadata.rowGroups {
            let (sum, overflows) = rows.addingReportingOverflow(group.rowCount)
            guard group.rowCount >= 0, !overflows, group.columns.count == schema.chunkCount else {
                throw ParquetProblem.damaged("the counts of a row group are absurd")
            }
            rows = sum
        }
        guard rows == metadata.rowCount else {
            throw ParquetProblem.damaged("the row groups have another number of rows")
        }
        return min(rows, most ?? rows)
    }

    private static func column(
        _ leaf: ParquetLeaf, of metadata: ParquetMetadata, body: ArraySlice<UInt8>, rows: Int,
        _ budgets: inout ParquetBudgets
    ) throws(ContainerProblem) -> TableColumn {
        var reader = ParquetColumnReader(leaf, file: body)
        for group in metadata.rowGroups where reader.rowCount < rows {
            let chunk = group.columns[leaf.chunk]
            if chunk.isEncrypted { throw ParquetProblem.encrypted }
            if chunk.isElsewhere || !chunk.hasMetadata { throw ParquetProblem.elsewhere }
            guard chunk.valueCount == group.rowCount else {
                throw ParquetProblem.damaged("a column has another number of values").of(column: leaf.name)
            }
            try reader.read(chunk, rows: rows, &budgets)
        }
        return try reader.column(rows: rows)
    }
}
