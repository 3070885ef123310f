import RunModel
import Series

/// What every part of a run is made from: what the reader found, the timeline, and the files.
struct RunParts {
    let raw: RawRun
    let timeline: RunTimeline
    let source: RunSource
    let options: RunOptions
    var log: ReadingLog { source.log }

    /// The table in a file that an option names.
    func table(_ path: String, role: String) throws(RunError) -> TableFile {
        let bytes = try source.outsideBytes(path, role: role)
        return try TableFile(name: log.name(ofOutside: path), bytes: bytes, log: log)
    }

    /// Trades are judged against the whole run, whatever part of it is looked at.
    var wholeSpan: ClosedRange<Timestamp> {
        let first = min(timeline.ends.first, timeline.curve.equity.timestamps[0])
        return first...max(first, timeline.ends.last)
    }

    /// The trades of the part that is looked at: those that exit in it.
    func inRange(_ rows: [RawTrades.Row]) -> [Trade] {
        let all = rows.map(\.trade)
        guard options.from != nil || options.to != nil else { return all }
        let kept = all.filter { contains($0.exit.date) }
        log.note("\(kept.count) of \(Phrase.count(all.count, "trade")) exit between the dates of the options.")
        return kept
    }

    /// The fills of the part that is looked at.
    func inRange(_ rows: [RawFills.Row]) -> [Fill] { rows.map(\.fill).filter { contains($0.time.date) } }

    /// The orders of the part that is looked at: those that were sent in it.
    func inRange(_ orders: OrderAssembly) -> [Order] { orders.value { contains($0.date) } }

    /// The positions of the part that is looked at; nil where there are none.
    func inRange(_ whole: PositionHistory) -> PositionHistory? {
        let part = whole.slice(from: options.from, to: options.to)
        return part.timestamps.isEmpty ? nil : part
    }

    private func contains(_ date: CalendarDate) -> Bool {
        (options.from.map { date >= $0 } ?? true) && (options.to.map { date <= $0 } ?? true)
    }
}
