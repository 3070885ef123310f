import Containers
import Series

/// A column of stamps as a file writes them, before a time zone has been chosen.
struct StampColumn: Equatable, Sendable {
    /// How the stamps tell their distance from UTC.
    enum Offsets: Equatable, Sendable {
        /// No stamp has an offset.
        case none
        /// All stamps have this one.
        case uniform(Int32)
        /// One per stamp.
        case varying([Int32])
    }

    /// What the clock showed, in milliseconds since 1970.
    var walls = [Int64]()
    /// The offsets from UTC.
    var offsets = Offsets.none
    /// Whether every stamp is a midnight: such stamps name days, not instants.
    var areDates = true

    /// Offset of one stamp.
    func offset(at index: Int) -> Int32? {
        switch offsets {
        case .none: nil
        case .uniform(let offset): offset
        case .varying(let offsets): offsets[index]
        }
    }

    /// Whether each stamp stands before the one above it.
    var isNewestFirst: Bool {
        guard walls.count > 1, instant(0) > instant(walls.count - 1) else { return false }
        return walls.indices.dropFirst().allSatisfy { instant($0) < instant($0 - 1) }
    }

    private func instant(_ index: Int) -> Int64 { walls[index] - Int64(offset(at: index) ?? 0) * 1000 }

    /// The same stamps from the last to the first.
    func reversed() -> StampColumn {
        var column = self
        column.walls.reverse()
        if case .varying(let offsets) = offsets { column.offsets = .varying(offsets.reversed()) }
        return column
    }

    /// Stamps of a table's column with the rows that are no stamps.
    struct Reading: Sendable {
        var column = StampColumn()
        /// Rows whose cell is missing or no stamp; their wall is 0.
        var badRows = [Int]()
        /// The first row that has an offset where the first stamp has none, or the other way round.
        var mixedRow: Int?
    }
}

extension CSVTable {
    /// The stamps of a column from `firstRow` on.
    func stamps(column: Int, from firstRow: Int) -> StampColumn.Reading {
        var collector = StampCollector()
        collector.reserve(max(0, rowCount - firstRow))
        let span = bytes.span
        let cellSpan = cells.span
        var index = firstRow * columnCount + column
        while index < cellSpan.count {
            let range = Self.trimmed(span, cellSpan[index].range)
            collector.add(StampText.stamp(span, range), row: index / columnCount)
            index += columnCount
        }
        return collector.finish()
    }
}

/// Gathers stamps row by row and keeps offsets only where they differ.
struct StampCollector {
    private var reading = StampColumn.Reading()
    private var first: WrittenStamp?
    private var offsets = [Int32]()
    private var differ = false

    mutating func reserve(_ count: Int) { reading.column.walls.reserveCapacity(count) }

    mutating func add(_ stamp: WrittenStamp?, row: Int) {
        guard let stamp else {
            reading.badRows.append(row)
            reading.column.walls.append(0)
            if differ { offsets.append(0) }
            return
        }
        if first == nil { first = stamp }
        if (first?.offset == nil) != (stamp.offset == nil), reading.mixedRow == nil { reading.mixedRow = row }
        if !differ, stamp.offset != first?.offset {
            differ = true
            offsets = [Int32](repeating: first?.offset ?? 0, count: reading.column.walls.count)
        }
        if differ { offsets.append(stamp.offset ?? 0) }
        if stamp.wall % Timestamp.day != 0 { reading.column.areDates = false }
        reading.column.walls.append(stamp.wall)
    }

    mutating func finish() -> StampColumn.Reading {
        if differ {
            reading.column.offsets = .varying(offsets)
        } else if let offset = first?.offset {
            reading.column.offsets = .uniform(offset)
        }
        return reading
    }
}
