import Containers
import Glibc

/// A number of an analyzer that a metric measures too.
struct BacktraderStatistic {
    /// Names that lead to it.
    let path: [String]
    let key: String
    /// A name that only the analyzer's result has, at the same depth as the first of the path.
    let mark: String
    /// What makes our unit of it.
    var converted: @Sendable (Double) -> Double = { $0 }
    /// Why the two may differ.
    var note = ""

    /// Whether a result is of this analyzer.
    func isOf(_ result: JSONValue) -> Bool { result[mark] != nil && result[path[0]] != nil }

    func value(in result: JSONValue) -> JSONValue? {
        var value: JSONValue? = result
        for name in path { value = value?[name] }
        if case .object? = value { return nil }
        return value
    }

    private static let even = "backtrader counts a trade that earned exactly nothing as won"

    static let known: [BacktraderStatistic] = [
        .init(path: ["total", "closed"], key: "trades.count", mark: "streak"),
        .init(path: ["total", "open"], key: "trades.open", mark: "streak"),
        .init(path: ["won", "total"], key: "trades.winners", mark: "streak", note: even),
        .init(path: ["lost", "total"], key: "trades.losers", mark: "streak"),
        .init(path: ["pnl", "net", "total"], key: "trades.total_pnl", mark: "streak"),
        .init(path: ["pnl", "net", "average"], key: "trades.expectancy", mark: "streak"),
        .init(path: ["won", "pnl", "average"], key: "trades.average_win", mark: "streak", note: even),
        .init(path: ["won", "pnl", "max"], key: "trades.largest_win", mark: "streak"),
        .init(path: ["lost", "pnl", "average"], key: "trades.average_loss", mark: "streak"),
        .init(path: ["lost", "pnl", "max"], key: "trades.largest_loss", mark: "streak"),
        .init(path: ["streak", "won", "longest"], key: "trades.max_consecutive_wins", mark: "streak", note: even),
        .init(path: ["streak", "lost", "longest"], key: "trades.max_consecutive_losses", mark: "streak"),
        // Percent, positive.
        .init(path: ["max", "drawdown"], key: "max_drawdown", mark: "moneydown", converted: { -$0 / 100 }),
        .init(path: ["maxdrawdown"], key: "max_drawdown", mark: "maxdrawdownperiod", converted: { -$0 / 100 }),
        // The logarithm of growth.
        .init(path: ["rtot"], key: "total_return", mark: "rnorm", converted: { expm1($0) }),
        .init(
            path: ["rnorm"], key: "cagr", mark: "rtot",
            note: "backtrader compounds the mean log return of a bar to a year of 252 days, whatever time has passed"),
        .init(
            path: ["sharperatio"], key: "sharpe", mark: "sharperatio",
            note: "of the returns of years and a risk-free rate of 1 %, unless the analyzer was told otherwise"),
        .init(
            path: ["sqn"], key: "trades.sqn", mark: "trades",
            note: "backtrader divides by n where a sample's deviation divides by n - 1"),
    ]
}
