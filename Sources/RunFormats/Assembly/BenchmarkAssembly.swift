import RunModel
import Series
import SystemFiles

/// Makes the benchmark of an option or of the run, on the run's moments.
struct BenchmarkAssembly {
    private let parts: RunParts
    private var raw: RawRun { parts.raw }
    private var timeline: RunTimeline { parts.timeline }
    private var options: RunOptions { parts.options }
    private var log: ReadingLog { parts.log }

    init(_ parts: RunParts) { self.parts = parts }

    /// The benchmark of the option, else of the run, aligned; nil where there is none or it does not fit.
    func value() throws(RunError) -> Benchmark? {
        guard let raw = try rawBenchmark() else {
            if let name = raw.description.benchmarkName {
                let isNative = raw.format == NativeFolderReader.format
                log.add(.benchmarkAbsent(isNative ? "run.json" : raw.main.file, name, options.library))
            }
            return nil
        }
        guard isUsable(raw), let moments = try benchmarkMoments(raw) else { return nil }
        // A benchmark beside the run's own values has its moments.
        let isBeside = moments.timestamps == timeline.series.allTimestamps
        let other = isBeside ? timeline.pattern : TimestampPattern(moments.timestamps)
        let fit = FrequencyFit(of: other, beside: timeline.pattern)
        guard fit != .coarser else {
            log.add(.coarseBenchmark(raw.file, other.cadence.rawValue, run: timeline.pattern.cadence.rawValue))
            return nil
        }
        let benchmark = BenchmarkAlignment(
            name: benchmarkName(raw), run: LevelMoments(timeline.curve, missing: timeline.missingReturns),
            benchmark: moments,
            runPattern: timeline.pattern, benchmarkPattern: other, runCalendar: timeline.calendar
        ).aligned(fit)
        guard benchmark.returns.values.allSatisfy(\.isFinite), benchmark.pairs.benchmarkReturns.allSatisfy(\.isFinite)
        else { throw log.fail(.outOfRange(raw.file, Int(raw.lines[0]), raw.column)) }
        return try report(benchmark, moments, raw, fit) ? benchmark : nil
    }

    private func rawBenchmark() throws(RunError) -> RawSeries? {
        guard let option = options.benchmark else {
            if let own = raw.benchmark { return own }
            return try named()
        }
        return try benchmark(at: try options.libraryPath(option.path, log: log), column: option.column)
    }

    /// The benchmark that the run names and the library has.
    private func named() throws(RunError) -> RawSeries? {
        guard let name = raw.description.benchmarkName, let path = options.libraryPath(of: name, log: log)
        else { return nil }
        log.note("The benchmark '\(name)' was found in the library, \(FileSystem.name(of: path)).")
        return try benchmark(at: path, column: nil)
    }

    private func benchmark(at path: String, column: String?) throws(RunError) -> RawSeries {
        let file = try parts.table(path, role: "benchmark")
        let expectation = SeriesFileReader.Expectation(isBenchmark: true, column: column)
        let series = try SeriesFileReader(file: file, expectation: expectation).read().main
        try log.checkpoint()
        return series
    }

    /// Levels at or below zero and total losses leave the benchmark out, never the run.
    private func isUsable(_ series: RawSeries) -> Bool {
        let bound = series.content == .levels ? 0.0 : -1.0
        let bad = series.values.indices.filter { series.values[$0] <= bound }
        guard let first = bad.first else { return true }
        let line = Int(series.lines[first])
        let all = series.values.count { !$0.isNaN }
        log.add(
            series.content == .levels
                ? Finding.nonpositiveBenchmark(series.file, series.column, bad: bad.count, of: all, line: line)
                : Finding.benchmarkTotalLoss(series.file, series.column, bad: bad.count, line: line))
        return false
    }

