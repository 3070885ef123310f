import Containers
import RunModel
import Series

/// Puts a run of LEAN together: account, benchmark, trades, fills, and what the engine says of it.
struct LeanRun {
    private let files: LeanFiles
    private let source: RunSource
    private let options: RunOptions
    private let result: LeanResult
    private let id: String
    private var log: ReadingLog { source.log }

    init(_ files: LeanFiles, id: String?, _ source: RunSource, _ options: RunOptions) throws(RunError) {
        (self.files, self.source, self.options) = (files, source, options)
        self.id = RunID.sanitised(id ?? source.runName)
        let bytes = try source.bytes(of: files.main, role: files.kind == .summary ? "summary" : "result")
        result = try LeanResult(bytes, file: files.main, log: source.log)
    }

    func read() throws(RunError) -> RawRun {
        var symbols = LeanSymbols()
        let orders = LeanOrders(result.document, &symbols)
        let trades = try trades(&symbols, orders)
        let account = try account(symbols)
        tellOutcome()
        var run = RawRun(
            format: LeanReader.format, engine: LeanReader.format, isOfEngine: true, main: account.equity)
        run.recognisedBy = LeanReader.because(files.kind) + "; " + result.dialect
        run.description = result.description(symbols)
        describe(account, &run.description)
        run.benchmark = account.benchmarkSeries
        tell(account)
        try addTrading(trades, orders, symbols, to: &run)
        addPositions(account, symbols, to: &run)
        run.margin = LeanMargin.margin(result.charts, file: result.file)
        run.reported = LeanStatistics(result).reported(account)
        if let end = result.endEquity { run.reportedEndValue = (end, result.file, "End Equity") }
        return run
    }

    private func account(_ symbols: LeanSymbols) throws(RunError) -> LeanAccount {
        let zone = try options.timeZone.map { name throws(RunError) in
            try RunDeclarations(description: RunDescription(), options: options, log: log).timeZone()
        }
        let account = LeanAccount(
            result.charts, file: result.file, zone: zone ?? nil,
            tradesAlways: symbols.tradesAlways)
        if let account { return account }
        var error = log.fail(.noLeanEquity(result.file, result.state.outcome, result.charts))
        error.failedRun = failedRun(symbols, error.findings)
        throw error
    }

    /// What is known of a run that left no account; nil where the engine completed it.
    private func failedRun(_ symbols: LeanSymbols, _ findings: [Finding]) -> FailedRun? {
        guard result.state.outcome != .completed else { return nil }
        let description = TextPolicy(log: log, file: result.file).applied(to: result.description(symbols))
        let identity = RunIdentity(
            id: id,
            strategy: description.strategy.value == nil ? .derived(id, "name of the run") : description.strategy,
            version: .absent, engine: LeanReader.format, created: description.created,
            parameters: description.parameters)
        return FailedRun(
            identity: identity, findings: findings,
            provenance: Provenance(
                format: LeanReader.format, recognisedBy: LeanReader.because(files.kind), files: log.files, notes: []))
    }

    private func describe(_ account: LeanAccount, _ description: inout RunDescription) {
        description.timeZone = account.zone.rules.name
        description.timeZoneReason = options.timeZone == nil ? account.zone.how : nil
        if account.sessions.week == .sundayEvenings { description.calendar = "fx" }
    }

    // MARK: What is told

    private func tellOutcome() {
        switch result.state.outcome {
        case .completed: break
        case .failed(let error): log.add(.failedRun(result.file, error))
        case .unfinished(let status): log.add(.unfinishedRun(result.file, status))
        }
    }

    private func tell(_ account: LeanAccount) {
        for note in account.notes { log.note(note) }
        if files.kind == .summary { log.add(.thinnedSeries(result.file)) }
        switch account.benchmark.fault {
        case .hasNoData?: log.add(.emptyLeanBenchmark(result.file))
        case .standsStill(let first, let last)?: log.add(.stillBenchmark(result.file, first, last))
        case nil: break
        }
    }

