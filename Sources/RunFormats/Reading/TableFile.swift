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
    /// - Parameter addedLines: Lines at the start of `bytes` that the file itself does not have.
    init(name: String, bytes: [UInt8], log: ReadingLog, addedLines: UInt32 = 0) throws(RunError) {
        if let finding = ContainerCheck.finding(name: name, bytes: bytes) { throw log.fail(finding) }
        self.name = name
        self.log = log
        self.addedLines = addedLines
        do throws(CSVScanner.Failure) {
            table = try CSVScanner.scan(bytes)
        } catch {
            throw log.fail(Words.badTable(name, error))
        }
        header = table.texts(ofRow: 0)
    }

    /// The same file under column names of ours, for a file whose first row is data.
    func withHeader(_ names: [String]) throws(RunError) -> TableFile {
        let line = Array(names.joined(separator: String(UnicodeScalar(table.delimiter))).utf8) + [UInt8(ascii: "\n")]
        return try TableFile(name: name, bytes: line + table.bytes, log: log, addedLines: 1)
    }

    /// Whether the first row is data: its first cell is a stamp and the others are numbers or missing.
    var lacksHeader: Bool {
        guard table.columnCount > 1, table.stamp(0, 0) != nil else { return false }
        return (1..<table.columnCount).allSatisfy { table.number(0, $0) != nil || table.isMissing(0, $0) }
    }

    /// 1-based line of a row of the table; row 0 is the header.
    func line(ofRow row: Int) -> Int { Int(table.lines[row] - addedLines) }

    /// 1-based line of the file for each row below the header.
    var dataLines: [UInt32] { table.lines.dropFirst().map { $0 - addedLines } }

    /// The leftmost column of moments; throws where there is none.
    ///
    /// A column whose first cell is a stamp comes before one that only has a stamp's name, because tables also carry
    /// row numbers in an unnamed first column.
    func stampColumn() throws(RunError) -> Int {
        let named = header.indices.filter { ColumnNames.stamps.contains(ColumnNames.normalised(header[$0])) }
        let withStamp = named.first { column in firstText(column).map { StampText.stamp($0) != nil } ?? false }
        if let column = withStamp ?? named.first { return column }
        if firstText(0).flatMap({ StampText.stamp($0) }) != nil { return 0 }
        throw log.fail(Words.noStampColumn(name, header))
    }

    private func firstText(_ column: Int) -> String? {
        count > 0 ? String(table.text(1, column).drop { $0 == " " }.prefix(40)) : nil
    }

    /// The stamps below the header; logs an error for each of the first bad cells.
    func stamps(_ column: Int) -> StampColumn {
        let reading = table.stamps(column: column, from: 1)
        for row in reading.badRows.prefix(NumberColumn.maximumBadCells) {
            log.add(Words.badStamp(name, line(ofRow: row), header[column], table.text(row, column)))
        }
        if reading.badRows.count > NumberColumn.maximumBadCells {
            let more = reading.badRows.count - NumberColumn.maximumBadCells
            log.add(Words.moreBadCells(name, header[column], more))
        }
        if let row = reading.mixedRow { log.add(Words.mixedOffsets(name, line(ofRow: row), header[column])) }
        return reading.column
    }

    /// The numbers below the header, NaN where missing; logs an error for each of the first bad cells.
    func numbers(_ column: Int) -> [Double] {
        let numbers = table.numbers(column: column, from: 1)
        for cell in numbers.badCells {
            let (line, name, text) = (line(ofRow: cell.row), header[column], table.text(cell.row, column))
            log.add(
                cell.isInfinite
                    ? Words.infinite(self.name, line, name, text) : Words.notANumber(self.name, line, name, text))
        }
        if numbers.badCount > numbers.badCells.count {
            log.add(Words.moreBadCells(name, header[column], numbers.badCount - numbers.badCells.count))
        }
        return numbers.values
    }

    /// A column of values with its stamps.
    func series(_ column: Int, stamps: StampColumn, stampColumn: Int, content: RawSeries.Content) -> RawSeries {
        RawSeries(
            file: name, column: header[column], stampColumn: header[stampColumn], content: content, stamps: stamps,
            values: numbers(column), lines: dataLines, digits: table.digits(column: column, from: 1))
    }
}
