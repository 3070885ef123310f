import RunModel
import Series

/// The checked values of a run's main file: strictly increasing timestamps, no missing values.
struct MainSeries {
    var timestamps: TimeAxis
    var values: [Double]
    /// Line of the file for each value.
    var lines: [UInt32]
    /// For returns whose first cells are missing, as `pct_change` leaves them: the moment of the start value.
    var startTimestamp: Timestamp?
    /// All timestamps of the file, those of missing values too.
    var allTimestamps: TimeAxis
    var allLines: [UInt32]
    /// Whether the last value is the end of the account: equity 0, or a return of −1.
    var endsInRuin = false
}

/// Checks one series: order, missing cells, and the values' range.
///
/// Rows outside `--from` and `--to` that cannot be used are left out; inside, they are errors. The main series may lose all
/// there is, which ends it; a benchmark may not.
struct SeriesCheck {
    let raw: RawSeries
    let clock: WallClock
    let log: ReadingLog
    /// Whether the series is the run's own.
    var isMain = false
    private static let shown = 3

    /// The checked series; throws when order or values are wrong, after logging the first of each kind.
    func read() throws(RunError) -> MainSeries {
        let timestamps = clock.timestamps(raw.timestamps, of: raw.file, log: log)
        var series = MainSeries(
            timestamps: timestamps, values: raw.values, lines: raw.lines, startTimestamp: nil, allTimestamps: [],
            allLines: [])
        keepUsable(&series)
        TimestampOrder(file: raw.file, column: raw.timestampColumn, log: log).check(
            series.timestamps, lines: series.lines)
        series.allTimestamps = series.timestamps
        series.allLines = series.lines
        if isMain { end(&series) } else { checkRange(series) }
        try log.checkpoint()
        removeMissing(from: &series)
        return series
    }

    /// Leaves out rows outside the dates of the options that would stop the run.
    private func keepUsable(_ series: inout MainSeries) {
        guard log.rules.hasRange else { return }
        let (timestamps, values) = (series.timestamps, series.values)
        let rows = RowRange(timestamps: timestamps, values: values, bound: bound, rules: log.rules).usableRows()
        guard rows.count < timestamps.count else { return }
        log.note(
            "\(Phrase.count(timestamps.count - rows.count, "row")) of \(raw.file) outside the dates of the options cannot be used."
        )
        series.timestamps = TimeAxis(rows.lazy.map { timestamps[$0] })
        series.values = rows.map { values[$0] }
        series.lines = rows.map { raw.lines[$0] }
    }

    /// Levels are above zero, returns and yearly rates above −1.
    private var bound: Double { raw.content == .levels ? 0 : -1 }

    /// Values at the bound and below it are errors. Missing values compare false and pass.
    private func checkRange(_ series: MainSeries) {
        var bad = 0
        for index in series.values.indices where series.values[index] <= bound {
            bad += 1
            guard bad <= Self.shown else { continue }
            let (line, value) = (Int(series.lines[index]), series.values[index])
            log.add(.totalLoss(raw.file, line, raw.column, value))
        }
        if bad > Self.shown { log.add(.moreBadValues(raw.file, raw.column, bad - Self.shown)) }
    }

    /// Ends a run where all there is has been lost; what stands behind is left out.
    private func end(_ series: inout MainSeries) {
        guard let index = series.values.firstIndex(where: { $0 <= bound }) else { return }
        let (line, value) = (Int(series.lines[index]), series.values[index])
        if raw.content == .levels, !series.values[..<index].contains(where: { !$0.isNaN }), log.rules.from == nil {
            return log.add(.nonpositiveStart(raw.file, line, raw.column, value))
        }
        if raw.content == .returns, let size = typicalSize(series.values), size >= 0.05 {
            return log.add(.lossOrPercent(raw.file, line, raw.column, value, typical: size))
        }
        log.add(
            .ruin(
                raw.file, line, raw.column, value, on: series.timestamps[index],
                behind: series.values.count - index - 1,
                isLevel: raw.content == .levels))
        series.timestamps = series.timestamps.part(0..<index + 1)
        series.lines.removeSubrange((index + 1)...)
        series.values.removeSubrange((index + 1)...)
        series.values[index] = bound
        series.endsInRuin = true
    }

    /// The median size of the returns that are neither zero nor a loss of everything.
    private func typicalSize(_ values: [Double]) -> Double? {
        var sizes = values.filter { $0 != 0 && !$0.isNaN && $0 > bound }.map(\.magnitude)
        return sizes.isEmpty ? nil : OrderStatistic.median(of: &sizes)
    }

    private func removeMissing(from series: inout MainSeries) {
        let missing = series.values.indices.filter { series.values[$0].isNaN }
        guard let first = missing.first else { return }
        let leading = series.values.prefix { $0.isNaN }.count
        if raw.content == .returns, leading > 0 { series.startTimestamp = series.timestamps[leading - 1] }
        let all = series
        let present = all.values.indices.filter { !all.values[$0].isNaN }
        series.timestamps = TimeAxis(present.lazy.map { all.timestamps[$0] })
        series.lines = present.map { all.lines[$0] }
        series.values = present.map { all.values[$0] }
        // The one cell that pct_change leaves empty is where the run starts, and nothing is missing.
        guard series.startTimestamp == nil || missing.count > 1 else { return }
        log.add(
            .missingValues(
                raw.file, raw.column, missing.count, of: all.values.count, line: Int(all.lines[first]),
                isEquity: raw.content == .levels))
    }
}
