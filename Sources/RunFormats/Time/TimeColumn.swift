import Containers
import Series

/// A column of times of day that stands beside a column of dates.
struct TimeColumn {
    /// How the cells are written.
    private enum Form {
        /// `9:30`, `15:30:00`, `3:30 PM`.
        case clock
        /// `930` and `1600`, or `93000` and `160000`, leading zeros lost.
        case compact(hasSeconds: Bool)
        /// `9` and `16`.
        case hours
    }

    private static let names = [
        "time", "hour", "hours", "time_of_day", "tod", "clock", "bar_time", "trade_time", "times", "hh:mm", "hh:mm:ss",
        "uhrzeit", "zeit", "heure", "hora", "ora",
    ]

    let table: CSVTable
    let index: Int
    private let form: Form

    /// The column of a table that holds times of day by its name and its first cell; nil where there is none.
    init?(in table: CSVTable, header: [String], besides timestampColumn: Int) {
        let named = header.indices.first {
            $0 != timestampColumn && Self.names.contains(ColumnNames.normalised(header[$0]))
        }
        guard let index = named, table.rowCount > 1 else { return nil }
        self.table = table
        self.index = index
        let range = table.trimmedRange(1, index)
        if TimeOfDayText.time(table.bytes, range) != nil, table.bytes[range].contains(UInt8(ascii: ":")) {
            form = .clock
            return
        }
        guard let number = Self.number(table, 1, index), number >= 0 else { return nil }
        let values = (1..<table.rowCount).compactMap { Self.number(table, $0, index) }
        let largest = values.max() ?? 0
        let isHour = ColumnNames.normalised(header[index]).hasPrefix("hour") && largest < 24
        form = isHour ? .hours : .compact(hasSeconds: largest > 2359)
    }

    private static func number(_ table: CSVTable, _ row: Int, _ column: Int) -> Int? {
        let range = table.trimmedRange(row, column)
        guard (1...6).contains(range.count) else { return nil }
        var reader = TextReader(table.bytes, range)
        return reader.number(digits: 1...6).flatMap { reader.isAtEnd ? $0 : nil }
    }

    /// The time of day in a row; nil where there is none.
    func time(_ row: Int) -> TimeOfDayText.Time? {
        if case .clock = form { return TimeOfDayText.time(table.bytes, table.trimmedRange(row, index)) }
        guard let number = Self.number(table, row, index) else { return nil }
        let milliseconds =
            switch form {
            case .hours: TimeOfDayText.milliseconds(number, 0, 0)
            case .compact(true): TimeOfDayText.milliseconds(number / 10_000, number / 100 % 100, number % 100)
            default: TimeOfDayText.milliseconds(number / 100, number % 100, 0)
            }
        return milliseconds.map { TimeOfDayText.Time(milliseconds: $0, offset: nil) }
    }

    /// Dates with the times of their rows; rows without a time are bad rows.
    func joined(to dates: TimestampColumn.Reading) -> TimestampColumn.Reading {
        var collector = TimestampCollector()
        let bad = Set(dates.badRows)
        for (position, wall) in dates.column.walls.enumerated() {
            let row = position + 1
            let time = bad.contains(row) ? nil : time(row)
            collector.add(time.map { WrittenTimestamp(wall: wall + $0.milliseconds, offset: $0.offset) }, row: row)
        }
        return collector.finish()
    }
}
