import RunModel

/// The multiplier of contracts that a trade list does not name: all trades of a symbol earn the same many times what their
/// price and size alone would give.
enum SharedMultiplier {
    /// Sets the multiplier of the symbols whose trades have one in common.
    static func apply(to rows: inout [RawTrades.Row]) {
        let multipliers = found(rows.map(\.trade).filter { !$0.isOpen })
        for index in rows.indices {
            guard let multiplier = multipliers[rows[index].trade.symbol] else { continue }
            if rows[index].trade.isOpen { rows[index].trade.profit += rows[index].trade.priceMove * (multiplier - 1) }
            rows[index].trade.multiplier = multiplier
        }
    }

    /// Multipliers by symbol, those of 1 left out.
    static func found(_ trades: [Trade]) -> [String: Double] {
        var ratios = [String: [Double]]()
        for trade in trades where trade.multiplier == 1 {
            let ratio = (trade.profit + trade.fees) / trade.priceMove
            if ratio.isFinite, ratio != 0 { ratios[trade.symbol, default: []].append(ratio) }
        }
        return ratios.compactMapValues(common)
    }

    /// The ratio that nearly all have; nil for one that is no multiplier.
    private static func common(_ ratios: [Double]) -> Double? {
        let sorted = ratios.sorted()
        let median = sorted[sorted.count / 2]
        guard median > 1.5, sorted.count > 1,
            sorted.count(where: { ($0 / median - 1).magnitude < 1e-3 }) * 10 >= sorted.count * 9
        else { return nil }
        let whole = median.rounded()
        return (median / whole - 1).magnitude < 1e-4 ? whole : nil
    }
}
