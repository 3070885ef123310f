import RunModel
import Series

/// MetaTrader 4: the report of a strategy test, `StrategyTester.htm` (FORMATS.md, section 10).
enum MetaTrader4Reader: RunFormatReader {
    static let format = "MetaTrader 4"

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        let files = folder.documents([".htm", ".html"]).filter { name in
            folder.statement(of: name).flatMap(MetaTrader4Report.init) != nil
        }
        guard !files.isEmpty else { return nil }
        let results = files.map { FoundRun.ResultFile(stem: RunSource.stem(of: $0), name: $0, labels: []) }
        return Recognition(because: "title Strategy Tester, symbol and period", runs: FoundRun.named(results))
    }

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let (source, file) = (folder.source, found.file ?? "")
        let log = source.log
        let statement = try source.statement(of: file, role: "report")
        guard let report = statement.flatMap(MetaTrader4Report.init) else { throw log.fail(.unknownFormat(file)) }
        guard let deposit = report.deposit ?? options.initialCapital, deposit > 0 else {
            throw log.fail(.noCapital(file, "the report has no initial deposit above 0"))
        }
        let events = report.events(file, log)
        try log.checkpoint()
        guard !events.isEmpty || report.period != nil else { throw log.fail(.noRows(file)) }
        let digits = StatementNumber.digits(report.balances)
        check(events, report, deposit, file, log)
        var run = RawRun(
            format: format, engine: format, isOfEngine: true,
            main: account(events, report, deposit, file, digits).series())
        run.description = description(report, deposit)
        let trades = MetaTrader4Trades(report: report, file: file, log: log, digits: digits).read(events)
        run.trades = trades
        run.reported = report.statistics(file, hasOpen: trades.rows.contains { $0.trade.isOpen })
        if options.timeZone == nil {
            log.note("Times of \(file) are those of the broker's server, whose zone is not in the file.")
        }
        log.add(.realisedEquity(file))
        return run
    }

    /// The balance behind each row that closes something.
    private static func account(
        _ events: [MetaTrader4Report.Event], _ report: MetaTrader4Report, _ deposit: Double, _ file: String,
        _ digits: WrittenDigits?
    ) -> BookedAccount {
        let bookings = events.compactMap { event in
            event.result.map { BookedAccount.Booking(wall: event.wall, balance: $0.balance, line: event.line) }
        }
        let days = events.map { Timestamp(milliseconds: $0.wall).date.day }
        let traded = (days.min() ?? 0)...(days.max() ?? 0)
        return BookedAccount(
            file: file, column: "Balance", timestampColumn: "Time", start: deposit, bookings: bookings.sortedByTime,
            span: report.period?.days ?? traded, digits: digits)
    }

    /// Each balance is the one before and the profit; all profits are the report's own.
    private static func check(
        _ events: [MetaTrader4Report.Event], _ report: MetaTrader4Report, _ deposit: Double, _ file: String,
        _ log: ReadingLog
    ) {
        // Both are rounded to cents, the balance from what is not shown.
        let cent = 0.0151
        var balance = deposit
        var wrong = [(line: Int, moved: Double, booked: Double)]()
        for event in events {
            guard let result = event.result else { continue }
            let moved = result.balance - balance
            if (moved - result.profit).magnitude > cent { wrong.append((event.line, moved, result.profit)) }
            balance = result.balance
        }
        if let first = wrong.first {
            log.add(.bookingContradicted(file, first.line, moved: first.moved, booked: first.booked, wrong.count))
        }
        if let net = report.netProfit, (net.value - (balance - deposit)).magnitude > cent {
            log.add(.totalContradicted(file, net.line, "the net profit", total: net.value, sum: balance - deposit))
        }
    }

    private static func description(_ report: MetaTrader4Report, _ deposit: Double) -> RunDescription {
        var description = RunDescription()
        description.strategy = .given(report.expert)
        description.initialCapital = deposit
        let settings: [(String, String?)] = [
            ("Symbol", report.symbol), ("Period", report.periodText), ("Model", report.model),
            ("Spread", report.spread),
        ]
        description.parameters = settings.compactMap { name, value in value.map { RunParameter(name: name, value: $0) }
        }
        description.parameters += report.inputs
        return description
    }
}
