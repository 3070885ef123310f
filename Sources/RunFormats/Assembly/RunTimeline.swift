import RunModel
import Series

/// The clock, the calendar and the curve of a run: what every other part of it is placed on.
struct RunTimeline {
    /// On which all timestamps are read.
    let clock: WallClock
    /// What the timestamps of the run's file stand for.
    let meaning: TimestampMeaning
    /// The run's checked series at its moments.
    let series: MainSeries
    /// How the timestamps follow each other.
    let pattern: TimestampPattern
    /// What a year of observations is.
    let calendar: TradingCalendar
    /// Equity and returns of the whole file.
    let whole: AccountCurve
    /// The part of them between `--from` and `--to`.
    let curve: AccountCurve
    /// Timestamps of the run's file whose return is missing.
    let missingReturns: [Timestamp]

    /// The first and the last timestamp of the whole file, whatever part of it is looked at.
    var ends: (first: Timestamp, last: Timestamp) {
        (series.allTimestamps[0], series.allTimestamps[series.allTimestamps.count - 1])
    }
}

extension RunTimeline: CustomStringConvertible {
    /// `2011-01-03 to 2012-12-31: 502 points of 502, xnys, daily, 252 a year`.
    var description: String {
        let timestamps = curve.equity.timestamps
        let span = "\(timestamps[0]) to \(timestamps[timestamps.count - 1])"
        let points = "\(timestamps.count) points of \(whole.equity.count)"
        return "\(span): \(points), \(calendar.name), \(pattern.cadence.rawValue), "
            + "\(Phrase.number(calendar.periodsPerYear)) a year"
    }
}

/// Makes a run's timeline of its main series: phase one of the assembly.
struct TimelineAssembly {
    let raw: RawRun
    let declarations: RunDeclarations
    private var log: ReadingLog { declarations.log }
    private var options: RunOptions { declarations.options }
    private var capital: Double? { declarations.capital }

    init(raw: RawRun, declarations: RunDeclarations) {
        self.raw = raw
        self.declarations = declarations
    }

    /// The timeline; throws where the series is none, or nothing of it lies between the dates of the options.
    func value() throws(RunError) -> RunTimeline {
        let clock = WallClock(main: raw.main.timestamps, declared: try declarations.timeZone())
        if let note = clock.note { log.note(note) }
        let (series, meaning) = try series(clock)
        let pattern = TimestampPattern(series.allTimestamps)
        let calendar = try calendar(pattern, series)
        let whole = curve(series, PeriodBefore(pattern: pattern, cadence: calendar.cadence))
        if let line = whole.lineOutOfRange { throw log.fail(.outOfRange(raw.main.file, line, raw.main.column)) }
        return RunTimeline(
            clock: clock, meaning: meaning, series: series, pattern: pattern, calendar: calendar, whole: whole,
            curve: try sliced(whole),
            missingReturns: raw.main.content == .returns ? series.missingTimestamps : [])
    }

    /// The checked series at the moments that its timestamps stand for.
    private func series(_ clock: WallClock) throws(RunError) -> (MainSeries, TimestampMeaning) {
        let checked = try SeriesCheck(raw: raw.main, clock: clock, log: log, isMain: true).read()
        let meaning = TimestampMeaning(
            checked.allTimestamps, content: raw.main.content, areInstants: raw.main.timestamps.offsets != .none)
        if let finding = meaning.finding(raw.main.file) { log.add(finding) }
        let series = checked.placed(meaning)
        // A return that loses everything is a whole run.
        let fewest = series.endsInRuin && (raw.main.content == .returns || capital != nil) ? 1 : 2
        guard series.values.count >= fewest, series.allTimestamps.count >= 2 else {
            throw log.fail(.tooFewRows(raw.main.file, series.values.count))
        }
        return (series, meaning)
    }

    private func calendar(_ pattern: TimestampPattern, _ series: MainSeries) throws(RunError) -> TradingCalendar {
        let judgement = CalendarInference.judge(
            pattern, timestamps: series.timestamps, declared: try declarations.calendar())
        if let sight = judgement.sight { log.add(sight.finding(raw.main.file, raw.main.timestampColumn)) }
        return judgement.calendar
    }

    private func curve(_ series: MainSeries, _ before: PeriodBefore) -> AccountCurve {
        guard raw.main.content == .levels else {
            let curve = AccountCurve.fromReturns(series, capital: capital, before: before.callAsFunction)
            log.note(
                "Equity was compounded from the returns on \(capital.map { Phrase.number($0) } ?? "1").")
            let start = curve.equity.timestamps[0]
            log.note(
                curve.baselineIsAdded
                    ? "A start value was added at \(start), one period before the first return."
                    : "The first return is missing, so the run starts at \(start).")
            return curve
        }
        let curve = AccountCurve.fromLevels(
            series, capital: capital, standsBefore: raw.description.capitalStandsBefore, before: before.callAsFunction)
        if curve.baselineIsAdded, let capital {
            let start = curve.equity.timestamps[0]
            log.note("The initial capital was added at \(start), one period before the first equity.")
            let first = series.values[0]
            if (first / capital - 1).magnitude > 0.5 {
                log.add(.capitalMismatch(raw.main.file, capital, first))
            }
        } else {
            log.note("The first equity point is the start value; the first return is that of the second point.")
        }
        return curve
    }

    private func sliced(_ whole: AccountCurve) throws(RunError) -> AccountCurve {
        guard options.from != nil || options.to != nil else { return whole }
        guard let part = whole.slice(from: options.from, to: options.to, capital: capital) else {
            let timestamps = whole.returns.timestamps
            throw log.fail(.emptyRange(timestamps[0].description, timestamps[timestamps.count - 1].description))
        }
        log.note(
            "Cut to \(part.returns.timestamps[0]) to \(part.returns.timestamps[part.returns.count - 1]), as the options say; "
                + "the value before is the start value.")
        return part
    }
}
