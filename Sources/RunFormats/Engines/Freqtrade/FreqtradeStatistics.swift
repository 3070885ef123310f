import Containers
import RunModel

/// What freqtrade computed of a strategy, where a metric measures the same.
struct FreqtradeStatistics {
    let result: FreqtradeResult
    /// Whether the account is read from the wallet, whose drawdown is another one.
    let hasWallet: Bool

    /// A member, the metric that measures the same, the size of its unit in ours, and why the two may differ.
    private typealias Known = (name: String, key: String, scale: Double, note: String)

    private static let ofTrades =
        "freqtrade's is of the profits of trades, spread over the days of the backtest, times the root of 365"
    private static let even = "freqtrade counts a trade by its rounded profit"

    private static let known: [Known] = [
        ("profit_total", "total_return", 1, ""),
        ("profit_total_abs", "trades.total_pnl", 1, ""),
        ("total_trades", "trades.count", 1, ""),
        ("wins", "trades.winners", 1, even), ("losses", "trades.losers", 1, even), ("draws", "trades.even", 1, even),
        ("winrate", "trades.win_rate", 1, even),
        ("profit_factor", "trades.profit_factor", 1, ""),
        ("expectancy", "trades.expectancy", 1, ""),
        ("sqn", "trades.sqn", 1, "freqtrade's is of profits over the starting balance, to four decimals"),
        ("trades_per_day", "trades.per_day", 1, "freqtrade's days are whole ones of the backtest, and it rounds"),
        ("max_consecutive_wins", "trades.max_consecutive_wins", 1, ""),
        ("max_consecutive_losses", "trades.max_consecutive_losses", 1, "freqtrade counts draws as lost"),
        ("holding_avg_s", "trades.average_duration_hours", 1 / 3600, "freqtrade's is in whole minutes"),
        ("cagr", "cagr", 1, "freqtrade's years have 365 of its whole days"),
        ("max_relative_drawdown", "max_drawdown", -1, drawdown),
        ("max_drawdown_account", "max_drawdown", -1, drawdown + ", at the largest loss in money"),
        ("sharpe", "sharpe", 1, ofTrades), ("sortino", "sortino", 1, ofTrades),
        ("calmar", "calmar", 1, "freqtrade's is the mean profit of a day over the drawdown, times the root of 365"),
        ("backtest_best_day", "best_day", 1, day), ("backtest_worst_day", "worst_day", 1, day),
    ]

    private static let drawdown = "freqtrade's is of closed trades one by one, ours of the account as it was read"
    private static let day = "freqtrade's is the sum of the returns of trades that were closed on the day"

    /// Ratios that are -100 where freqtrade cannot compute them.
    private static let sentinels: Set<String> = ["sharpe", "sortino", "calmar"]

    /// The numbers in their order.
    var reported: [ReportedStatistic] {
        Self.known.compactMap { known in result[known.name].flatMap { statistic(known, $0, known.name) } } + ofWallet
    }

    /// What newer versions say of the wallet.
    private var ofWallet: [ReportedStatistic] {
        guard hasWallet, let value = result["wallet_stats"]?["max_drawdown_account"] else { return [] }
        let note = "freqtrade's is of the wallet without the final balance"
        return [statistic(("", "max_drawdown", -1, note), value, "wallet_stats.max_drawdown_account")].compactMap(
            \.self)
    }

    private func statistic(_ known: Known, _ value: JSONValue, _ name: String) -> ReportedStatistic? {
        guard let number = value.finiteNumber else { return nil }
        let isUndefined = Self.sentinels.contains(known.name) && number == -100
        return ReportedStatistic(
            name: name, text: JSONTable.cell(value), value: isUndefined ? nil : number * known.scale, key: known.key,
            note: isUndefined ? "freqtrade writes -100 where there is none" : known.note, file: result.file)
    }
}
