import RunModel
import Series

/// MAE and MFE of trades that do not carry them, from the bars between entry and exit.
///
/// Every bar after the entry's up to the exit's counts; the entry's own where the trade was opened at its open, and the
/// exit's own unless the trade was closed at its open. What a bar saw before a fill within it cannot be known, so a stop's
/// bar counts whole. Entry and exit prices bound both.
struct ExcursionAssembly {
    let prices: PriceHistory
    let log: ReadingLog

    /// The trades with their excursions.
    func filled(_ rows: [RawTrades.Row]) -> [RawTrades.Row] {
        guard prices.hasRanges, rows.contains(where: { $0.trade.mae == nil && $0.trade.mfe == nil }) else {
            return rows
        }
        var (rows, count) = (rows, 0)
        for index in rows.indices where rows[index].trade.mae == nil && rows[index].trade.mfe == nil {
            guard let (worst, best) = excursion(of: rows[index].trade) else { continue }
            (rows[index].trade.mae, rows[index].trade.mfe) = (worst, best)
            count += 1
        }
        if count > 0 {
            log.note("MAE and MFE of \(Phrase.count(count, "trade")) were taken from \(prices.file).")
        }
        return rows
    }

    private func excursion(of trade: Trade) -> (worst: Double, best: Double)? {
        guard let bars = prices.bars(of: trade.symbol), !isConverted(trade),
            var first = prices.place(of: trade.entry, in: bars), var last = prices.place(of: trade.exit, in: bars)
        else { return nil }
        var (low, high) = (min(trade.entryPrice, trade.exitPrice), max(trade.entryPrice, trade.exitPrice))
        if !isNear(bars.open[first], trade.entryPrice) { first += 1 }
        if !trade.isOpen, isNear(bars.open[last], trade.exitPrice) { last -= 1 }
        if first <= last {
            for place in first...last {
                low = min(low, bars.low[place])
                high = max(high, bars.high[place])
            }
        }
        let size = trade.quantity * trade.multiplier
        let moves = [low, high].map { trade.sign * ($0 - trade.entryPrice) * size }
        return (min(moves[0], moves[1], 0), max(moves[0], moves[1], 0))
    }

    /// Whether the result is in another currency than the prices.
    private func isConverted(_ trade: Trade) -> Bool {
        let result = trade.profit + trade.fees
        return (result - trade.priceMove).magnitude > 0.02
            * max(result.magnitude, trade.priceMove.magnitude, trade.fees)
    }

    private func isNear(_ left: Double, _ right: Double) -> Bool {
        (left - right).magnitude <= 1e-6 * max(left.magnitude, right.magnitude)
    }
}
