import RunModel
import Series

/// Makes a run's positions of what a file says.
struct PositionAssembly {
    let raw: RawPositions
    let clock: WallClock
    let log: ReadingLog

    /// Positions at strictly increasing moments; logs errors of order like those of the main series.
    func positions() throws(RunError) -> PositionHistory {
        let order = RawSeries(
            file: raw.file, column: raw.stampColumn, stampColumn: raw.stampColumn, content: .annualRates,
            stamps: raw.stamps, values: Array(repeating: 0, count: raw.lines.count), lines: raw.lines)
        let stamps = try SeriesCheck(raw: order, clock: clock, log: log, keepsAllRows: true).read().stamps
        return PositionHistory(
            stamps: stamps, symbols: raw.symbols, values: raw.values, cash: raw.cash,
            quantities: raw.details?.quantities)
    }
}

extension PositionHistory {
    /// The rows on dates of a range.
    func slice(from: CalendarDate?, to: CalendarDate?) -> PositionHistory {
        let rows = stamps.indices.filter { row in
            (from.map { stamps[row].date >= $0 } ?? true) && (to.map { stamps[row].date <= $0 } ?? true)
        }
        return PositionHistory(
            stamps: rows.map { stamps[$0] }, symbols: symbols,
            values: values.map { column in rows.map { column[$0] } }, cash: cash.map { cash in rows.map { cash[$0] } },
            quantities: quantities.map { columns in columns.map { column in rows.map { column[$0] } } })
    }
}
