import Containers
import RunModel
import Series

/// Columns of a file as timestamps and numbers, in whatever way they are written.
extension TableFile {
    /// How exactly a column was written; nil for no column.
    func digits(_ column: Int?) -> WrittenDigits? { column.map { table.digits(column: $0, from: 1) } }

    /// How exactly the column of a name was written; nil where the header has no such name.
    func digits(_ name: String) -> WrittenDigits? { digits(header.firstIndex(of: name)) }

    /// The timestamps below the header, with the times of a column beside them; logs an error for each of the first bad cells.
    func timestamps(_ column: Int) -> TimestampColumn {
        var reading = reading(column)
        if reading.column.areDates, let time = timeColumn(besides: column) {
            let joined = time.joined(to: reading)
            let known = Set(reading.badRows)
            let badTimes = Set(joined.badRows).subtracting(known)
            tell(badTimes.sorted()) { Finding.badTime(name, $0, header[time.index], table.text($1, time.index)) }
            log.note("Columns '\(header[column])' and '\(header[time.index])' of \(name) were joined to one timestamp.")
            reading = joined
            reading.badRows.removeAll { !known.contains($0) }
        }
        placeRowsOutOfRange(&reading)
        tell(reading.badRows) { Finding.badTimestamp(name, $0, header[column], table.text($1, column)) }
        if let row = reading.mixedRow { log.add(.mixedOffsets(name, line(ofRow: row), header[column])) }
        return reading.column
    }

    /// Logs the first of some rows as findings, and how many there are more.
    private func tell(_ rows: [Int], _ finding: (_ line: Int, _ row: Int) -> Finding) {
        for row in rows.prefix(NumberColumn.maximumBadCells) { log.add(finding(line(ofRow: row), row)) }
        guard rows.count > NumberColumn.maximumBadCells, let first = rows.first else { return }
        let column = finding(line(ofRow: first), first).column ?? ""
        log.add(.moreBadCells(name, column, rows.count - NumberColumn.maximumBadCells))
    }

    /// The timestamps of a column, before anything is said about cells that are none.
    func reading(_ column: Int) -> TimestampColumn.Reading {
        if let format = log.rules.dateFormat {
            let reading = table.timestamps(column: column, from: 1, as: format)
            if reading.badRows.allSatisfy({ table.isMissing($0, column) }) {
                noteLabels(format, column)
                return reading
            }
        }
        let plain = table.timestamps(column: column, from: 1)
        let bad = plain.badRows.count { !table.isMissing($0, column) }
        guard bad > 0, bad * 5 > plain.column.walls.count - (plain.badRows.count - bad) else { return plain }
        return inferred(column) ?? plain
    }

    private func inferred(_ column: Int) -> TimestampColumn.Reading? {
        let inference = TimestampInference(table: table, column: column, firstRow: 1)
        switch inference.outcome() {
        case .format(let format):
            log.note("Timestamps of column '\(header[column])' of \(name) were read as \(format.text).")
            noteLabels(format, column)
            return table.timestamps(column: column, from: 1, as: format)
        case .ambiguous(let first, let second, let row):
            let text = table.trimmedText(row, column)
            let readings = [first, second].map { ($0.text, $0.timestamp(text)) }
            log.add(.ambiguousDate(name, line(ofRow: row), header[column], text, readings))
            return table.timestamps(column: column, from: 1, as: first)
        case .epoch(let perSecond): return table.timestamps(column: column, from: 1, perSecond: perSecond)
        case .compactDays: return table.compactDays(column: column, from: 1)
        case .unknown: return nil
        }
    }

    private func noteLabels(_ format: DateFormat, _ column: Int) {
        guard format.label != .moment else { return }
        log.note("Column '\(header[column])' of \(name) names whole \(format.label)s; they stand at their last day.")
    }

