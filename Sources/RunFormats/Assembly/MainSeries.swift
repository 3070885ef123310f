import RunModel
import Series

/// The checked values of a run's main file: strictly increasing stamps, no missing values.
struct MainSeries {
    var stamps: [Timestamp]
    var values: [Double]
    /// Line of the file for each value.
    var lines: [UInt32]
    /// For returns whose first cells are missing, as `pct_change` leaves them: the moment of the start value.
    var startStamp: Timestamp?
    /// All stamps of the file, those of missing values too.
    var allStamps: [Timestamp]
    var allLines: [UInt32]
}

/// Checks one series: order, missing cells, and the values' range.
struct SeriesCheck {
    let raw: RawSeries
    let clock: WallClock
    let log: ReadingLog
    private static let shown = 3

    /// The checked series; throws when order or values are wrong, after logging the first of each kind.
    func read() throws(RunError) -> MainSeries {
        let stamps = orderedStamps()
        checkRange()
        try log.checkpoint()
        var series = MainSeries(
            stamps: stamps, values: raw.values, lines: raw.lines, startStamp: nil, allStamps: stamps,
            allLines: raw.lines)
        removeMissing(from: &series)
        return series
    }

    private func orderedStamps() -> [Timestamp] {
        let (stamps, repeated) = clock.stamps(raw.stamps)
        if repeated > 0 {
            log.note(
                "\(Words.count(repeated, "stamp")) of \(raw.file) fell into the hour that a clock change repeats and "
                    + "\(repeated == 1 ? "was" : "were") kept in order, a millisecond apart.")
        }
        var disorder = 0
        for index in stamps.indices.dropFirst() where stamps[index] <= stamps[index - 1] {
            disorder += 1
            if disorder <= Self.shown { log.add(disorderFinding(stamps, index)) }
        }
        if disorder > Self.shown { log.add(Words.moreUnordered(raw.file, disorder - Self.shown)) }
        return stamps
    }

    private func disorderFinding(_ stamps: [Timestamp], _ index: Int) -> Finding {
        let (line, before) = (Int(raw.lines[index]), Int(raw.lines[index - 1]))
        if stamps[index] == stamps[index - 1] {
            return Words.duplicate(raw.file, line, raw.stampColumn, stamps[index], on: before)
        }
        return Words.unsorted(raw.file, line, raw.stampColumn, stamps[index], after: stamps[index - 1], on: before)
    }

    /// Levels are above zero, returns and yearly rates above −1. Missing values compare false and pass.
    private func checkRange() {
        let bound = raw.content == .levels ? 0.0 : -1.0
        var bad = 0
        for index in raw.values.indices where raw.values[index] <= bound {
            bad += 1
            guard bad <= Self.shown else { continue }
            let (line, value) = (Int(raw.lines[index]), raw.values[index])
            log.add(
                raw.content == .levels
                    ? Words.notPositiveEquity(raw.file, line, raw.column, value)
                    : Words.totalLoss(raw.file, line, raw.column, value))
        }
        if bad > Self.shown { log.add(Words.moreBadValues(raw.file, raw.column, bad - Self.shown)) }
    }

    private func removeMissing(from series: inout MainSeries) {
        let missing = series.values.indices.filter { series.values[$0].isNaN }
        guard let first = missing.first else { return }
        let leading = series.values.prefix { $0.isNaN }.count
        if raw.content == .returns, leading > 0 { series.startStamp = series.stamps[leading - 1] }
        let present = series.values.indices.filter { !series.values[$0].isNaN }
        series.stamps = present.map { series.stamps[$0] }
        series.lines = present.map { series.lines[$0] }
        series.values = present.map { series.values[$0] }
        // The one cell that pct_change leaves empty is where the run starts, and nothing is missing.
        guard series.startStamp == nil || missing.count > 1 else { return }
        log.add(
            Words.missingValues(
                raw.file, raw.column, missing.count, of: raw.values.count, line: Int(raw.lines[first]),
                isEquity: raw.content == .levels))
    }
}
