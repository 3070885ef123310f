import Containers
import RunModel
import Series

/// A delimited file with a header, as the readers see it: columns by name, errors with file, line and column.
struct TableFile {
    let name: String
    let table: CSVTable
    /// Column names as written.
    let header: [String]
    let log: ReadingLog
    private let addedLines: UInt32

    /// How many rows there are below the header.
    var count: Int { table.rowCount - 1 }

    /// Cuts bytes into a table with a header; throws for what is no text or no table.
    ///
    /// - Parameters:
    ///   - addedLines: Lines at the start of `bytes` that the file itself does not have.
    ///   - header: What finds the header of an engine's own table; lines of text without numbers where it is nil.
    init(
        name: String, bytes: [UInt8], log: ReadingLog, addedLines: UInt32 = 0,
        header: ((CSVTable) -> HeaderLines)? = nil
    ) throws(RunError) {
        if let finding = ContainerCheck.finding(name: name, bytes: bytes) { throw log.fail(finding) }
        self.name = name
        self.log = log
        self.addedLines = addedLines
        let scanned = try TableScan.table(name: name, bytes: bytes, log: log)
        let lines = header.map { $0(scanned) } ?? HeaderLines(scanned)
        table = scanned.withoutRows(from: 1, to: lines.count).withoutEmptyEnd()
        self.header = lines.names
        if lines.count > 1, header == nil {
            log.note("The first \(lines.count) lines of \(name) were read as one header: \(Phrase.list(lines.names)).")
        }
    }

    /// The beginning of a table whose header is one line; nil where it may have more.
    init?(name: String, beginning: CSVTable, log: ReadingLog) {
        let lines = HeaderLines(beginning)
        guard lines.count == 1 else { return nil }
        (self.name, self.log, table, addedLines, header) = (name, log, beginning, 0, lines.names)
    }

    /// The same table under other column names, one for each.
    init(_ file: TableFile, header: [String]) {
        (name, table, log, addedLines) = (file.name, file.table, file.log, file.addedLines)
        self.header = header
    }

    /// The same file under column names of ours, for a file whose first row is data.
    func withHeader(_ names: [String]) throws(RunError) -> TableFile {
        let line = Array(names.joined(separator: String(UnicodeScalar(table.delimiter))).utf8) + [UInt8(ascii: "\n")]
        return try TableFile(name: name, bytes: line + table.bytes, log: log, addedLines: 1)
    }

    /// Whether the first row is data: its first cell is a timestamp and the others are numbers or missing.
    var lacksHeader: Bool {
        guard table.columnCount > 1, DateFormat.isDay(table.trimmedText(0, 0)) else { return false }
        return (1..<table.columnCount).allSatisfy {
            table.number(0, $0, style: .plain) != nil || table.isMissing(0, $0)
        }
    }

    /// 1-based line of a row of the table; row 0 is the header.
    func line(ofRow row: Int) -> Int { Int(table.lines[row] - addedLines) }

    /// 1-based line of the file for each row below the header.
    var dataLines: [UInt32] { table.lines.dropFirst().map { $0 - addedLines } }

    /// The leftmost column of moments; throws where there is none.
    ///
    /// A column whose first cell is a timestamp comes before one that only has a timestamp's name, because tables also carry
    /// row numbers in an unnamed first column.
    func timestampColumn() throws(RunError) -> Int {
        let named = header.indices.filter { ColumnNames.timestamps.contains(ColumnNames.normalised(header[$0])) }
        let withTimestamp = named.first { column in firstText(column).map(isTimestamp) ?? false }
        if let column = withTimestamp ?? named.first(where: { !isRowNumber($0) }) ?? named.first { return column }
        if let text = firstText(0), isTimestamp(text), !isPlainNumber(text) { return 0 }
        if !header.contains(where: { ColumnNames.role(of: $0) != nil || ColumnMeaning($0) != nil }) {
            throw log.fail(.notASeries(name))
        }
        throw log.fail(.noTimestampColumn(name, header))
    }

    private func isTimestamp(_ text: String) -> Bool {
        if let format = log.rules.dateFormat, format.timestamp(text) != nil { return true }
        return DateFormat.isTimestamp(text)
    }

    /// `1990` and `2000.5` are timestamps only where the column's name says so.
    private func isPlainNumber(_ text: String) -> Bool { text.utf8.count < 8 && Double(text) != nil }

    private func isRowNumber(_ column: Int) -> Bool { firstText(column).flatMap { Int($0) } == 0 }

    private func firstText(_ column: Int) -> String? {
        let row = (1..<max(1, table.rowCount)).prefix(100).first { !table.isMissing($0, column) }
        return row.map { String(table.trimmedText($0, column).prefix(60)) }
    }

    /// The column of times of day beside a column of dates without a time.
    func timeColumn(besides timestampColumn: Int) -> TimeColumn? {
        TimeColumn(in: table, header: header, besides: timestampColumn)
    }

    /// Whether the cells of a column end with percent signs.
    func hasPercentSigns(_ column: Int) -> Bool {
        (1..<table.rowCount).first { !table.isMissing($0, column) }.map { table.trimmedText($0, column).hasSuffix("%") }
            ?? false
    }

    /// A column of values with its timestamps, oldest first.
    func series(_ column: Int, timestamps: TimestampColumn, timestampColumn: Int, content: RawSeries.Content)
        -> RawSeries
    {
        let judgement = RowJudgement(timestamps: timestamps, rules: log.rules)
        return oldestFirst(
            RawSeries(
                file: name, column: header[column], timestampColumn: header[timestampColumn], content: content,
                timestamps: timestamps,
                values: numbers(column, content: content, judgement: judgement), lines: dataLines,
                digits: table.digits(column: column, from: 1)))
    }

    /// A series of this file, turned around where its newest row stands first.
    func oldestFirst(_ series: RawSeries) -> RawSeries {
        guard series.timestamps.isNewestFirst else { return series }
        log.note("The rows of \(name) stand with the newest first and were turned around.")
        return series.reversed()
    }
}
