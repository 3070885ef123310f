import Containers
import Formatting
import RunModel
import Series

/// What LEAN itself reports of a run, beside the numbers of ours that it should equal.
///
/// The text is that of `statistics`, whose style is fixed: `12.019%`, `-1.06`, `$10.89`. Texts of `runtimeStatistics` are
/// written in other styles and are never read.
struct LeanStatistics {
    private let result: LeanResult

    init(_ result: LeanResult) { self.result = result }

    /// One statistic: its name, our key, the sign of ours against the engine's.
    private struct Entry {
        var name: String
        var key: String?
        var sign = 1.0
        var note = ""
    }

    /// Those of the file, in the order of ``entries``.
    func reported(_ account: LeanAccount) -> [ReportedStatistic] {
        entries(account).compactMap { entry in
            guard case .string(let text)? = result.document["statistics"]?[entry.name] else { return nil }
            let value = Self.usable(Self.number(text)).map { $0 * entry.sign }
            return ReportedStatistic(
                name: entry.name, text: text, value: value, key: value == nil ? nil : entry.key, note: entry.note,
                file: result.file)
        }
    }

    /// A ratio whose deviation was 0 is the largest decimal there is, 7.9e28.
    private static func usable(_ value: Double?) -> Double? { value.flatMap { $0.magnitude < 1e15 ? $0 : nil } }

    /// The number of a statistic's text: a percentage as a fraction, money without its sign.
    static func number(_ text: String) -> Double? {
        let digits = text.filter { $0.isNumber || "+-.eE".contains($0) }
        guard !digits.isEmpty, let number = Double(digits), number.isFinite else { return nil }
        return text.hasSuffix("%") ? number / 100 : number
    }

    private func entries(_ account: LeanAccount) -> [Entry] {
        let isOfSessions = account.sessions.kept.count == account.samples.count
        let days = result.tradingDaysPerYear.map(Phrase.number) ?? "252"
        let sampled =
            "LEAN leaves out the first two returns"
            + (isOfSessions ? " and counts \(days) in a year" : ", counts days without trading, and \(days) in a year")
        let ratio = sampled + "; its rate without risk is a history of its own"
        let growth = "from the first to the last point, with years of 365 days"
        let closings = "of closing fills, where ours is of round trips"
        return [
            Entry(name: "Total Orders"), Entry(name: "Total Trades", note: "orders, not round trips"),
            Entry(name: "Net Profit", key: "total_return"),
            Entry(
                name: "Compounding Annual Return", key: "cagr", note: growth),
            Entry(
                name: "Drawdown", key: "max_drawdown", sign: -1,
                note: drawdownNote(account)),
            Entry(
                name: "Annual Standard Deviation", key: "annual_volatility",
                note: sampled),
            Entry(name: "Annual Variance"),
            Entry(name: "Sharpe Ratio", key: "sharpe", note: ratio),
            Entry(name: "Sortino Ratio", key: "sortino", note: ratio),
            Entry(
                name: "Probabilistic Sharpe Ratio", key: "probabilistic_sharpe",
                note: "against a Sharpe ratio of 1 a year, where ours is against 0"),
            Entry(name: "Alpha", key: "alpha", note: ratio),
            Entry(name: "Beta", key: "beta", note: sampled),
            Entry(name: "Information Ratio", key: "information_ratio", note: sampled),
            Entry(name: "Tracking Error", key: "tracking_error", note: sampled),
            Entry(name: "Treynor Ratio", key: "treynor", note: ratio),
            Entry(name: "Win Rate", key: "trades.win_rate", note: closings),
            Entry(name: "Loss Rate"), Entry(name: "Average Win"),
            Entry(name: "Average Loss"),
            Entry(
                name: "Profit-Loss Ratio", key: "trades.payoff_ratio",
                note: "of percentages of the account, where ours is of money"),
            Entry(name: "Expectancy"),
            Entry(
                name: "Total Fees", key: "trades.total_fees", note: "of all fills, where ours is of closed trades"),
            Entry(name: "Portfolio Turnover"),
            Entry(
                name: "Drawdown Recovery", key: "longest_drawdown_days",
                note: "of all points, and of declines that were made good"),
            Entry(name: "Start Equity"), Entry(name: "End Equity"),
            Entry(name: "Estimated Strategy Capacity"), Entry(name: "Lowest Capacity Asset"),
        ]
    }

    /// LEAN looks at every point of the account, where the report looks at one a day.
    private func drawdownNote(_ account: LeanAccount) -> String {
        "of all \(account.points) points of the account to three decimals, "
            + "which give \(FixedDecimal.digits(of: account.deepestOfAllPoints * 100, places: 2)) %; ours is of daily values"
    }
}

extension LeanResult {
    /// The account's last value as LEAN states it, since 2024.
    var endEquity: Double? {
        let performance = document.object("totalPerformance")?.object("portfolioStatistics")
        guard let end = performance?.number("endEquity"), end > 0 else { return nil }
        return end
    }
}
