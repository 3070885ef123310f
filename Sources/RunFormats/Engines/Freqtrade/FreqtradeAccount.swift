import RunModel
import Series

/// The account of a strategy of freqtrade, which its file does not hold: the starting balance and the profits of the trades
/// that are closed, at the end of each day in UTC, from the day before the first candle.
///
/// What open trades are worth is not in the file, so the account moves only when one is closed. The last value is the
/// engine's own `final_balance`: it adds the same profits.
struct FreqtradeAccount {
    private let result: FreqtradeResult
    private let start: Double
    /// Days since 1970 of the first and the last value.
    private let days: ClosedRange<Int>
    /// The money earned on each day, by the day of the close.
    private let profits: [Int: Double]

    init(result: FreqtradeResult, trades: [RawTrades.Row]) throws(RunError) {
        guard let start = result.number("starting_balance") ?? result.number("dry_run_wallet"), start > 0 else {
            throw result.log.fail(.missingMember(result.file, result.name, "starting_balance"))
        }
        let closes = trades.filter { !$0.trade.isOpen }
        let first = result.moment("backtest_start") ?? trades.map(\.entry).min { $0.wall < $1.wall }
        guard let first else { throw result.log.fail(.missingMember(result.file, result.name, "backtest_start")) }
        let ends = [result.moment("backtest_end")?.wall, closes.map(\.trade.exit.milliseconds).max(), first.wall]
        let firstDay = Timestamp(milliseconds: first.wall).date.day
        let lastDay = Timestamp(milliseconds: ends.compactMap(\.self).max() ?? first.wall).date.day
        self.result = result
        self.start = start
        days = firstDay - 1...max(firstDay, lastDay)
        profits = closes.reduce(into: [:]) { $0[max($1.trade.exit.date.day, firstDay), default: 0] += $1.trade.profit }
    }

    /// One value a day, the starting balance first.
    func series() -> RawSeries {
        result.log.note(
            "Equity is the starting balance and the profits of closed trades, at the end of each day in UTC; what open "
                + "trades are worth is not in the file.")
        var balance = start
        let values = days.map { day in
            balance += profits[day] ?? 0
            return balance
        }
        let timestamps = TimestampColumn(walls: days.map { Int64($0) * Timestamp.day }, offsets: .uniform(0))
        return RawSeries(
            file: result.file, column: "profit_abs", timestampColumn: "close_timestamp", content: .levels,
            timestamps: timestamps,
            values: values, lines: Array(repeating: 0, count: values.count))
    }
}
