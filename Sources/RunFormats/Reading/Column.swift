import RunModel

/// What a column of a series file holds, by its name alone.
enum ColumnRole: Equatable, Sendable {
    /// Moments.
    case timestamp
    /// The run's returns or equity. A weak name gives way to an option.
    case main(RunOptions.BareContent, isWeak: Bool)
    /// The benchmark's; nil where the name does not say whether returns or levels.
    case benchmark(RunOptions.BareContent?)
}

/// The names of columns that are known, best first within a role.
enum ColumnNames {
    static let timestamps = [
        "date", "timestamp", "datetime", "date_time", "time", "index", "", "day", "dt", "ts", "period", "session",
        "trading_day", "trade_date", "unnamed:_0", "month", "quarter", "year", "week", "datum",
    ]
    static let returns = [
        "returns", "return", "ret", "rets", "strategy_returns", "strategy_return", "portfolio_returns",
        "portfolio_return", "daily_returns", "daily_return", "net_returns", "net_return", "simple_returns",
        "simple_return", "period_returns", "period_return", "monthly_returns", "monthly_return", "weekly_returns",
        "weekly_return", "algorithm_returns", "algo_returns",
    ]
    static let weakReturns = ["strategy"]
    static let equity = [
        "equity", "portfolio_value", "account_value", "equity_curve", "total_equity", "total_value", "nav",
        "net_asset_value", "net_liquidation", "value", "balance", "account_balance", "wealth", "adj_close", "close",
        "price", "level",
    ]
    static let benchmark = ["benchmark", "bench"]
    static let benchmarkReturns = ["benchmark_returns", "benchmark_return", "benchmark_ret", "bench_returns"]
    static let benchmarkLevels = [
        "benchmark_equity", "benchmark_value", "benchmark_close", "benchmark_price", "benchmark_level",
    ]

    /// Lower case, with `_` for spaces and marks, without a short unit in brackets: `Equity [$]` is `equity`.
    ///
    /// A percent sign stays, because a column in percent is another column; so does `Equity(0 [AAPL])`, a symbol.
    static func normalised(_ name: String) -> String {
        // No name that is known is so long; a header may be of any length.
        guard name.utf8.count <= 200 else { return name }
        var text = name.lowercased()
        if let open = text.firstIndex(where: { $0 == "[" || $0 == "(" }), text[open...].count <= 5,
            !text[open...].contains("%"), text.last == "]" || text.last == ")"
        {
            text = String(text[..<open])
        }
        // MetaTrader and others: `<DATE>`.
        if text.count > 2, text.first == "<", text.last == ">" { text = String(text.dropFirst().dropLast()) }
        let words = text.split { " -./_\t\u{A0}".contains($0) }
        return words.joined(separator: "_")
    }

    /// Whether a name speaks of the benchmark.
    static func isBenchmark(_ name: String) -> Bool {
        normalised(name).split(separator: "_").contains { $0 == "benchmark" || $0 == "bench" }
    }

    /// Names of an account's whole value, which payments move; prices and unit values are not moved by them.
    static let holdsPayments = [
        "equity", "portfolio_value", "account_value", "equity_curve", "total_equity", "total_value",
        "net_liquidation", "value", "balance", "account_balance", "wealth",
    ]

    /// Columns that orders, fills and trades have and series have not.
    static let transactionMarks = [
        "size", "qty", "quantity", "shares", "amount", "contracts", "side", "direction", "order_id", "trade_id", "sid",
        "symbol", "ticker",
    ]

    static func role(of name: String) -> ColumnRole? {
        let name = normalised(name)
        if timestamps.contains(name) { return .timestamp }
        if returns.contains(name) { return .main(.returns, isWeak: false) }
        if weakReturns.contains(name) { return .main(.returns, isWeak: true) }
        if equity.contains(name) { return .main(.equity, isWeak: false) }
        if benchmark.contains(name) { return .benchmark(nil) }
        if benchmarkReturns.contains(name) { return .benchmark(.returns) }
        if benchmarkLevels.contains(name) { return .benchmark(.equity) }
        return nil
    }
}
