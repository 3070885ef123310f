import Formatting
import RunModel
import Series

/// Turns what a reader found into a checked ``Run``: first the timeline, then each part on it, then what they say of each
/// other.
///
/// A part of a run has a file and a type here, `BenchmarkAssembly` and the like, with a function `value()`.
struct RunAssembly {
    let raw: RawRun
    let source: RunSource
    let options: RunOptions
    var log: ReadingLog { source.log }
    private var declarations: RunDeclarations {
        RunDeclarations(description: raw.description, options: options, log: log)
    }

    init(raw: RawRun, source: RunSource, options: RunOptions) {
        (self.raw, self.source, self.options) = (raw, source, options)
    }

    /// The run; throws with everything that was found where one of the findings is an error.
    func run() throws(RunError) -> Run {
        // All cells of all files have been looked at by now: what is wrong with them is told at once.
        try log.checkpoint()
        try declarations.checkOptions()
        let timeline = try TimelineAssembly(raw: raw, declarations: declarations).value()
        let check = TimelineCheck(raw: raw, timeline: timeline, declarations: declarations)
        check.tell()
        var raw = raw
        let orders = OrderAssembly(raw, clock: timeline.clock, log: log)
        raw.fills = orders?.fills(raw.fills) ?? raw.fills
        let fills = FillAssembly(raw, clock: timeline.clock, options: options, log: log)
        raw.trades = fills?.trades() ?? raw.trades
        let parts = RunParts(raw: raw, timeline: timeline, source: source, options: options)
        let benchmark = try BenchmarkAssembly(parts).value()
        let riskFree = try RiskFreeAssembly(parts).value()
        var trades = TradeAssembly(parts)?.value()
        let positions = try PositionAssembly(parts)?.value()
        let prices = PriceAssembly(parts)?.value(traded: Self.traded(trades, fills, positions))
        if let prices { trades = trades.map(ExcursionAssembly(prices: prices, log: log).filled) }
        let (factors, segments) = (try FactorAssembly(parts).value(), try SegmentAssembly(parts).value())
        try log.checkpoint()
        let reconciliation = reconciliation(parts, benchmark, trades, positions)
        check.tellOutOfSample()
        let margin = margin(timeline)
        var run = run(
            timeline, benchmark: benchmark, riskFree: riskFree, trades: trades.map(parts.inRange),
            positions: positions.flatMap(parts.inRange), reconciliation: reconciliation)
        run.fills = fills.map { parts.inRange($0.rows) }
        run.orders = orders.map { parts.inRange($0) }
        run.margin = margin
        run.factors = factors
        run.segments = segments
        run.reported = raw.reported
        let questions = QuestionAssembly(parts)
        run.stressPeriods = try questions.stressPeriods()
        run.regimes = try questions.regimes()
        run.limits = try questions.limits()
        run.prices = prices
        run.scenarios = try questions.scenarios(run)
        // What was found in the scenarios came after all else.
        if !run.scenarios.isEmpty { (run.findings, run.provenance) = (Self.sorted(log.findings), provenance) }
        return run
    }