    // MARK: Trades and fills

    /// Those of the result, else of the table beside it.
    private func trades(_ symbols: inout LeanSymbols, _ orders: LeanOrders) throws(RunError) -> RawTrades? {
        let own = try LeanTrades(result.document, file: result.file, log: log)?.read(&symbols, orders)
        guard let name = files.trades else { return own }
        guard own?.rows.isEmpty ?? true else {
            log.note("\(name) repeats the trades of \(result.file) and was not read.")
            return own
        }
        return try LeanTables.trades(name, source)
    }

    private func addTrading(
        _ trades: RawTrades?, _ orders: LeanOrders, _ symbols: LeanSymbols, to run: inout RawRun
    ) throws(RunError) {
        guard !lacksBeginning(orders) else {
            log.note(
                "\(result.file) has the last orders of a run that went on, and no trades are made of a part of them.")
            return
        }
        var fills = try fills(orders, symbols)
        LeanMultipliers.settle(
            &fills.fills, trades: trades?.rows ?? [], symbols: symbols,
            charts: result.state.outcome == .completed ? result.charts : nil)
        run.trades = trades
        run.trades?.lacksOpen = true
        run.orders = orders.raw(file: result.file)
        if !fills.fills.isEmpty {
            let rows = fills.fills.map {
                RawFills.Row(fill: $0, time: WrittenTimestamp(wall: $0.time.milliseconds, offset: 0), line: 0)
            }
            run.fills = RawFills(file: fills.file, rows: rows, hasFees: fills.hasFees)
        } else if files.kind == .result, trades?.rows.isEmpty ?? true {
            run.trades = RawTrades(file: result.file, rows: [])
            log.add(.noTrades(result.file))
        }
    }

    /// While a run goes on, its file has the last hundred orders.
    private func lacksBeginning(_ orders: LeanOrders) -> Bool {
        guard case .unfinished = result.state.outcome, let first = orders.orders.first else { return false }
        return first.id != "1"
    }

    /// The fills of the order events, else those that the orders tell.
    private func fills(
        _ orders: LeanOrders, _ symbols: LeanSymbols
    ) throws(RunError) -> (fills: [Fill], file: String, hasFees: Bool) {
        guard let name = files.events else {
            if orders.orders.isEmpty, let table = files.orders {
                return (try LeanTables.fills(table, source).map(\.fill), table, false)
            }
            if orders.partlyFilled > 0 {
                log.note(
                    "\(Phrase.count(orders.partlyFilled, "order")) of \(result.file) were filled in part; how much is not "
                        + "said.")
            }
            return (orders.fills, result.file, false)
        }
        let events = LeanEvents(try list(name), symbols: symbols, orders: orders, currency: result.currency)
        if let foreign = events.foreignFees { log.add(.foreignFees(name, foreign.currency, foreign.count)) }
        return (events.fills, name, true)
    }

    private func addPositions(_ account: LeanAccount, _ symbols: LeanSymbols, to run: inout RawRun) {
        let fills = run.fills?.rows.map(\.fill) ?? []
        guard let positions = LeanPositions(result.charts, account, fills: fills, symbols: symbols) else {
            if !fills.isEmpty { log.note("\(result.file) has no exposure, so there are no positions.") }
            return
        }
        run.positions = positions.positions(run.main)
        log.note(
            "Positions are the file's exposure times the account, "
                + (positions.areClasses
                    ? "by class and side: what single symbols were worth is not in the file."
                    : "of the symbol that was held: never more than one of a class and side."))
    }

    private func list(_ name: String) throws(RunError) -> [JSONValue] {
        let bytes = try source.bytes(of: name, role: "order events")
        do throws(JSONError) {
            if case .array(let values) = try JSONReader.parse(bytes) { return values }
            return []
        } catch { throw log.fail(.badJSON(name, error)) }
    }
}
