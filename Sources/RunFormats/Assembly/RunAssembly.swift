import Formatting
import RunModel
import Series

/// Turns what a reader found into a checked ``Run``: clock, series, calendar, benchmark, trades, positions, findings.
struct RunAssembly {
    let raw: RawRun
    let source: RunSource
    let options: RunOptions
    var log: ReadingLog { source.log }

    func run() throws(RunError) -> Run {
        // All cells of all files have been looked at by now: what is wrong with them is told at once.
        try log.checkpoint()
        try checkOptions()
        let zone = try timeZone()
        let clock = WallClock(main: raw.main.stamps, declared: zone)
        if let note = clock.note { log.note(note) }
        let checked = try SeriesCheck(raw: raw.main, clock: clock, log: log, isMain: true).read()
        let meaning = StampMeaning(checked.allStamps, content: raw.main.content)
        if let finding = meaning.finding(raw.main.file) { log.add(finding) }
        let series = checked.placed(meaning)
        // A return that loses everything is a whole run.
        let fewest = series.endsInRuin && (raw.main.content == .returns || capital != nil) ? 1 : 2
        guard series.values.count >= fewest, series.allStamps.count >= 2 else {
            throw log.fail(Words.tooFewRows(raw.main.file, series.values.count))
        }
        let pattern = StampPattern(series.allStamps)
        let judgement = CalendarInference.judge(pattern, stamps: series.stamps, declared: try declaredCalendar())
        let calendar = judgement.calendar
        if let sight = judgement.sight { log.add(sight.finding(raw.main.file, raw.main.stampColumn)) }
        let whole = curve(series, PeriodBefore(pattern: pattern, cadence: calendar.cadence))
        if let line = whole.lineOutOfRange { throw log.fail(Words.outOfRange(raw.main.file, line, raw.main.column)) }
        let curve = try sliced(whole)
        check(series, curve, pattern, periods: calendar.periodsPerYear)
        let ends = (series.allStamps[0], series.allStamps[series.allStamps.count - 1])
        let parts = Parts(
            assembly: self, clock: clock, curve: curve, pattern: pattern, calendar: calendar,
            missingReturns: raw.main.content == .returns ? series.missingStamps : [], meaning: meaning, ends: ends)
        let benchmark = try parts.benchmark()
        let riskFree = try parts.riskFree()
        let tradeRows = parts.tradeRows()
        let positions = try parts.wholePositions()
        try log.checkpoint()
        let reconciliation = Reconciler(
            RunEvidence(
                raw: raw, account: whole, moneyIsKnown: !whole.equityIsDerived || capital != nil,
                isIntraday: pattern.isIntraday, trades: tradeRows, positions: positions, benchmark: benchmark,
                clock: clock), log: log
        ).reconciliation()
        checkOutOfSample(curve)
        var run = Run(
            identity: identity, equity: curve.equity, equityIsDerived: curve.equityIsDerived,
            baselineIsAdded: curve.baselineIsAdded, returns: curve.returns, calendar: calendar, currency: currency,
            initialCapital: initialCapital(curve), timeZone: timeZone(clock), benchmark: benchmark,
            riskFree: riskFree, trades: tradeRows.map(parts.trades), positions: positions.flatMap(parts.positions),
            costs: raw.description.costs,
            trials: raw.description.trials, outOfSampleStart: raw.description.outOfSampleStart,
            provenance: provenance, findings: Self.sorted(log.findings))
        run.reconciliation = reconciliation
        run.trialRatios = raw.description.trialRatios
        run.equityDigits = raw.main.content == .levels ? raw.main.digits : nil
        return run
    }

    /// By file, then line; what concerns the whole run comes last. The sort is stable.
    private static func sorted(_ findings: [Finding]) -> [Finding] {
        findings.sorted { left, right in
            let (leftFile, rightFile) = (left.file ?? "\u{10FFFF}", right.file ?? "\u{10FFFF}")
            if leftFile != rightFile { return leftFile.utf8.lexicographicallyPrecedes(rightFile.utf8) }
            return (left.row ?? .max) < (right.row ?? .max)
        }
    }

