import Containers
import Formatting
import RunModel
import Series

/// What LEAN itself reports of a run, beside the numbers of ours that it should equal.
///
/// The text is that of `statistics`; the number is that of `portfolioStatistics`, which has more digits, or else the text's,
/// whose style is fixed there: `12.019%`, `-1.06`, `$10.89`. Texts of `runtimeStatistics` are written in other styles and are
/// never read.
struct LeanStatistics {
    private let result: LeanResult

    init(_ result: LeanResult) { self.result = result }

    /// One statistic: its name, the member with its digits, our key, the sign of ours against the engine's.
    private struct Entry {
        var name: String
        var member: String?
        var key: String?
        var sign = 1.0
        var note = ""
    }

    /// Those of the file, in the order of ``entries``.
    func reported(_ account: LeanAccount) -> [ReportedStatistic] {
        let performance = result.document.object("totalPerformance")
        let portfolio = performance?.object("portfolioStatistics")
        return entries(account).compactMap { entry in
            guard case .string(let text)? = result.document["statistics"]?[entry.name] else { return nil }
            let exact = entry.member.flatMap { portfolio?.number($0) }
            let value = Self.usable(exact ?? Self.number(text)).map { $0 * entry.sign }
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
            Entry(name: "Net Profit", member: "totalNetProfit", key: "total_return"),
            Entry(
                name: "Compounding Annual Return", member: "compoundingAnnualReturn", key: "cagr", note: growth),
            Entry(
                name: "Drawdown", member: "drawdown", key: "max_drawdown", sign: -1,
                note: drawdownNote(account)),
            Entry(
                name: "Annual Standard Deviation", member: "annualStandardDeviation", key: "annual_volatility",
                note: sampled),
            Entry(name: "Annual Variance", member: "annualVariance"),
            Entry(name: "Sharpe Ratio", member: "sharpeRatio", key: "sharpe", note: ratio),
            Entry(name: "Sortino Ratio", member: "sortinoRatio", key: "sortino", note: ratio),
            Entry(
                name: "Probabilistic Sharpe Ratio", member: "probabilisticSharpeRatio", key: "probabilistic_sharpe",
                note: "against a Sharpe ratio of 1 a year, where ours is against 0"),
            Entry(name: "Alpha", member: "alpha", key: "alpha", note: ratio),
            Entry(name: "Beta", member: "beta", key: "beta", note: sampled),
            Entry(name: "Information Ratio", member: "informationRatio", key: "information_ratio", note: sampled),
            Entry(name: "Tracking Error", member: "trackingError", key: "tracking_error", note: sampled),
            Entry(name: "Treynor Ratio", member: "treynorRatio", key: "treynor", note: ratio),
            Entry(name: "Win Rate", member: "winRate", key: "trades.win_rate", note: closings),
            Entry(name: "Loss Rate", member: "lossRate"), Entry(name: "Average Win", member: "averageWinRate"),
            Entry(name: "Average Loss", member: "averageLossRate"),
            Entry(
                name: "Profit-Loss Ratio", member: "profitLossRatio", key: "trades.payoff_ratio",
                note: "of percentages of the account, where ours is of money"),
            Entry(name: "Expectancy", member: "expectancy"),
            Entry(
                name: "Total Fees", key: "trades.total_fees", note: "of all fills, where ours is of closed trades"),
            Entry(name: "Portfolio Turnover", member: "portfolioTurnover"),
            Entry(
                name: "Drawdown Recovery", member: "drawdownRecovery", key: "max_recovery_days",
                note: "from peak to peak, where ours is from the valley"),
            Entry(name: "Start Equity", member: "startEquity"), Entry(name: "End Equity", member: "endEquity"),
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
