/// What data files, pages and figures call the series of an analysis: the one place for these names. Rolling statistics
/// have their own, ``RollingSeries/key``.
public enum SeriesName {
    /// Growth of 1 of the run.
    public static let growth = "growth"
    /// Drawdown: the fall from the highest growth so far.
    public static let drawdown = "drawdown"
    /// Returns per trading day.
    public static let dailyReturns = "daily_returns"
    /// Returns between the moments that all runs of a comparison have.
    public static let commonReturns = "common_returns"
    /// Growth of 1 of the benchmark.
    public static let benchmarkGrowth = "benchmark_growth"
    /// The benchmark's returns per trading day.
    public static let benchmarkDailyReturns = "benchmark_daily_returns"
    /// Running sum of the P&L of closed trades.
    public static let cumulativeTradePnL = "cumulative_trade_pnl"
    /// Value of long positions over the account's.
    public static let longExposure = "long_exposure"
    /// Value of short positions over the account's, negative.
    public static let shortExposure = "short_exposure"
    /// Value of all positions over the account's.
    public static let netExposure = "net_exposure"
    /// Sizes of all positions over the account's value.
    public static let grossExposure = "gross_exposure"
    /// Herfindahl index of what is held.
    public static let concentration = "concentration"
    /// Cash over the account's value.
    public static let cash = "cash"
    /// How many symbols are held.
    public static let holdings = "holdings"
}
