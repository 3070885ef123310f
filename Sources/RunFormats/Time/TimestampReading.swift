import Containers
import NativeCodecs
import Series

extension CSVTable {
    /// The timestamps of a column in one format.
    func timestamps(column: Int, from firstRow: Int, as format: DateFormat) -> TimestampColumn.Reading {
        timestamps(column: column, from: firstRow) { format.timestamp(bytes, $0) }
    }

    /// The timestamps of a column of Unix times, which are UTC.
    func timestamps(column: Int, from firstRow: Int, perSecond: Double) -> TimestampColumn.Reading {
        timestamps(column: column, from: firstRow) { range in
            guard let value = DecimalText.number(bytes.span, range) else { return nil }
            return Int64(exactly: (value / perSecond * 1000).rounded(.down)).map {
                WrittenTimestamp(wall: $0, offset: 0)
            }
        }
    }

    /// The timestamps of a column of days such as `20240102.0`.
    func compactDays(column: Int, from firstRow: Int) -> TimestampColumn.Reading {
        timestamps(column: column, from: firstRow) { range in
            DecimalText.number(bytes.span, range).flatMap(TimestampInference.compactDay).map {
                WrittenTimestamp(wall: Int64($0.day) * Timestamp.day, offset: nil)
            }
        }
    }

    private func timestamps(
        column: Int, from firstRow: Int, read: (Range<Int>) -> WrittenTimestamp?
    ) -> TimestampColumn.Reading {
        var collector = TimestampCollector()
        let rows = firstRow..<max(firstRow, rowCount)
        collector.reserve(rows.count)
        for row in rows { collector.add(read(trimmedRange(row, column)), row: row) }
        return collector.finish()
    }

    /// The text of a cell without blanks around it.
    func trimmedText(_ row: Int, _ column: Int) -> String {
        let cell = cell(row, column)
        if cell.hasDoubledQuotes { return text(row, column) }
        return String(decoding: bytes[Self.trimmed(bytes.span, cell.range)], as: UTF8.self)
    }
}
