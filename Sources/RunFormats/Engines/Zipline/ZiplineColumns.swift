/// The columns of the frame that zipline's `run_algorithm` returns, and RustyBT's with it.
enum ZiplineColumns {
    /// Names that no other program's table has beside each other.
    private static let marks = [
        "period_open", "period_close", "period_label", "capital_used", "starting_cash", "ending_cash", "starting_value",
        "starting_exposure", "ending_exposure", "gross_leverage", "net_leverage", "longs_count", "shorts_count",
        "algorithm_period_return", "benchmark_period_return", "treasury_period_return", "trading_days",
    ]

    /// All names that zipline itself writes; what else is there was recorded by the strategy.
    private static let known = Set(
        marks + [
            "portfolio_value", "returns", "pnl", "ending_value", "long_value", "short_value", "long_exposure",
            "short_exposure", "max_leverage", "sharpe", "sortino", "algo_volatility", "max_drawdown", "alpha", "beta",
            "benchmark_volatility", "excess_return", "positions", "orders", "transactions",
        ])

    /// The marks among some names; empty where there are too few for the frame to be zipline's.
    static func marks(in header: [String]) -> [String] {
        let found = marks.filter(header.contains)
        let hasValue = ["portfolio_value", "ending_value", "returns"].contains(where: header.contains)
        return hasValue && found.count >= 3 ? found : []
    }

    /// The columns that the strategy recorded.
    static func recorded(in header: [String]) -> [String] { header.filter { !$0.isEmpty && !known.contains($0) } }
}
