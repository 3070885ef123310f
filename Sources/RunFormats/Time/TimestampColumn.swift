import Containers
import NativeCodecs
import Series

/// A column of timestamps as a file writes them, before a time zone has been chosen.
struct TimestampColumn: Equatable, Sendable {
    /// How the timestamps tell their distance from UTC.
    enum Offsets: Equatable, Sendable {
        /// No timestamp has an offset.
        case none
        /// All timestamps have this one.
        case uniform(Int32)
        /// One per timestamp.
        case varying([Int32])
    }

    /// What the clock showed, in milliseconds since 1970.
    var walls = [Int64]()
    /// The offsets from UTC.
    var offsets = Offsets.none
    /// Whether every timestamp is a midnight: such timestamps name days, not instants.
    var areDates = true

    /// Offset of one timestamp.
    func offset(at index: Int) -> Int32? {
        switch offsets {
        case .none: nil
        case .uniform(let offset): offset
        case .varying(let offsets): offsets[index]
        }
    }

    /// Whether each timestamp stands before the one above it.
    var isNewestFirst: Bool {
        guard walls.count > 1, instant(0) > instant(walls.count - 1) else { return false }
        return walls.indices.dropFirst().allSatisfy { instant($0) < instant($0 - 1) }
    }

    /// Milliseconds since 1970 in UTC; a timestamp without an offset counts as UTC.
    func instant(_ index: Int) -> Int64 { walls[index] - Int64(offset(at: index) ?? 0) * 1000 }

    /// The same timestamps from the last to the first.
    func reversed() -> TimestampColumn {
        var column = self
        column.walls.reverse()
        if case .varying(let offsets) = offsets { column.offsets = .varying(offsets.reversed()) }
        return column
    }

    /// Timestamps of a table's column with the rows that are no timestamps.
    struct Reading: Sendable {
        var column = TimestampColumn()
        /// Rows whose cell is missing or no timestamp; their wall is 0.
        var badRows = [Int]()
        /// The first row that has an offset where the first timestamp has none, or the other way round.
        var mixedRow: Int?
    }
}

extension CSVTable {
    /// The timestamps of a column from `firstRow` on.
    func timestamps(column: Int, from firstRow: Int) -> TimestampColumn.Reading {
        var collector = TimestampCollector()
        collector.reserve(max(0, rowCount - firstRow))
        addTimestamps(column: column, from: firstRow, to: &collector)
        return collector.finish()
    }

    /// Adds the timestamps of a column from `firstRow` on to those of earlier blocks of the same file.
    func addTimestamps(column: Int, from firstRow: Int, to collector: inout TimestampCollector) {
        let span = bytes.span
        let cellSpan = cells.span
        var index = firstRow * columnCount + column
        var row = firstRow
        var cells = TimestampCells()
        while index < cellSpan.count {
            let range = Self.trimmed(span, cellSpan[index].range)
            collector.add(cells.timestamp(span, range), row: row)
            index += columnCount
            row += 1
        }
    }
}

/// Reads the timestamps of one column: neighbours within a day have the same date, which is read once.
private struct TimestampCells {
    /// The ten bytes of the last date, as the eight from its beginning and the eight to its end.
    private var (head, tail): (UInt64, UInt64) = (0, 0)
    private var midnight: Int64 = 0

    mutating func timestamp(_ bytes: Span<UInt8>, _ range: Range<Int>) -> WrittenTimestamp? {
        guard range.count >= 10 else { return TimestampText.timestamp(bytes, range) }
        let first = ByteWords.eight(bytes, at: range.lowerBound)
        let last = ByteWords.eight(bytes, at: range.lowerBound + 2)
        if first != head || last != tail {
            guard let start = TimestampText.midnight(bytes, range) else { return TimestampText.timestamp(bytes, range) }
            (head, tail, midnight) = (first, last, start)
        }
        if range.count == 19, let clock = clock(bytes, range.lowerBound + 10) {
            return WrittenTimestamp(wall: midnight + clock, offset: nil)
        }
        return TimestampText.timestamp(bytes, range, from: midnight)
    }

    /// Milliseconds of `T09:31:00`, the usual way to write a time, whose eight bytes are looked at together; nil for others.
    private func clock(_ bytes: Span<UInt8>, _ start: Int) -> Int64? {
        guard bytes[start] == 0x20 || bytes[start] == UInt8(ascii: "T") else { return nil }
        // Digits become 0 to 9 and colons 0; the highest bit of a byte shows what is neither.
        let word = ByteWords.eight(bytes, at: start + 1) ^ 0x3030_3A30_303A_3030
        guard ((word &+ 0x7676_7F76_767F_7676) | word) & 0x8080_8080_8080_8080 == 0 else { return nil }
        func number(_ place: UInt64) -> Int64 { Int64(word >> place & 0xFF) * 10 + Int64(word >> (place + 8) & 0xFF) }
        let (hour, minute, second) = (number(0), number(24), number(48))
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return (hour * 3600 + minute * 60 + second) * 1000
    }
}

/// Gathers timestamps row by row and keeps offsets only where they differ.
struct TimestampCollector {
    private var reading = TimestampColumn.Reading()
    private var first: WrittenTimestamp?
    private var offsets = [Int32]()
    private var differ = false

    /// Whether every cell so far was a timestamp, and all of them with an offset or none.
    var isClean: Bool { reading.badRows.isEmpty && reading.mixedRow == nil }

    mutating func reserve(_ count: Int) { reading.column.walls.reserveCapacity(count) }

    mutating func add(_ timestamp: WrittenTimestamp?, row: Int) {
        guard let timestamp else {
            reading.badRows.append(row)
            reading.column.walls.append(0)
            if differ { offsets.append(0) }
            return
        }
        if let first, !differ, first.offset == timestamp.offset {
            if reading.column.areDates, timestamp.wall % Timestamp.day != 0 { reading.column.areDates = false }
            return reading.column.walls.append(timestamp.wall)
        }
        if first == nil { first = timestamp }
        if (first?.offset == nil) != (timestamp.offset == nil), reading.mixedRow == nil { reading.mixedRow = row }
        if !differ, timestamp.offset != first?.offset {
            differ = true
            offsets = [Int32](repeating: first?.offset ?? 0, count: reading.column.walls.count)
        }
        if differ { offsets.append(timestamp.offset ?? 0) }
        if reading.column.areDates, timestamp.wall % Timestamp.day != 0 { reading.column.areDates = false }
        reading.column.walls.append(timestamp.wall)
    }

    mutating func finish() -> TimestampColumn.Reading {
        if differ {
            reading.column.offsets = .varying(offsets)
        } else if let offset = first?.offset {
            reading.column.offsets = .uniform(offset)
        }
        return reading
    }
}
