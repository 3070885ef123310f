import RunModel
import Series

/// The equity of a run of nautilus_trader: balances of the account, in a cash account with what was bought at the price of
/// its last fill; without an account report the profits of closed positions on a capital that the user gives.
struct NautilusEquity {
    let account: NautilusAccount?
    let fills: NautilusFills
    let trades: RawTrades?
    let result: NautilusResult?
    let log: ReadingLog
    let capital: Double?

    /// The account's first balance; nil where the user gives the capital.
    var start: Double? {
        account.flatMap { $0.opening[$0.currency] }
    }

    /// One value a day.
    func series() throws(RunError) -> RawSeries {
        guard let account else { return try closedPositions() }
        let steps = account.isCash ? try marked(account) : balances(account)
        guard let first = steps.first, let start else { throw log.fail(.noRows(account.file)) }
        return DailyAccount(start: start, steps: steps).series(
            file: account.file, column: "total", timestampColumn: "ts_event",
            opening: min(result?.start ?? first.moment, first.moment), end: result?.end)
    }

    /// The balance of a margin account: what closed trades earned.
    private func balances(_ account: NautilusAccount) -> [DailyAccount.Step] {
        log.add(.equityIsRealised(account.file, "positions"))
        if account.currencies.count > 1 {
            let others = account.currencies.filter { $0 != account.currency }
            log.add(.otherCurrencies(account.file, chosen: account.currency, others))
        }
        return account.states.compactMap { state in
            state.totals[account.currency].map {
                DailyAccount.Step(moment: state.moment, balance: $0, line: state.line)
            }
        }
    }

    // MARK: Cash accounts

    /// Cash, and units at the price of the last fill of their instrument.
    private func marked(_ account: NautilusAccount) throws(RunError) -> [DailyAccount.Step] {
        guard !fills.rows.isEmpty else {
            if account.states.count > 1 { throw log.fail(.accountIsNoEquity(account.file)) }
            return account.states.map {
                DailyAccount.Step(moment: $0.moment, balance: $0.totals[account.currency] ?? 0, line: $0.line)
            }
        }
        var book = NautilusCashBook(quote: account.currency)
        let opening = account.opening.filter { account.states[0].totals[$0.key] != nil }
        guard book.value(opening) != nil else {
            throw log.fail(.severalCurrencies(account.file, account.currencies))
        }
        var (place, steps) = (0, [DailyAccount.Step]())
        for state in account.states {
            while place < fills.rows.count, fills.rows[place].moment <= state.moment {
                book.take(fills.rows[place])
                place += 1
            }
            guard let value = book.value(state.totals) else {
                throw log.fail(.severalCurrencies(account.file, account.currencies))
            }
            steps.append(DailyAccount.Step(moment: state.moment, balance: value, line: state.line))
        }
        log.add(.equityAtFillPrices(account.file))
        return steps
    }

    // MARK: Without an account

    private func closedPositions() throws(RunError) -> RawSeries {
        let file = trades?.file ?? ""
        guard let capital else { throw log.fail(.capitalNeeded(file, engine: "nautilus_trader")) }
        let rows = trades?.rows ?? []
        guard !rows.isEmpty else { throw log.fail(.noRows(file)) }
        let profits = rows.compactMap { row in
            row.exit.map { (moment: $0.instant ?? $0.wall, profit: row.trade.profit, line: row.line) }
        }
        log.add(.equityIsRealised(file, "positions"))
        let opening = rows.map { $0.entry.instant ?? $0.entry.wall }.min()
        return DailyAccount(start: capital, steps: DailyAccount.steps(from: capital, profits)).series(
            file: file, column: "realized_pnl", timestampColumn: "ts_closed",
            opening: result?.start ?? opening, end: result?.end)
    }
}

/// What a cash account holds beside its currency.
private struct NautilusCashBook {
    let quote: String
    private var units: [String: Double] = [:]
    private var prices: [String: Double] = [:]
    /// Instruments in the order of their first fill.
    private var instruments = [NautilusInstrument]()

    init(quote: String) { self.quote = quote }

    mutating func take(_ fill: NautilusFills.Row) {
        if prices[fill.instrument.id] == nil { instruments.append(fill.instrument) }
        units[fill.instrument.id, default: 0] += fill.quantity
        prices[fill.instrument.id] = fill.price
    }

    /// The value of balances and units; nil where a balance has no price.
    ///
    /// What has a balance of its own counts with that, other units as the fills make them.
    func value(_ totals: [String: Double]) -> Double? {
        var value = totals[quote] ?? 0
        var counted: Set<String> = [quote]
        for instrument in instruments {
            let price = prices[instrument.id] ?? 0
            guard let base = instrument.base(quote: quote), let total = totals[base] else {
                value += (units[instrument.id] ?? 0) * price
                continue
            }
            if counted.insert(base).inserted { value += total * price }
        }
        let hasUnpriced = totals.contains { !counted.contains($0.key) && $0.value != 0 }
        return hasUnpriced ? nil : value
    }
}
