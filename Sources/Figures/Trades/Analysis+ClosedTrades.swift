import Analytics

extension Analysis {
    /// The trades of a run that closed one; throws why there are none.
    var closedTrades: TradeSection {
        get throws(Unavailable) {
            let trades = try trades
            guard !trades.closed.isEmpty else { throw .noClosedTrade }
            return trades
        }
    }
}
