/// Causes that lie in trades.
extension Unavailable {
    /// A run that records no trades, as opposed to one that never traded.
    public static let noTradeRecord = Unavailable("no_trades_recorded", "no trades recorded")
    /// A record of trades that is empty.
    public static let noTrade = Unavailable("no_trade", "no trade")
    /// No trade was closed.
    public static let noClosedTrade = Unavailable("no_closed_trade", "no closed trade")
    /// Trades do not say what was traded.
    public static let noSymbols = Unavailable("no_symbols", "the run does not name its symbols")

    static let oneTrade = Unavailable("one_closed_trade", "fewer than two closed trades")
    static let noWinningTrade = Unavailable("no_winning_trade", "no winning trade")
    static let noLosingTrade = Unavailable("no_losing_trade", "no losing trade")
    static let constantProfit = Unavailable("constant_profits", "profits do not vary")
    static let zeroProfits = Unavailable("zero_profits", "every profit is zero")
    /// No trade says how far it went against and for the strategy.
    public static let noExcursions = Unavailable("no_excursions", "no excursions recorded")
}
