import Containers
import RunModel
import Series

/// MetaTrader 5: the report of a strategy test, and the history of an account, as HTML or workbook (FORMATS.md, section 10).
///
/// What stands where is the same in every language, so nothing is read by its label.
enum MetaTrader5Reader: RunFormatReader {
    static let format = "MetaTrader 5"

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        var kinds = [MetaTrader5Report.Kind]()
        let files = folder.documents([".html", ".htm", ".xlsx"]).filter { name in
            guard let statement = folder.statement(of: name), let report = MetaTrader5Report(statement) else {
                return false
            }
            kinds.append(report.kind)
            return true
        }
        guard let first = kinds.first else { return nil }
        let results = files.map { FoundRun.ResultFile(stem: RunSource.stem(of: $0), name: $0, labels: []) }
        return Recognition(
            because: first == .test
                ? "a test's period beside its expert and symbol" : "an account's number with its currency",
            runs: FoundRun.named(results))
    }

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let (source, file) = (folder.source, found.file ?? "")
        let log = source.log
        let statement = try source.statement(of: file, role: "report")
        guard let report = statement.flatMap(MetaTrader5Report.init) else { throw log.fail(.unknownFormat(file)) }
        let tables = MetaTrader5Tables(report, file: file, log: log)
        try log.checkpoint()
        let account = try MetaTrader5Account(report: report, tables: tables, file: file, log: log).value()
        var run = RawRun(format: format, engine: format, isOfEngine: true, main: account.series())
        run.description = MetaTrader5Description(report: report).description()
        run.description.initialCapital = account.hasPayments ? nil : account.start
        let trades = MetaTrader5Trades(
            file: file, log: log, deals: tables.deals, closed: tables.closed, open: tables.open,
            isHedging: report.isHedging, digits: tables.digits
        ).read()
        run.trades = trades
        run.fills = tables.fills(of: file, sizes: trades)
        run.reported = report.statistics(
            file, hasOpen: trades.rows.contains { $0.trade.isOpen },
            hasEntryCosts: tables.deals.contains { $0.direction == .opens && $0.commission + $0.swap != 0 })
        if options.timeZone == nil {
            log.note("Times of \(file) are those of the broker's server, whose zone is not in the file.")
        }
        log.add(.realisedEquity(file, report.equityDrawdown.map { "the report gives a drawdown of equity of \($0)" }))
        return run
    }
}

/// The tables of a report of MetaTrader 5.
struct MetaTrader5Tables {
    private(set) var deals = [MetaTrader5Deal]()
    private(set) var closed = [StatementRows.Row]()
    private(set) var open = [StatementRows.Row]()
    private(set) var totals: StatementRows.Row?
    private(set) var width = MetaTrader5DealRows.widths.lowerBound
    /// How exactly balances were written.
    private(set) var digits: WrittenDigits?

    init(_ report: MetaTrader5Report, file: String, log: ReadingLog) {
        var reader: MetaTrader5DealRows?
        var balances = [String]()
        for row in report.tableRows() {
            switch row {
            case .deal(let row, let width):
                if reader == nil { reader = MetaTrader5DealRows(file: file, log: log, width: width) }
                self.width = reader?.width ?? width
                balances.append(row[self.width - 2])
                if let deal = reader?.deal(row) { deals.append(deal) }
            case .closed(let row): closed.append(row)
            case .open(let row): open.append(row)
            case .totals(let row, _): totals = row
            }
        }
        digits = StatementNumber.digits(balances)
    }
}

extension MetaTrader5Tables {
    /// Deals that bought or sold, in units of the trades' lots.
    func fills(of file: String, sizes: RawTrades) -> RawFills {
        var lots = [String: Double]()
        for row in sizes.rows where lots[row.trade.symbol] == nil { lots[row.trade.symbol] = row.trade.multiplier }
        let rows = deals.filter { $0.isTrade && $0.volume > 0 }.map { deal in
            let time = WrittenTimestamp(wall: deal.wall, offset: nil)
            let fill = Fill(
                time: Timestamp(milliseconds: deal.wall), symbol: deal.symbol,
                quantity: deal.type == "buy" ? deal.volume : -deal.volume, price: deal.price,
                fee: -(deal.commission + deal.swap), multiplier: lots[deal.symbol] ?? 1, order: deal.order,
                tag: deal.comment.isEmpty ? nil : deal.comment)
            return RawFills.Row(fill: fill, time: time, line: deal.line)
        }
        return RawFills(file: file, rows: rows)
    }
}

