import RunModel

/// How many units of the account's currency a symbol's price moves by for one unit of quantity: the contract's multiplier, and
/// the rate of exchange where prices are in another currency. No member says it.
enum LeanMultipliers {
    /// Of a closed trade: its profit before fees over what prices alone earned; nil where the price did not move, or by so
    /// little that the rounding of the profit hides it.
    static func multiplier(of trade: Trade, gross: Double) -> Double? {
        let move = trade.sign * (trade.exitPrice - trade.entryPrice) * trade.quantity
        guard move != 0, gross != 0, move.magnitude > 1e-9 * trade.entryPrice.magnitude * trade.quantity else {
            return nil
        }
        let ratio = gross / move
        guard ratio > 0, ratio < 1e9 else { return nil }
        let whole = ratio.rounded()
        // Profits are written in cents.
        if whole >= 1, (move * whole - gross).magnitude <= 0.0051 + 1e-9 * gross.magnitude { return whole }
        return gross.magnitude >= 1 ? ratio : nil
    }

    /// Gives trades that do not tell their multiplier that of the others of their symbol, else 1.
    static func settle(_ rows: inout [RawTrades.Row]) {
        let known = known(rows)
        for index in rows.indices where rows[index].trade.multiplier.isNaN {
            rows[index].trade.multiplier = known[rows[index].trade.symbol] ?? 1
        }
    }

    /// The last known multiplier of each symbol.
    static func known(_ rows: [RawTrades.Row]) -> [String: Double] {
        var known = [String: Double]()
        for row in rows where !row.trade.multiplier.isNaN { known[row.trade.symbol] = row.trade.multiplier }
        return known
    }

    /// Gives fills their multiplier: that of the symbol's closed trades, else that of its sales in the account's currency, else
    /// 100 for options of shares and indices, else 1.
    ///
    /// - Parameter charts: Nil where the fills are not all of the run's, so that sales cannot be held against them.
    static func settle(_ fills: inout [Fill], trades: [RawTrades.Row], symbols: LeanSymbols, charts: LeanCharts?) {
        var known = known(trades)
        var values = [String: Double]()
        for fill in fills { values[fill.symbol, default: 0] += (fill.quantity * fill.price).magnitude }
        for name in charts?.names(of: "Assets Sales Volume") ?? [] {
            guard let ticker = LeanSymbols.plain(name), known[ticker] == nil, let value = values[ticker], value > 0,
                let sold = charts?.series("Assets Sales Volume", name)?.values.last, sold > 0
            else { continue }
            let ratio = sold / value
            guard ratio < 1e9 else { continue }
            let whole = ratio.rounded()
            known[ticker] = whole >= 1 && (whole * value - sold).magnitude <= 1e-3 * sold ? whole : ratio
        }
        for index in fills.indices {
            let symbol = fills[index].symbol
            let usual = ["Option", "IndexOption"].contains(symbols.classes[symbol] ?? "") ? 100.0 : 1
            fills[index].multiplier = known[symbol] ?? usual
        }
    }
}
