import Containers
import RunModel
import Series

/// A table of round trips by columns: each is read once, in whatever way it is written, and its bad cells are told.
struct TradeTable {
    let file: TableFile
    private let judgement: RowJudgement?
    private var log: ReadingLog { file.log }

    /// - Parameter exit: The column that says whether a trade lies between `--from` and `--to`.
    init(file: TableFile, exit: Int?) {
        self.file = file
        guard file.log.rules.hasRange, let exit else {
            judgement = nil
            return
        }
        judgement = RowJudgement(timestamps: file.reading(exit).column, rules: file.log.rules)
    }

    /// Whether the cells of a row can be wrong.
    func judges(_ row: Int) -> Bool { judgement?.judges(row - 1) ?? true }

    // MARK: Numbers

    /// The numbers of a column; NaN where missing or bad. Empty for no column.
    func numbers(_ column: Int?) -> [Double] { column.map { file.numbers($0, judgement: judgement) } ?? [] }

    /// The number of a row (the first below the header is 0) in a column that was read; nil where it is missing or bad.
    static func number(_ values: [Double], _ index: Int) -> Double? {
        values.isEmpty || values[index].isNaN ? nil : values[index]
    }

    /// The numbers of a column that needs one in every row where `isNeeded` says so.
    func neededNumbers(_ column: Int?, where isNeeded: (Int) -> Bool = { _ in true }) -> [Double] {
        guard let column else { return [] }
        let values = numbers(column)
        let missing = (1..<max(1, file.table.rowCount)).filter {
            values[$0 - 1].isNaN && file.table.isMissing($0, column) && judges($0) && isNeeded($0)
        }
        tell(missing, column) { Finding.notANumber(file.name, $0, file.header[column], "") }
        return values
    }

    // MARK: Timestamps

    /// The timestamps of a column; nil where missing or bad. Bad cells are told, missing ones where `isNeeded` says so.
    func timestamps(_ column: Int?, where isNeeded: (Int) -> Bool = { _ in true }) -> [WrittenTimestamp?] {
        guard let column else { return [] }
        let reading = file.reading(column)
        var timestamps = reading.column.walls.indices.map {
            Optional(WrittenTimestamp(wall: reading.column.walls[$0], offset: reading.column.offset(at: $0)))
        }
        for row in reading.badRows { timestamps[row - 1] = nil }
        let told = reading.badRows.filter { judges($0) && (isNeeded($0) || !file.table.isMissing($0, column)) }
        tell(told, column) { Finding.badTimestamp(file.name, $0, file.header[column], file.table.text($1, column)) }
        return timestamps
    }

    // MARK: Texts

    /// The text of a cell without blanks around it; nil where it is missing.
    func text(_ row: Int, _ column: Int?) -> String? {
        guard let column, !file.table.isMissing(row, column) else { return nil }
        return file.table.trimmedText(row, column)
    }

    func isMissing(_ row: Int, _ column: Int?) -> Bool { column.map { file.table.isMissing(row, $0) } ?? true }

    // MARK: Findings

    /// Logs the first of some rows, and how many there are more.
    func tell(_ rows: [Int], _ column: Int, _ finding: (_ line: Int, _ row: Int) -> Finding) {
        for row in rows.prefix(NumberColumn.maximumBadCells) { log.add(finding(file.line(ofRow: row), row)) }
        let more = rows.count - NumberColumn.maximumBadCells
        if more > 0 { log.add(.moreBadCells(file.name, file.header[column], more)) }
    }

    private func tell(_ rows: [Int], _ column: Int, _ finding: (_ line: Int) -> Finding) {
        tell(rows, column) { line, _ in finding(line) }
    }
}