    /// A row without a readable timestamp between rows out of range is out of range itself.
    private func placeRowsOutOfRange(_ reading: inout TimestampColumn.Reading) {
        guard log.rules.hasRange, !reading.badRows.isEmpty else { return }
        let hasOffset = reading.column.offsets != .none && !reading.column.areDates
        let walls = reading.column.walls
        func isOutside(_ row: Int?) -> Bool {
            row.map { !log.rules.judge(walls[$0 - 1], hasOffset: hasOffset) } ?? true
        }
        let (before, after) = Self.readableNeighbours(of: reading.badRows, count: walls.count)
        var left = [Int]()
        for (position, row) in reading.badRows.enumerated() {
            let neighbours = (before[position], after[position])
            if neighbours != (nil, nil), isOutside(neighbours.0), isOutside(neighbours.1) {
                reading.column.walls[row - 1] = walls[(neighbours.0 ?? neighbours.1 ?? row) - 1]
            } else {
                left.append(row)
            }
        }
        reading.badRows = left
    }

    /// The nearest rows before and behind each of some increasing rows that are not among them.
    private static func readableNeighbours(of rows: [Int], count: Int) -> (before: [Int?], after: [Int?]) {
        var before = [Int?]()
        for (position, row) in rows.enumerated() {
            let isRun = position > 0 && rows[position - 1] == row - 1
            before.append(isRun ? before[position - 1] : row > 1 ? row - 1 : nil)
        }
        var after = [Int?](repeating: nil, count: rows.count)
        for position in rows.indices.reversed() {
            let isRun = position + 1 < rows.count && rows[position + 1] == rows[position] + 1
            after[position] = isRun ? after[position + 1] : rows[position] < count ? rows[position] + 1 : nil
        }
        return (before, after)
    }

    // MARK: Numbers

    /// The numbers below the header, NaN where missing; logs an error for each of the first bad cells that are judged.
    func numbers(
        _ column: Int, content: RawSeries.Content? = nil, judgement: RowJudgement? = nil
    ) -> [Double] {
        var numbers = table.numbers(column: column, from: 1)
        if numbers.badCount == 0 {
            checkThousands(column, numbers.values, content)
        } else {
            switch NumberStyleInference(table: table, column: column, firstRow: 1).outcome() {
            case .style(let style) where !style.isPercent || content == .returns || content == .annualRates:
                numbers = table.numbers(column: column, from: 1, style: style)
                noteStyle(style, column)
            case .ambiguous(let row):
                log.add(.twoReadings(name, line(ofRow: row), header[column], table.trimmedText(row, column)))
                return numbers.values
            default: break
            }
        }
        tell(numbers, column, judgement)
        return numbers.values
    }

    private func noteStyle(_ style: NumberStyle, _ column: Int) {
        let point = style.point == NumberStyle.comma ? "comma" : "full stop"
        log.note(
            "Numbers of column '\(header[column])' of \(name) were read with a decimal \(point)"
                + (style.isPercent ? ", and as percents." : "."))
    }

    /// Numbers that read as plain ones although their full stops may part thousands.
    private func checkThousands(_ column: Int, _ values: [Double], _ content: RawSeries.Content?) {
        guard content == .levels else { return }
        let check = ThousandsCheck(table: table, column: column, values: values)
        guard let row = check.suspiciousRow() else { return }
        let text = table.trimmedText(row, column)
        if check.isCertain || holdsAmounts(column) && table.delimiter == UInt8(ascii: ";") {
            log.add(.twoReadings(name, line(ofRow: row), header[column], text))
        } else if holdsAmounts(column) {
            log.add(.threeDecimals(name, header[column], text))
        }
    }

    private func holdsAmounts(_ column: Int) -> Bool {
        ColumnNames.holdsPayments.contains(ColumnNames.normalised(header[column]))
    }

    private func tell(_ numbers: NumberColumn, _ column: Int, _ judgement: RowJudgement?) {
        guard numbers.badCount > 0 else { return }
        let judged = numbers.badCells.filter { judgement?.judges($0.row - 1) ?? true }
        for cell in judged.prefix(NumberColumn.maximumBadCells) {
            let (line, name, text) = (line(ofRow: cell.row), header[column], table.text(cell.row, column))
            log.add(
                cell.isInfinite
                    ? Finding.infinite(self.name, line, name, text) : Finding.notANumber(self.name, line, name, text))
        }
        if judged.count > NumberColumn.maximumBadCells {
            log.add(.moreBadCells(name, header[column], judged.count - NumberColumn.maximumBadCells))
        }
    }
}
