import Containers

/// Tables of other containers as the delimited text that every reader of tables takes.
///
/// One way into the program for all of them: what a reader does with a table, and what it says of it, does not depend on the
/// container. A Parquet file gives the text that pandas' `to_csv` would have written of it.
enum ContainerText {
    /// A table as text.
    struct Table {
        var text: [UInt8]
        /// Columns that are not in the text, with the reason.
        var omitted = [ContainerProblem]()
        /// The sheet that was taken, why, and the others, where there are several.
        var sheets: (taken: String, reason: String?, others: [String])?
    }

    /// Whether bytes begin as a container of tables does, or as text that is not UTF-8.
    static func isContainer(_ bytes: [UInt8]) -> Bool {
        ParquetReader.isParquet(bytes) || ArrowReader.isArrow(bytes) || ZipArchive.isZip(bytes)
            || TextDecoding.isUTF16(bytes) || ColumnJSON.isColumns(bytes)
    }

    /// The table in a container; nil where the bytes are none.
    ///
    /// - Parameters:
    ///   - limit: The most bytes that columns or parts may take, and the text made of them.
    ///   - enough: Rows behind so many bytes of text may be left out; a row takes two bytes at least.
    static func table(_ bytes: [UInt8], limit: Int, enough: Int? = nil) throws(ContainerProblem) -> Table? {
        let rows = enough.map { $0 / 2 }
        if let columns = try columns(bytes, limit: limit, rows: rows) {
            let text = try TableText.text(of: columns, limit: limit, enough: enough ?? .max)
            return Table(text: text, omitted: columns.omitted)
        }
        if TextDecoding.isUTF16(bytes) { return Table(text: TextDecoding.utf8(bytes)) }
        if ColumnJSON.isColumns(bytes) { return try ColumnJSON.text(bytes, limit: limit).map { Table(text: $0) } }
        guard ZipArchive.isZip(bytes) else { return nil }
        let archive = try ZipArchive(bytes)
        guard Workbook.isWorkbook(archive) else { return nil }
        return try table(try Workbook(archive, limit: limit), limit: limit, rows: rows)
    }

    /// Whether a file that begins so holds typed columns: Parquet or Arrow.
    static func holdsColumns(_ head: [UInt8]) -> Bool {
        ParquetReader.isParquet(head) || ArrowReader.isArrow(head) || head.starts(with: [0xFF, 0xFF, 0xFF, 0xFF])
    }

    /// The typed columns of a Parquet or an Arrow file; nil where the bytes are neither.
    ///
    /// - Parameters:
    ///   - limit: The most bytes that columns may take.
    ///   - rows: How many rows are taken from the beginning; all where it is nil.
    static func columns(_ bytes: [UInt8], limit: Int, rows: Int? = nil) throws(ContainerProblem) -> ColumnTable? {
        if ParquetReader.isParquet(bytes) { return try ParquetReader.read(bytes, limit: limit, maximumRows: rows) }
        if ArrowReader.isArrow(bytes) { return try ArrowReader.read(bytes, limit: limit, maximumRows: rows) }
        return nil
    }

    /// The sheet that says most of a run.
    private static func table(_ workbook: Workbook, limit: Int, rows: Int?) throws(ContainerProblem) -> Table {
        guard let choice = try SheetChoice(in: workbook) else { return Table(text: []) }
        let others = workbook.sheetNames.filter { $0 != choice.name }
        let text = try TableText.text(of: try workbook.sheet(named: choice.name, maximumRows: rows), limit: limit)
        return Table(text: text, sheets: others.isEmpty ? nil : (choice.name, choice.reason, others))
    }
}
