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
        /// The first and the last stamp of the whole series, whatever part of it is looked at.
        let ends: (first: Timestamp, last: Timestamp)
        private var raw: RawRun { assembly.raw }
        private var options: RunOptions { assembly.options }
        private var log: ReadingLog { assembly.log }

        init(
            assembly: RunAssembly, clock: WallClock, curve: AccountCurve, pattern: StampPattern,
            calendar: TradingCalendar, ends: (first: Timestamp, last: Timestamp)
        ) {
            self.assembly = assembly
            self.clock = clock
            self.curve = curve
            self.pattern = pattern
            self.calendar = calendar
            self.ends = ends
        }
    }
}

// MARK: Benchmark

extension RunAssembly.Parts {
    /// The benchmark of the option, else of the run, aligned; nil where there is none or it does not fit.
    func benchmark() throws(RunError) -> Benchmark? {
        guard let series = try rawBenchmark() else { return nil }
        guard let returns = try benchmarkReturns(series) else { return nil }
        let other = StampPattern(returns.stamps)
        let fit = BenchmarkAlignment.fit(other, pattern)
        guard fit != .coarser else {
            log.add(Words.coarseBenchmark(series.file, other.cadence.rawValue, run: pattern.cadence.rawValue))
            return nil
        }
        let alignment = BenchmarkAlignment(
            name: benchmarkName(series), returns: returns, run: curve, runPattern: pattern,
            cadence: calendar.cadence)
        let benchmark = alignment.aligned(fit)
        guard benchmark.matchedReturns.allSatisfy(\.isFinite) else {
            throw log.fail(Words.outOfRange(series.file, Int(series.lines[0]), series.column))
        }
        try report(benchmark, series, fit)
        return benchmark
    }

    private func rawBenchmark() throws(RunError) -> RawSeries? {
        guard let option = options.benchmark else { return raw.benchmark }
        let bytes = try assembly.source.outsideBytes(option.path, role: "benchmark")
        let file = try TableFile(name: FileSystem.name(of: option.path), bytes: bytes, log: log)
        let expectation = SeriesFileReader.Expectation(isBenchmark: true, column: option.column)
        let series = try SeriesFileReader(file: file, expectation: expectation).read().main
        try log.checkpoint()
        return series
    }

    /// The benchmark's own returns; nil with a warning where it has fewer than two values.
    private func benchmarkReturns(_ raw: RawSeries) throws(RunError) -> TimeSeries? {
        let series = try SeriesCheck(raw: raw, clock: clock, log: log).read()
        guard series.values.count >= 2 else {
            log.add(Words.noBenchmarkValues(raw.file))
            return nil
        }
        guard raw.content == .levels else { return TimeSeries(stamps: series.stamps, values: series.values) }
        let levels = series.values
        let returns = levels.indices.dropFirst().map { levels[$0] / levels[$0 - 1] - 1 }
        if let index = returns.firstIndex(where: { !$0.isFinite }) {
            throw log.fail(Words.outOfRange(raw.file, Int(series.lines[index + 1]), raw.column))
        }
        return TimeSeries(stamps: Array(series.stamps.dropFirst()), values: returns)
    }

    /// The declared name, else a column's own name where it says more than `benchmark` or `close`.
    private func benchmarkName(_ series: RawSeries) -> String {
        if options.benchmark == nil, let name = raw.description.benchmarkName { return name }
        let column = options.benchmark?.column ?? ""
        if !column.isEmpty, ColumnNames.role(of: column) == nil { return column }
        let isOwnFile = options.benchmark != nil
        return isOwnFile ? RunSource.stem(of: series.file) : "Benchmark"
    }

    private func report(
        _ benchmark: Benchmark, _ series: RawSeries, _ fit: BenchmarkAlignment.Fit
    ) throws(RunError) {
        guard !benchmark.matchedRunIndices.isEmpty else {
            throw log.fail(Words.noOverlap(series.file, span(benchmark.returns), run: span(curve.returns)))
        }
        if fit == .finer { log.note("The benchmark is finer than the run and was compounded over its periods.") }
        if benchmark.unmatchedInRun + benchmark.unmatchedInBenchmark > 0 {
            log.add(
                Words.unmatched(
                    series.file, run: benchmark.unmatchedInRun, of: curve.returns.count,
                    benchmark: benchmark.unmatchedInBenchmark))
        }
    }

    private func span(_ series: TimeSeries) -> String {
        "\(series.stamps[0].date) to \(series.stamps[series.count - 1].date)"
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
            series: checked, content: series.content, run: curve, periodsPerYear: calendar.periodsPerYear)
        let (rates, covered) = alignment.perPeriod()
        guard covered == curve.returns.count else {
            log.add(Words.rateCoverage(series.file, covered, of: curve.returns.count))
            return nil
        }
        if series.content == .annualRates { log.note("Rates of \(series.file) hold until the next one.") }
        return .perPeriod(rates, name: series.file)
    }
}

// MARK: Trades and positions

extension RunAssembly.Parts {
    func trades() -> [Trade]? {
        guard let rawTrades = raw.trades else { return nil }
        let all = TradeAssembly(raw: rawTrades, clock: clock, equity: whole, log: log).trades()
        guard options.from != nil || options.to != nil else { return all }
        let kept = all.filter { isInRange($0.exit.date) }
        log.note("\(kept.count) of \(Words.count(all.count, "trade")) exit between the dates of the options.")
        return kept
    }

    /// Trades are judged against the whole run, whatever part of it is looked at.
    private var whole: TimeSeries {
        TimeSeries(stamps: [min(ends.first, curve.equity.stamps[0]), ends.last], values: [1, 1])
    }

    private func isInRange(_ date: CalendarDate) -> Bool {
        (options.from.map { date >= $0 } ?? true) && (options.to.map { date <= $0 } ?? true)
    }

    func positions() throws(RunError) -> PositionHistory? {
        guard let rawPositions = raw.positions else { return nil }
        let assembly = PositionAssembly(raw: rawPositions, clock: clock, log: log)
        let positions = try assembly.positions().slice(from: options.from, to: options.to)
        guard !positions.stamps.isEmpty else { return nil }
        if !curve.equityIsDerived || self.assembly.capital != nil {
            assembly.checkSum(positions, against: curve.equity, isIntraday: pattern.isIntraday)
        }
        return positions
    }
}