    // MARK: Series

    var capital: Double? { options.initialCapital ?? raw.description.initialCapital }

    private func curve(_ series: MainSeries, _ before: PeriodBefore) -> AccountCurve {
        guard raw.main.content == .levels else {
            let curve = AccountCurve.fromReturns(series, capital: capital, before: before.callAsFunction)
            log.note(
                "Equity was compounded from the returns on \(capital.map { Words.number($0) } ?? "1").")
            let start = curve.equity.stamps[0]
            log.note(
                curve.baselineIsAdded
                    ? "A start value was added at \(start), one period before the first return."
                    : "The first return is missing, so the run starts at \(start).")
            return curve
        }
        let curve = AccountCurve.fromLevels(series, capital: capital, before: before.callAsFunction)
        if curve.baselineIsAdded, let capital {
            let start = curve.equity.stamps[0]
            log.note("The initial capital was added at \(start), one period before the first equity.")
            let first = series.values[0]
            if (first / capital - 1).magnitude > 0.5 {
                log.add(Words.capitalMismatch(raw.main.file, capital, first))
            }
        } else {
            log.note("The first equity point is the start value; the first return is that of the second point.")
        }
        return curve
    }

    private func sliced(_ whole: AccountCurve) throws(RunError) -> AccountCurve {
        guard options.from != nil || options.to != nil else { return whole }
        guard let part = whole.slice(from: options.from, to: options.to, capital: capital) else {
            let stamps = whole.returns.stamps
            throw log.fail(Words.emptyRange(stamps[0].description, stamps[stamps.count - 1].description))
        }
        log.note(
            "Cut to \(part.returns.stamps[0]) to \(part.returns.stamps[part.returns.count - 1]), as the options say; "
                + "the value before is the start value.")
        return part
    }

    private func check(_ series: MainSeries, _ curve: AccountCurve, _ pattern: StampPattern, periods: Double) {
        let (file, column) = (raw.main.file, raw.main.column)
        let threshold = options.spikeThreshold ?? (pattern.isIntraday ? 30 : 15)
        let outliers = OutlierCheck(
            curve: curve, file: file, column: column, threshold: threshold, holdsLevels: raw.main.content == .levels)
        // A ruin is the farthest outlier, and is told already.
        if !series.endsInRuin, let finding = outliers.finding() { log.add(finding) }
        if raw.main.content == .returns, !series.endsInRuin,
            let finding = ReturnSizeCheck(curve: curve, file: file, column: column, periodsPerYear: periods).finding()
        {
            log.add(finding)
        }
        let gaps = GapCheck(
            stamps: series.allStamps, lines: series.allLines, pattern: pattern, file: file,
            column: raw.main.stampColumn)
        for finding in gaps.findings(today: options.today) { log.add(finding) }
    }

    /// A date that leaves one of the parts empty parts nothing.
    private func checkOutOfSample(_ curve: AccountCurve) {
        let stamps = curve.returns.stamps
        guard let start = raw.description.outOfSampleStart, let first = stamps.first, let last = stamps.last,
            start <= first.date || start > last.date
        else { return }
        log.add(Words.outOfSampleOutside(start, first.date, last.date))
    }
}

// MARK: What is declared

extension RunAssembly {
    private func checkOptions() throws(RunError) {
        if let capital = options.initialCapital, !(capital > 0 && capital.isFinite) {
            throw log.fail(Words.badOption("--initial-capital", "must be above 0", "give the account's start value"))
        }
        if let periods = options.periodsPerYear, !(periods > 0 && periods.isFinite) {
            throw log.fail(Words.badOption("--periods-per-year", "must be above 0", "give a number such as 252"))
        }
        if case .annual(let rate) = options.riskFree, !(rate > -1 && rate.isFinite) {
            throw log.fail(Words.badOption("--rf", "must be above -1", "give a fraction per year such as 0.02"))
        }
        if let from = options.from, let to = options.to, from > to {
            throw log.fail(Words.badOption("--from", "\(from) is after --to \(to)", "swap the dates"))
        }
    }

