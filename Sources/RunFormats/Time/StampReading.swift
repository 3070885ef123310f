import Containers
import NativeCodecs
import Series

extension CSVTable {
    /// The stamps of a column in one format.
    func stamps(column: Int, from firstRow: Int, as format: DateFormat) -> StampColumn.Reading {
        stamps(column: column, from: firstRow) { format.stamp(bytes, $0) }
    }

    /// The stamps of a column of Unix times, which are UTC.
    func stamps(column: Int, from firstRow: Int, perSecond: Double) -> StampColumn.Reading {
        stamps(column: column, from: firstRow) { range in
            guard let value = DecimalText.number(bytes.span, range) else { return nil }
            return Int64(exactly: (value / perSecond * 1000).rounded(.down)).map { WrittenStamp(wall: $0, offset: 0) }
        }
    }

    /// The stamps of a column of days such as `20240102.0`.
    func compactDays(column: Int, from firstRow: Int) -> StampColumn.Reading {
        stamps(column: column, from: firstRow) { range in
            DecimalText.number(bytes.span, range).flatMap(StampInference.compactDay).map {
                WrittenStamp(wall: Int64($0.day) * Timestamp.day, offset: nil)
            }
        }
    }

    private func stamps(
        column: Int, from firstRow: Int, read: (Range<Int>) -> WrittenStamp?
    ) -> StampColumn.Reading {
        var collector = StampCollector()
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
