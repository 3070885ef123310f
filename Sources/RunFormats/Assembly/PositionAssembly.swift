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
        let column = StampOrder(file: raw.file, column: raw.stampColumn, log: log)
        let stamps = timeline.clock.stamps(raw.stamps, of: raw.file, log: log)
        column.check(stamps, lines: raw.lines)
        try log.checkpoint()
        let history = PositionHistory(
            stamps: stamps, symbols: raw.symbols, values: raw.values, cash: raw.cash,
            quantities: raw.details?.quantities)
        return history.placed(timeline.meaning)
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
