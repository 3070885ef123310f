import RunModel
import Series
import SystemFiles

extension RunAssembly {
    /// The parts of a run beside its series, once clock, curve and calendar are known.
    struct Parts {
        let assembly: RunAssembly
        let clock: WallClock
        let curve: AccountCurve
        let pattern: StampPattern
        let calendar: TradingCalendar
        /// Stamps of the run's file whose return is missing.
        let missingReturns: [Timestamp]
        /// What the stamps of the run's file stand for.
        let meaning: StampMeaning
        /// The first and the last stamp of the whole series, whatever part of it is looked at.
        let ends: (first: Timestamp, last: Timestamp)
        var raw: RawRun { assembly.raw }
        var options: RunOptions { assembly.options }
        var log: ReadingLog { assembly.log }

        init(
            assembly: RunAssembly, clock: WallClock, curve: AccountCurve, pattern: StampPattern,
            calendar: TradingCalendar, missingReturns: [Timestamp], meaning: StampMeaning,
            ends: (first: Timestamp, last: Timestamp)
        ) {
            self.assembly = assembly
            self.clock = clock
            self.curve = curve
            self.pattern = pattern
            self.calendar = calendar
            self.missingReturns = missingReturns
            self.meaning = meaning
            self.ends = ends
        }
    }
}

// MARK: Risk-free rate

extension RunAssembly.Parts {
    /// The rate of METRICS where nobody says another.
    static let defaultRate = 0.02

    /// The option's rate, else the run's series, else its number, else 2 % a year.
    func riskFree() throws(RunError) -> RiskFreeRate {
        var series = raw.riskFree
        switch options.riskFree {
        case .annual(let rate): return .annual(rate)
        case .file(let path):
            let bytes = try assembly.source.outsideBytes(path, role: "risk-free rate")
            series = try RiskFreeReader.read(TableFile(name: FileSystem.name(of: path), bytes: bytes, log: log))
            try log.checkpoint()
        case nil: break
        }
        let fallback = RiskFreeRate.annual(raw.description.riskFree ?? Self.defaultRate)
        guard let series else { return fallback }
        return try aligned(series) ?? fallback
    }

    private func aligned(_ series: RawSeries) throws(RunError) -> RiskFreeRate? {
        let checked = try SeriesCheck(raw: series, clock: clock, log: log).read()
        let alignment = RiskFreeAlignment(
            series: checked.placed(StampMeaning(checked.allStamps, content: series.content)), content: series.content,
            run: curve, runPattern: pattern, calendar: calendar)
        let (rates, covered) = alignment.perPeriod()
        guard covered == curve.returns.count else {
            log.add(.rateCoverage(series.file, covered, of: curve.returns.count))
            return nil
        }
        if let note = alignment.note(series.file) { log.note(note) }
        return .perPeriod(rates, name: series.file)
    }
}

// MARK: Trades and positions

extension RunAssembly.Parts {
    /// The round trips of the whole run with their lines, whatever part of it is looked at; nil where none are recorded.
    func tradeRows() -> [RawTrades.Row]? {
        raw.trades.map { TradeAssembly(raw: $0, clock: clock, equity: whole, log: log).sortedRows() }
    }

    /// The trades of the part that is looked at.
    func trades(_ rows: [RawTrades.Row]) -> [Trade] {
        let all = rows.map(\.trade)
        guard options.from != nil || options.to != nil else { return all }
        let kept = all.filter { isInRange($0.exit.date) }
        log.note("\(kept.count) of \(Phrase.count(all.count, "trade")) exit between the dates of the options.")
        return kept
    }

    /// Trades are judged against the whole run, whatever part of it is looked at.
    private var whole: TimeSeries {
        TimeSeries(stamps: [min(ends.first, curve.equity.stamps[0]), ends.last], values: [1, 1])
    }

    private func isInRange(_ date: CalendarDate) -> Bool {
        (options.from.map { date >= $0 } ?? true) && (options.to.map { date <= $0 } ?? true)
    }

    /// The positions of the whole run; nil where none are recorded.
    func wholePositions() throws(RunError) -> PositionHistory? {
        guard let rawPositions = raw.positions else { return nil }
        return try PositionAssembly(raw: rawPositions, clock: clock, log: log).positions().placed(meaning)
    }

    /// The positions of the part that is looked at; nil where there are none.
    func positions(_ whole: PositionHistory) -> PositionHistory? {
        let part = whole.slice(from: options.from, to: options.to)
        return part.stamps.isEmpty ? nil : part
    }
}