    /// The benchmark's levels at its moments; nil with a warning where it has fewer than two values.
    private func benchmarkMoments(_ raw: RawSeries) throws(RunError) -> LevelMoments? {
        let checked = try SeriesCheck(raw: raw, clock: timeline.clock, log: log).read()
        guard checked.values.count >= 2 else {
            log.add(.emptyBenchmark(raw.file))
            return nil
        }
        // What stands in the run's own rows is of the run's moments.
        let isBesideRun = raw.file == parts.raw.main.file
        let own = TimestampMeaning(
            checked.allTimestamps, content: raw.content, areInstants: raw.timestamps.offsets != .none)
        let meaning = isBesideRun ? timeline.meaning : own.ofBenchmark(beside: timeline.meaning, checked.allTimestamps)
        if !isBesideRun, let finding = meaning.finding(raw.file) { log.add(finding) }
        let series = checked.placed(meaning)
        let moments: LevelMoments
        if raw.content == .levels {
            moments = LevelMoments(levels: series, digits: raw.digits)
        } else {
            try checkKind(raw, series)
            let other = TimestampPattern(series.allTimestamps)
            let cadence = CalendarInference.infer(other, observed: series.timestamps).calendar.cadence
            let before = PeriodBefore(pattern: other, cadence: cadence)
            moments = LevelMoments(returns: series, start: series.startTimestamp ?? before(series.timestamps[0]))
        }
        guard let bad = moments.levels.indices.first(where: { !moments.isInRange($0) }) else { return moments }
        throw log.fail(.outOfRange(raw.file, Int(series.lines[min(bad, series.lines.count - 1)]), raw.column))
    }

    /// Returns that are all above a half are prices: read as returns they would give a number, and a wrong one.
    private func checkKind(_ raw: RawSeries, _ series: MainSeries) throws(RunError) {
        guard let smallest = series.values.min(), let largest = series.values.max(), smallest > 0.5 else { return }
        throw log.fail(.benchmarkLooksLikeLevels(raw.file, raw.column, smallest, largest))
    }

    /// The declared name, else a column's own name where it says more than `benchmark` or `close`.
    private func benchmarkName(_ series: RawSeries) -> String {
        if options.benchmark == nil, let name = raw.description.benchmarkName { return name }
        let column = options.benchmark?.column ?? ""
        if !column.isEmpty, ColumnNames.role(of: column) == nil { return column }
        let isOwnFile = options.benchmark != nil
        return isOwnFile ? RunSource.stem(of: series.file) : "Benchmark"
    }

    // MARK: What to say of it

    /// Says how the two fit; false where they do not.
    private func report(
        _ benchmark: Benchmark, _ moments: LevelMoments, _ series: RawSeries, _ fit: FrequencyFit
    ) throws(RunError) -> Bool {
        let curve = timeline.curve
        let (start, end) = (curve.equity.timestamps[0].date, curve.returns.timestamps[curve.returns.count - 1].date)
        guard benchmark.pairs.count > 0 else {
            let (first, last) = (moments.timestamps[0].date, moments.timestamps[moments.count - 1].date)
            guard last < start || first > end else {
                log.add(.benchmarkTooShort(series.file))
                return false
            }
            throw log.fail(.benchmarkWithoutOverlap(series.file, "\(first) to \(last)", run: "\(start) to \(end)"))
        }
        if fit == .finer {
            log.note("The benchmark is finer than the run: its level at each of the run's moments is taken.")
        }
        reportMatches(benchmark, series)
        if !(benchmark.reaches(back: start) && benchmark.reaches(forward: end)) {
            let span = "\(benchmark.firstDate) to \(benchmark.lastDate)"
            log.add(.partialBenchmark(series.file, span, run: "\(start) to \(end)"))
        }
        return true
    }

    private func reportMatches(_ benchmark: Benchmark, _ series: RawSeries) {
        let all = benchmark.matched + benchmark.unmatchedInRun
        if benchmark.unmatchedInRun + benchmark.unmatchedInBenchmark > 0 {
            log.add(
                .unmatchedMoments(
                    series.file, run: benchmark.unmatchedInRun, of: all, benchmark: benchmark.unmatchedInBenchmark))
        } else {
            log.note("The benchmark has a level at every one of the run's \(Phrase.count(all, "moment")).")
        }
        if benchmark.missingPairs > 0 {
            log.add(
                .missingBenchmarkReturns(
                    series.file, benchmark.missingPairs, of: benchmark.pairs.count + benchmark.missingPairs))
        }
    }
}

extension LevelMoments {
    /// Whether a level can be divided by, and a return computed with.
    func isInRange(_ index: Int) -> Bool {
        levels[index].isFinite && levels[index] > 0 && !value(index).isInfinite
    }
}
