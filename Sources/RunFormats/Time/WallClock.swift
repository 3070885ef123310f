import Series

/// The clock on which all timestamps of a run are read: chosen once from the main series and what the run declares.
struct WallClock: Sendable {
    /// How written timestamps become the run's.
    private enum Reading: Sendable {
        /// The clock as written; offsets, where there are any, are not looked at.
        case asWritten
        /// Instants are shown on the clocks of this zone; timestamps without an offset stay as written.
        case zone(TimeZoneRules)
    }

    private let reading: Reading
    /// The zone's name for the run, with how it was found.
    let zoneName: (name: String, isDeclared: Bool)?
    /// A sentence for the provenance, where something was decided.
    let note: String?

    /// The clock for a run whose main series has these timestamps.
    ///
    /// Timestamps without offset are wall time, whatever zone is declared. Midnights with one offset name days and stay days.
    /// Otherwise the declared zone, else the one offset that all timestamps have, else UTC.
    init(main: TimestampColumn, declared: TimeZoneRules?) {
        zoneName = declared.map { ($0.name, true) } ?? Self.undeclaredZone(main)
        switch main.offsets {
        case .none:
            // Trades may carry offsets although the series does not.
            reading = declared.map { .zone($0) } ?? .asWritten
            note = nil
        case .uniform where main.areDates:
            reading = declared.map { .zone($0) } ?? .asWritten
            note = "Timestamps are midnights with one offset from UTC and were taken as dates."
        case .uniform(let offset):
            let zone = declared ?? TimeZoneRules(fixed: offset, name: Self.name(ofOffset: offset))
            reading = .zone(zone)
            note = declared.map { "Timestamps with offsets were converted to \($0.name)." }
        case .varying where main.areDates:
            reading = declared.map { .zone($0) } ?? .asWritten
            note = "Timestamps are midnights of a zone that changes its clocks and were taken as dates."
        case .varying:
            let zone = declared ?? TimeZoneRules(fixed: 0, name: "UTC")
            reading = .zone(zone)
            note = "Timestamps with different offsets were converted to \(zone.name)."
        }
    }

    private static func undeclaredZone(_ main: TimestampColumn) -> (String, Bool)? {
        switch main.offsets {
        case .none: nil
        case .varying where main.areDates: nil
        case .uniform(let offset): (name(ofOffset: offset), false)
        case .varying: ("UTC", false)
        }
    }

    /// `UTC`, `+05:30`, `-04:00`.
    static func name(ofOffset offset: Int32) -> String {
        guard offset != 0 else { return "UTC" }
        let minutes = abs(Int(offset)) / 60
        let digits = String(10_000 + minutes / 60 * 100 + minutes % 60).dropFirst()
        return (offset < 0 ? "-" : "+") + digits.prefix(2) + ":" + digits.suffix(2)
    }

    /// One timestamp on this clock.
    func timestamp(_ written: WrittenTimestamp) -> Timestamp {
        guard case .zone(let zone) = reading, let instant = written.instant else {
            return Timestamp(milliseconds: written.wall)
        }
        return Timestamp(milliseconds: Self.wall(instant, zone))
    }

    /// Milliseconds between two timestamps: of instants where both carry an offset, else of the clock, with its changes where
    /// the zone is known.
    func elapsed(from entry: WrittenTimestamp, to exit: WrittenTimestamp) -> Int64 {
        if let start = entry.instant, let end = exit.instant { return end - start }
        let (start, end) = (timestamp(entry).milliseconds, timestamp(exit).milliseconds)
        guard case .zone(let zone) = reading else { return end - start }
        return Self.instant(end, zone) - Self.instant(start, zone)
    }

    /// The instant at which a zone's clocks show a time, the second one where they show it twice.
    private static func instant(_ wall: Int64, _ zone: TimeZoneRules) -> Int64 {
        let guess = wall - Int64(zone.offset(at: wall / 1000)) * 1000
        return wall - Int64(zone.offset(at: guess / 1000)) * 1000
    }

    private static func wall(_ instant: Int64, _ zone: TimeZoneRules) -> Int64 {
        let seconds = instant >= 0 ? instant / 1000 : (instant - 999) / 1000
        return instant + Int64(zone.offset(at: seconds)) * 1000
    }

    /// A column on this clock, with how many timestamps fell into an hour that a clock change repeats.
    ///
    /// Such timestamps would stand before their predecessors; they are kept in order, a millisecond apart.
    func timestamps(_ column: TimestampColumn) -> (timestamps: TimeAxis, repeatedHour: Int) {
        guard case .zone(let zone) = reading, column.offsets != .none, !column.areDates, !column.isShown(in: zone)
        else {
            return (TimeAxis(milliseconds: column.walls), 0)
        }
        var timestamps = [Int64]()
        timestamps.reserveCapacity(column.walls.count)
        var repeated = 0
        var lastInstant = Int64.min
        for index in column.walls.indices {
            let instant = column.walls[index] - Int64(column.offset(at: index) ?? 0) * 1000
            var wall = Self.wall(instant, zone)
            if instant > lastInstant, let last = timestamps.last, wall <= last {
                wall = last + 1
                repeated += 1
            }
            lastInstant = instant
            timestamps.append(wall)
        }
        return (TimeAxis(milliseconds: timestamps), repeated)
    }
}

extension TimestampColumn {
    /// Whether a zone's clocks always show what is written: one offset, which is the zone's.
    fileprivate func isShown(in zone: TimeZoneRules) -> Bool {
        guard case .uniform(let offset) = offsets else { return false }
        return zone.fixedOffset == offset
    }
}
