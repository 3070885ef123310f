import Containers

/// Writes tables as delimited text: commas, quotes where a cell needs them, one line for each row.
enum TableText {
    /// The text of columns: the index first, as pandas writes it, then the others in their order.
    ///
    /// Numbers are written so that reading them gives the same ones; missing values are empty.
    ///
    /// - Parameters:
    ///   - limit: The most bytes of text; words that columns share make far more text than columns.
    ///   - enough: Rows behind so many bytes are left out.
    static func text(
        of table: ColumnTable, limit: Int, enough: Int = .max
    ) throws(ContainerProblem) -> [UInt8] {
        let columns = ordered(table)
        var text = [UInt8]()
        let usual = (table.rowCount + 1).multipliedReportingOverflow(by: columns.count * 12 + 1)
        text.reserveCapacity(usual.overflow ? 0 : min(usual.partialValue, limit, enough))
        for (place, column) in columns.enumerated() {
            if place > 0 { text.append(comma) }
            // Names that pandas gives to an index without a name.
            append(cell: column.name.hasPrefix("__index_level_") ? "" : column.name, to: &text)
        }
        text.append(lineFeed)
        let writers = columns.map(ColumnText.init)
        for row in 0..<table.rowCount where text.count < enough {
            for (place, writer) in writers.enumerated() {
                if place > 0 { text.append(comma) }
                writer.append(row, to: &text)
                guard text.count <= limit else { throw tooLarge(limit) }
            }
            text.append(lineFeed)
        }
        return text
    }

    /// The columns in the order of their text.
    static func ordered(_ table: ColumnTable) -> [TableColumn] {
        let index = table.indexNames.compactMap { name in table.columns.firstIndex { $0.name == name } }
        let order = index + table.columns.indices.filter { !index.contains($0) }
        return order.map { table.columns[$0] }
    }

    /// The text of a sheet from the first row of two cells on, with its lines where its rows are.
    static func text(of sheet: Spreadsheet, limit: Int) throws(ContainerProblem) -> [UInt8] {
        let first = sheet.rows.firstIndex(where: isRow) ?? 0
        let rows = sheet.rows.dropFirst(first)
        let start = rows.map { $0.cells.firstIndex { $0 != .empty } ?? 0 }.min() ?? 0
        let end = rows.map(\.cells.count).max() ?? 0
        var (text, line) = ([UInt8](), 1)
        for row in rows {
            // Blank lines are skipped in tables, so that a message's line is the row that the program shows.
            while line < row.number {
                text.append(lineFeed)
                line += 1
            }
            for place in start..<end {
                if place > start { text.append(comma) }
                if place < row.cells.count { append(row.cells[place], to: &text) }
                guard text.count <= limit else { throw tooLarge(limit) }
            }
            text.append(lineFeed)
            line += 1
        }
        return text
    }

    private static func tooLarge(_ limit: Int) -> ContainerProblem {
        ContainerProblem(
            code: "container_too_large", fact: "as text the table takes more than \(limit >> 20) MiB",
            remedy: "write only the columns and rows that the run needs")
    }

    /// Whether a row can be one of a table: two cells that hold something.
    static func isRow(_ row: Spreadsheet.Row) -> Bool { row.cells.count { $0 != .empty } >= 2 }

    private static func append(_ cell: SpreadsheetCell, to text: inout [UInt8]) {
        switch cell {
        case .number(let number): text.append(contentsOf: number.description.utf8)
        case .text(let words), .failure(let words): append(cell: words, to: &text)
        case .boolean(let flag): text.append(contentsOf: flag.description.utf8)
        case .time(let milliseconds, let hasDate, let hasClock):
            let values = TimeValues(
                counts: [milliseconds], unit: .millisecond, meaning: hasDate ? .local : .timeOfDay)
            TimeText(values, showsClock: hasClock).append(0, to: &text)
        case .empty: break
        }
    }

    /// A cell of text, in quotes where it holds a mark of the table.
    static func append(cell: String, to text: inout [UInt8]) { append(cell: Array(cell.utf8)[...], to: &text) }

    static func append(cell: ArraySlice<UInt8>, to text: inout [UInt8]) {
        let needsQuotes =
            cell.contains { $0 == comma || $0 == quote || $0 == lineFeed || $0 == 0x0D } || cell.first == 0x20
            || cell.last == 0x20
        guard needsQuotes else { return text.append(contentsOf: cell) }
        text.append(quote)
        for byte in cell {
            if byte == quote { text.append(quote) }
            text.append(byte)
        }
        text.append(quote)
    }

    private static let (comma, quote, lineFeed) = (UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"))
}

/// Writes the values of one column.
private struct ColumnText {
    private let values: ColumnValues
    private let validity: Validity
    private let times: TimeText?

    init(_ column: TableColumn) {
        (values, validity) = (column.values, column.validity)
        times = if case .times(let values) = column.values { TimeText(values, column.validity) } else { nil }
    }

    func append(_ row: Int, to text: inout [UInt8]) {
        guard validity[row] else { return }
        switch values {
        case .doubles(let values): if !values[row].isNaN { text.append(contentsOf: values[row].description.utf8) }
        case .integers(let values): text.append(contentsOf: values[row].description.utf8)
        case .booleans(let values): text.append(contentsOf: values[row].description.utf8)
        case .decimals(let values): text.append(contentsOf: values.text(row).utf8)
        case .texts(let values): TableText.append(cell: values.bytes(row), to: &text)
        case .times: times?.append(row, to: &text)
        }
    }
}
