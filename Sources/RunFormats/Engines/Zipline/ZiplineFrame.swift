import Containers
import RunModel

/// The table of zipline's days: one row for each session, stamped with its close in UTC.
struct ZiplineFrame {
    let file: TableFile
    let timestampColumn: Int
    let timestamps: TimestampColumn

    init(_ file: TableFile) throws(RunError) {
        guard file.count > 0 else { throw file.log.fail(.noRows(file.name)) }
        self.file = file
        // The index, which `to_csv(index=False)` leaves out; the close of the session is the same moment.
        let isIndex = DateFormat.isTimestamp(file.table.trimmedText(1, 0)) && file.header[0] != "period_open"
        if isIndex {
            timestampColumn = 0
        } else if let close = file.header.firstIndex(of: "period_close") {
            timestampColumn = close
        } else {
            timestampColumn = try file.timestampColumn()
        }
        timestamps = file.timestamps(timestampColumn)
    }

    /// Where a column stands.
    func column(_ name: String) -> Int? { file.header.firstIndex(of: name) }

    /// A column as a series; nil where there is none.
    func series(_ name: String, content: RawSeries.Content) -> RawSeries? {
        column(name).map {
            file.series($0, timestamps: timestamps, timestampColumn: timestampColumn, content: content)
        }
    }

    /// The number of a cell, rows counted from 0; nil where it is missing or none.
    func number(_ name: String, _ row: Int) -> Double? {
        guard let column = column(name), row >= 0, row < file.count else { return nil }
        let value = file.table.number(row + 1, column, style: .plain)
        return value.flatMap { $0.isFinite ? $0 : nil }
    }

    /// The number of the last row, to which zipline's statistics are cumulated.
    func last(_ name: String) -> Double? { number(name, file.count - 1) }
}
