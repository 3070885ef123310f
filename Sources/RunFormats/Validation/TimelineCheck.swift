import RunModel
import Series

/// Looks for values far outside, and for time that is not there, in a run's series.
struct TimelineCheck {
    let raw: RawRun
    let timeline: RunTimeline
    let declarations: RunDeclarations
    private var log: ReadingLog { declarations.log }
    private var options: RunOptions { declarations.options }

    init(raw: RawRun, timeline: RunTimeline, declarations: RunDeclarations) {
        (self.raw, self.timeline, self.declarations) = (raw, timeline, declarations)
    }

    /// Logs what is found.
    func tell() {
        checkValues()
        let gaps = GapCheck(
            timestamps: timeline.series.allTimestamps, lines: timeline.series.allLines, pattern: timeline.pattern,
            file: raw.main.file, column: raw.main.timestampColumn)
        for finding in gaps.findings(today: options.today) { log.add(finding) }
    }

    private func checkValues() {
        let (file, column, curve) = (raw.main.file, raw.main.column, timeline.curve)
        // A ruin is the farthest outlier, and is told already.
        guard !timeline.series.endsInRuin else { return }
        let chosen = options.thresholds.joined(with: raw.description.thresholds).returnSpike
        let threshold = chosen ?? (timeline.pattern.isIntraday ? 30 : 15)
        let outliers = OutlierCheck(
            curve: curve, file: file, column: column, threshold: threshold, holdsLevels: raw.main.content == .levels)
        if let finding = outliers.finding() { log.add(finding) }
        guard raw.main.content == .returns else { return }
        let sizes = ReturnSizeCheck(
            curve: curve, file: file, column: column, periodsPerYear: timeline.calendar.periodsPerYear)
        if let finding = sizes.finding() { log.add(finding) }
    }

    /// A date that leaves one of the parts empty parts nothing.
    func tellOutOfSample() {
        let timestamps = timeline.curve.returns.timestamps
        guard let start = raw.description.outOfSampleStart, let first = timestamps.first, let last = timestamps.last,
            start <= first.date || start > last.date
        else { return }
        log.add(.outOfSampleOutside(start, first.date, last.date))
    }
}