/// The account of a report of MetaTrader 5: its balance behind each deal.
struct MetaTrader5Account {
    let report: MetaTrader5Report
    let tables: MetaTrader5Tables
    let file: String
    let log: ReadingLog
    /// What cents leave open.
    private static let cent = 0.0151

    /// Throws where nothing says what the account began with.
    func value() throws(RunError) -> BookedAccount {
        let deals = tables.deals
        guard let first = deals.first else {
            throw log.fail(
                .incompleteStatement(file, "the report has no deals", "save the report with its table of deals"))
        }
        checkSteps(deals)
        checkTotals(deals)
        // What is paid in before the first trade is the capital.
        let payments = deals.prefix { !$0.isTrade && $0.isPayment }
        let start = payments.last?.balance ?? report.deposit ?? first.balance - first.booked
        guard start > 0 else {
            throw log.fail(.noCapital(file, "the account begins with a balance of \(Phrase.amount(start))"))
        }
        let bookings = deals.dropFirst(payments.count).map {
            BookedAccount.Booking(
                wall: $0.wall, balance: $0.balance, payment: $0.isPayment ? $0.booked : 0, line: $0.line)
        }
        let account = BookedAccount(
            file: file, column: "Balance", timestampColumn: "Time", start: start, bookings: bookings.sortedByTime,
            span: span(deals), floating: floating, digits: tables.digits)
        if account.hasPayments {
            log.note("Payments in and out of the account are no returns: each day's return is that of its trades.")
        }
        return account
    }

    private func span(_ deals: [MetaTrader5Deal]) -> ClosedRange<Int> {
        let days = deals.map { Timestamp(milliseconds: $0.wall).date.day }
        let (first, last) = (days.min() ?? 0, days.max() ?? 0)
        if let period = report.period { return min(first, period.days.lowerBound)...max(last, period.days.upperBound) }
        let made = report.made.map { Timestamp(milliseconds: $0).date.day } ?? last
        return first...max(last, made)
    }

    /// Profit and swap of the positions that the report lists as open.
    private var floating: Double {
        tables.open.reduce(0) { sum, row in
            sum + (StatementNumber.value(row[9]) ?? 0) + (StatementNumber.value(row[10]) ?? 0)
        }
    }

    // MARK: Checks

    /// Every balance is the one before and what was booked.
    private func checkSteps(_ deals: [MetaTrader5Deal]) {
        let wrong = deals.indices.dropFirst().filter { index in
            (deals[index].balance - deals[index - 1].balance - deals[index].booked).magnitude > Self.cent
        }
        guard let index = wrong.first else { return }
        log.add(
            .bookingContradicted(
                file, deals[index].line, moved: deals[index].balance - deals[index - 1].balance,
                booked: deals[index].booked, wrong.count))
    }

    /// The row below the deals: the sums of their columns without the payments, and the last balance.
    private func checkTotals(_ deals: [MetaTrader5Deal]) {
        guard let totals = tables.totals, let profit = StatementNumber.value(totals[tables.width - 3]),
            let balance = StatementNumber.value(totals[tables.width - 2])
        else { return }
        let sum = deals.reduce(0) { $0 + ($1.isPayment || $1.type == "credit" ? 0 : $1.profit) }
        let last = deals.last?.balance ?? balance
        let slack = Self.cent * Double(deals.count).squareRoot()
        if (profit - sum).magnitude > slack {
            log.add(.totalContradicted(file, totals.line, "the profit of all deals", total: profit, sum: sum))
        }
        if (balance - last).magnitude > Self.cent {
            log.add(.totalContradicted(file, totals.line, "the balance below the deals", total: balance, sum: last))
        }
    }
}

extension [BookedAccount.Booking] {
    /// Terminals list by time; a stable sort keeps what was booked at one moment in its order.
    var sortedByTime: Self {
        indices.dropFirst().allSatisfy { self[$0 - 1].wall <= self[$0].wall } ? self : sorted { $0.wall < $1.wall }
    }
}
