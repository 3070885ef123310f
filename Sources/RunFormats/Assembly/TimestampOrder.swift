import RunModel
import Series

/// Checks that the moments of a file's column increase.
struct TimestampOrder {
    let file: String
    let column: String
    let log: ReadingLog
    private static let shown = 3

    init(file: String, column: String, log: ReadingLog) {
        (self.file, self.column, self.log) = (file, column, log)
    }

    /// Logs the first moments that stand behind a later one or come twice, and how many there are more.
    func check(_ timestamps: TimeAxis, lines: [UInt32]) {
        var disorder = 0
        for index in timestamps.indices.dropFirst() where timestamps[index] <= timestamps[index - 1] {
            disorder += 1
            if disorder <= Self.shown { log.add(finding(timestamps, lines, index)) }
        }
        if disorder > Self.shown { log.add(.moreUnordered(file, disorder - Self.shown)) }
    }

    private func finding(_ timestamps: TimeAxis, _ lines: [UInt32], _ index: Int) -> Finding {
        let (line, before) = (Int(lines[index]), Int(lines[index - 1]))
        if timestamps[index] == timestamps[index - 1] {
            return .duplicateTimestamp(file, line, column, timestamps[index], on: before)
        }
        return .unsortedTimestamps(file, line, column, timestamps[index], after: timestamps[index - 1], on: before)
    }
}

extension WallClock {
    /// A column of a file on this clock, with a note where a clock change repeats an hour.
    func timestamps(_ column: TimestampColumn, of file: String, log: ReadingLog) -> TimeAxis {
        let (timestamps, repeated) = timestamps(column)
        if repeated > 0 {
            log.note(
                "\(Phrase.count(repeated, "timestamp")) of \(file) fell into the hour that a clock change repeats and "
                    + "\(repeated == 1 ? "was" : "were") kept in order, a millisecond apart.")
        }
        return timestamps
    }
}