    private func timeZone() throws(RunError) -> TimeZoneRules? {
        guard let name = options.timeZone ?? raw.description.timeZone else { return nil }
        if let zone = TimeZoneRules.named(name) { return zone }
        let place = options.timeZone == nil ? "run.json" : "--time-zone"
        throw log.fail(
            Words.unknownTimeZone(place, name, NearestMatch.of(name, in: ["UTC"] + TimeZoneRules.knownNames())))
    }

    /// An option of either kind puts both fields of the run's file aside.
    private func declaredCalendar() throws(RunError) -> CalendarInference.Declaration {
        let isOption = options.calendar != nil || options.periodsPerYear != nil
        let name = isOption ? options.calendar : raw.description.calendar
        let periods = isOption ? options.periodsPerYear : raw.description.periodsPerYear
        guard let name else { return .init(calendar: nil, periodsPerYear: periods) }
        guard let entry = CalendarCatalogue.entry(name) else {
            let known = CalendarCatalogue.allNames
            throw log.fail(
                Words.unknownCalendar(
                    isOption ? "--calendar" : "run.json", name, NearestMatch.of(name, in: known)))
        }
        return .init(calendar: entry, periodsPerYear: periods)
    }

    private func timeZone(_ clock: WallClock) -> Given<String> {
        guard let (name, isDeclared) = clock.zoneName else { return .absent }
        return isDeclared ? .given(name) : .derived(name, "offsets of the stamps")
    }

    private var currency: Given<String> {
        (options.currency ?? raw.description.currency).map { .given($0) } ?? .absent
    }

    private func initialCapital(_ curve: AccountCurve) -> Given<Double> {
        if options.from != nil, capital != nil || !curve.equityIsDerived {
            return .derived(curve.equity.values[0], "equity before the first date")
        }
        if let capital { return .given(capital) }
        return curve.equityIsDerived ? .absent : .derived(curve.equity.values[0], "first equity point")
    }

    /// Which fields of the run somebody gave.
    var declared: Inspection.Declared {
        Inspection.Declared(
            id: raw.format == "native run folder" && raw.description.id != nil,
            engine: raw.engine != raw.format || raw.isOfEngine,
            riskFree: options.riskFree != nil || raw.description.riskFree != nil)
    }

    private var identity: RunIdentity {
        let description = raw.description
        let id = RunID.sanitised(description.id ?? source.runName)
        var strategy = description.strategy
        if strategy.value == nil { strategy = .derived(id, "name of the run") }
        return RunIdentity(
            id: id, strategy: strategy, version: description.version, engine: raw.engine,
            created: description.created, parameters: description.parameters, sectors: description.sectors)
    }

    private var provenance: Provenance {
        Provenance(
            format: raw.format, recognisedBy: raw.recognisedBy,
            files: log.files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }, notes: log.notes)
    }
}

/// Names of runs, which become names of files.
enum RunID {
    /// Without separators, characters that act on terminals and file managers, and a leading dot, dash or space, which
    /// would hide the file or make it look like an option; at most 120 bytes; `run` where nothing visible is left.
    static func sanitised(_ text: String) -> String {
        var id = ""
        for character in text {
            let acts = character.unicodeScalars.contains(where: PrintableText.acts)
            let safe: Character = acts || character == "/" || character == "\\" ? "-" : character
            guard id.utf8.count + String(safe).utf8.count <= 120 else { break }
            id.append(id.isEmpty && (safe == "." || safe == "-") ? "_" : safe)
        }
        return id.allSatisfy(\.isWhitespace) ? "run" : id
    }

    /// A label as a part of a name: runs of characters that shells and file managers act on become one dash.
    ///
    /// `(8, 21)` is `8-21`.
    static func word(_ label: String) -> String {
        label.split { !($0.isLetter || $0.isNumber || "._+-".contains($0)) }.joined(separator: "-")
    }
}