    /// The names of everything that was traded or held, each once, in alphabetical order.
    private static func traded(
        _ trades: [RawTrades.Row]?, _ fills: FillAssembly?, _ positions: PositionHistory?
    ) -> [String] {
        var names = Set((trades ?? []).map(\.trade.symbol) + (fills?.rows ?? []).map(\.fill.symbol))
        if let positions, !positions.areClasses { names.formUnion(positions.symbols) }
        return names.filter { !$0.isEmpty }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// What was set aside for positions, as shares of the account.
    private func margin(_ timeline: RunTimeline) -> MarginUse? {
        guard let margin = raw.margin else { return nil }
        let isKnown = !timeline.whole.equityIsDerived || declarations.capital != nil
        let use = margin.use(timeline.clock, timeline.whole, moneyIsKnown: isKnown)
        if use == nil {
            log.note("\(margin.file) gives margin in money, and the account's value in money is not known: not used.")
        }
        return use
    }

    private func reconciliation(
        _ parts: RunParts, _ benchmark: Benchmark?, _ trades: [RawTrades.Row]?, _ positions: PositionHistory?
    ) -> Reconciliation {
        let timeline = parts.timeline
        let evidence = RunEvidence(
            raw: parts.raw, account: timeline.whole,
            moneyIsKnown: !timeline.whole.equityIsDerived || declarations.capital != nil,
            isIntraday: timeline.pattern.isIntraday, trades: trades, positions: positions, benchmark: benchmark,
            clock: timeline.clock)
        return Reconciler(evidence, log: log).reconciliation()
    }

    private func run(
        _ timeline: RunTimeline, benchmark: Benchmark?, riskFree: RiskFreeRate, trades: [Trade]?,
        positions: PositionHistory?, reconciliation: Reconciliation
    ) -> Run {
        let (curve, description) = (timeline.curve, raw.description)
        return Run(
            identity: identity, equity: curve.equity, equityIsDerived: curve.equityIsDerived,
            equityDigits: raw.main.content == .levels ? raw.main.digits : nil, baselineIsAdded: curve.baselineIsAdded,
            returns: curve.returns, calendar: timeline.calendar, currency: declarations.currency,
            initialCapital: initialCapital(curve), timeZone: timeZone(timeline.clock), benchmark: benchmark,
            riskFree: riskFree, trades: trades, positions: positions, instruments: instruments(trades),
            costs: description.costs, trials: description.trials, trialRatios: description.trialRatios,
            outOfSampleStart: description.outOfSampleStart, provenance: provenance,
            findings: Self.sorted(log.findings), reconciliation: reconciliation)
    }

    /// By file, then line; what concerns the whole run comes last. The sort is stable.
    private static func sorted(_ findings: [Finding]) -> [Finding] {
        findings.sorted { left, right in
            let (leftFile, rightFile) = (left.file ?? "\u{10FFFF}", right.file ?? "\u{10FFFF}")
            if leftFile != rightFile { return leftFile.utf8.lexicographicallyPrecedes(rightFile.utf8) }
            return (left.row ?? .max) < (right.row ?? .max)
        }
    }
}

// MARK: What is known of the run beside its parts

extension RunAssembly {
    private func timeZone(_ clock: WallClock) -> Sourced<String> {
        guard let (name, isDeclared) = clock.zoneName else { return .absent }
        if options.timeZone == nil, let reason = raw.description.timeZoneReason { return .derived(name, reason) }
        return isDeclared ? .given(name) : .derived(name, "offsets of the timestamps")
    }

    private func initialCapital(_ curve: AccountCurve) -> Sourced<Double> {
        let capital = declarations.capital
        if options.from != nil, capital != nil || !curve.equityIsDerived {
            return .derived(curve.equity.values[0], "equity before the first date")
        }
        if let capital {
            guard let source = raw.description.capitalSource, options.initialCapital == nil else {
                return .given(capital)
            }
            return .derived(capital, source)
        }
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
            created: description.created, parameters: description.parameters)
    }

    /// What the description says of symbols, and the multipliers that all trades of one symbol share.
    private func instruments(_ trades: [Trade]?) -> [Instrument] {
        var known = [String: Instrument]()
        for instrument in raw.description.instruments { known[instrument.symbol] = instrument }
        for (symbol, multiplier) in Self.multipliers(trades ?? []) {
            known[symbol, default: Instrument(symbol: symbol)].multiplier = multiplier
        }
        return known.values.sorted { $0.symbol.utf8.lexicographicallyPrecedes($1.symbol.utf8) }
    }

    /// The multiplier of each symbol whose trades have one other than 1, and the same in all of them.
    private static func multipliers(_ trades: [Trade]) -> [String: Double] {
        var multipliers = [String: Double]()
        var differing = Set<String>()
        for trade in trades {
            if let known = multipliers[trade.symbol], known != trade.multiplier { differing.insert(trade.symbol) }
            multipliers[trade.symbol] = trade.multiplier
        }
        return multipliers.filter { $0.value != 1 && !differing.contains($0.key) && !$0.key.isEmpty }
    }

    private var provenance: Provenance {
        Provenance(
            format: raw.format, recognisedBy: raw.recognisedBy,
            files: log.files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }, notes: log.notes)
    }
}
