import RunModel
import Series

/// Makes a run's positions of what a file says.
struct PositionAssembly {
    private let raw: RawPositions
    private let timeline: RunTimeline
    private let log: ReadingLog

    /// Nil where the run records no positions.
    init?(_ parts: RunParts) {
        guard let raw = parts.raw.positions else { return nil }
        (self.raw, timeline, log) = (raw, parts.timeline, parts.log)
    }

    /// The positions of the whole run at strictly increasing moments; throws where their order is wrong.
    func value() throws(RunError) -> PositionHistory {
        let column = TimestampOrder(file: raw.file, column: raw.timestampColumn, log: log)
        let timestamps = timeline.clock.timestamps(raw.timestamps, of: raw.file, log: log)
        column.check(timestamps, lines: raw.lines)
        try log.checkpoint()
        let history = PositionHistory(
            timestamps: Array(timestamps), symbols: raw.symbols, values: raw.values, cash: raw.cash,
            quantities: raw.details?.quantities, areClasses: raw.areClasses)
        return history.placed(timeline.meaning)
    }
}

extension PositionHistory {
    /// The rows on dates of a range.
    func slice(from: CalendarDate?, to: CalendarDate?) -> PositionHistory {
        let rows = timestamps.indices.filter { row in
            (from.map { timestamps[row].date >= $0 } ?? true) && (to.map { timestamps[row].date <= $0 } ?? true)
        }
        return PositionHistory(
            timestamps: rows.map { timestamps[$0] }, symbols: symbols,
            values: values.map { column in rows.map { column[$0] } }, cash: cash.map { cash in rows.map { cash[$0] } },
            quantities: quantities.map { columns in columns.map { column in rows.map { column[$0] } } },
            areClasses: areClasses)
    }
}
