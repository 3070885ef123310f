import RunModel
import Series

/// The account behind a list of trades: capital and profits at the exits.
struct TradingViewAccount {
    let file: TableFile
    let columns: TradingViewColumns
    let trades: RawTrades
    private var log: ReadingLog { file.log }

    /// The last moment of a trade: its exit, or for an open one the last price that the list knows.
    private func end(_ row: RawTrades.Row) -> Int64 { row.trade.exit.milliseconds }

    /// One value a day from the day before the first entry; throws where the list has no trade.
    func series(from capital: Double) throws(RunError) -> RawSeries {
        guard let first = trades.rows.map(\.entry.wall).min() else { throw log.fail(.noRows(file.name)) }
        let ordered = trades.rows.sorted { end($0) < end($1) }
        var balance = capital
        let bookings = ordered.map { row in
            balance += row.trade.profit
            return BookedAccount.Booking(wall: end(row), balance: balance, line: row.line)
        }
        let last = bookings.last?.wall ?? first
        return BookedAccount(
            file: file.name, column: file.header[columns.profit], timestampColumn: file.header[columns.time],
            start: capital,
            bookings: bookings, span: Timestamp(milliseconds: first).date.day...Timestamp(milliseconds: last).date.day,
            digits: digits(capital)
        ).series()
    }

    /// Sums of profits have their decimals, and as many digits as the account needs.
    private func digits(_ capital: Double) -> WrittenDigits {
        let profits = file.table.digits(column: columns.profit, from: 1)
        let whole = StatementNumber.digits([Phrase.number(capital.rounded())])?.significant ?? 1
        return WrittenDigits(decimals: profits.decimals, significant: profits.decimals + whole + 1)
    }

    // MARK: Capital

    /// What an option says, else the workbook, else a round number that the percents leave; throws where nothing does.
    func capital(_ given: Double?, _ options: RunOptions) throws(RunError) -> Double {
        let shown = TradingViewCapital(sums: numbers(columns.cumulative), percents: numbers(columns.cumulativePercent))
        if let capital = options.initialCapital ?? given {
            if !shown.allows(capital), let range = shown.range { log.add(.otherCapital(file.name, capital, range)) }
            return capital
        }
        guard let capital = shown.round else {
            throw log.fail(
                .noCapital(
                    file.name,
                    "a list of trades does not say what the account began with"
                        + (shown.range.map {
                            ", and its percents leave \(Phrase.amount($0.lowerBound)) to \(Phrase.amount($0.upperBound))"
                        }
                            ?? "")))
        }
        log.note(
            "The initial capital of \(file.name) follows from the sum of profits and its percents: \(Phrase.number(capital))."
        )
        return capital
    }

    private func numbers(_ column: Int?) -> [Double] {
        column.map { file.table.numbers(column: $0, from: 1).values } ?? []
    }

    // MARK: Checks

    /// The sum behind each trade is that of the trade before and its profit.
    func check() {
        let (sums, profits) = (numbers(columns.cumulative), numbers(columns.profit))
        guard !sums.isEmpty else { return }
        let half = file.table.digits(column: columns.profit, from: 1).spacing(near: 1) / 2
        var before = 0.0
        var seen = Set<String>()
        var wrong = [(line: Int, moved: Double, booked: Double)]()
        for row in stride(from: 1, through: file.count, by: 1) {
            guard !sums[row - 1].isNaN, !profits[row - 1].isNaN,
                seen.insert(file.table.trimmedText(row, columns.number)).inserted
            else { continue }
            let moved = sums[row - 1] - before
            if (moved - profits[row - 1]).magnitude > 3.01 * half {
                wrong.append((file.line(ofRow: row), moved, profits[row - 1]))
            }
            before = sums[row - 1]
        }
        guard let first = wrong.first else { return }
        log.add(.bookingContradicted(file.name, first.line, moved: first.moved, booked: first.booked, wrong.count))
    }
}
