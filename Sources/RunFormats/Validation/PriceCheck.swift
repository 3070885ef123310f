import RunModel
import Series

/// Prices and volumes far outside what is usual for their symbol.
///
/// Price moves are measured like returns of a run: distance from the median over 1.4826 times the median absolute deviation,
/// moves of zero apart. A volume is far outside where it is many times the symbol's median.
struct PriceCheck {
    let prices: PriceHistory
    let thresholds: ValidationThresholds
    let log: ReadingLog

    /// What is far outside.
    private struct Spike {
        var symbol: String
        var moment: Timestamp
        var size: Double
        var score: Double
    }

    func tell() {
        var (moves, volumes) = ([Spike](), [Spike]())
        for bars in prices.symbols {
            moves += spikes(bars)
            volumes += volumeSpikes(bars)
        }
        if let worst = moves.max(by: { $0.score < $1.score }) {
            log.add(
                .priceSpikes(
                    prices.file, moves.count, symbol: worst.symbol, move: worst.size, at: worst.moment,
                    score: worst.score, threshold: threshold))
        }
        if let worst = volumes.max(by: { $0.score < $1.score }) {
            log.add(
                .volumeSpikes(
                    prices.file, volumes.count, symbol: worst.symbol, times: worst.score, at: worst.moment,
                    threshold: volumeThreshold))
        }
    }

    private var volumeThreshold: Double { thresholds.volumeSpike ?? 50 }
    private var threshold: Double { thresholds.priceSpike ?? (prices.areDaily ? 15 : 30) }

    private func spikes(_ bars: PriceHistory.Bars) -> [Spike] {
        let close = bars.close
        let moves = close.indices.dropFirst().map { index in
            close[index - 1] > 0 ? close[index] / close[index - 1] - 1 : 0
        }
        var moving = moves.filter { $0 != 0 }
        guard moving.count >= 30 else { return [] }
        let median = OrderStatistic.median(of: &moving)
        for index in moving.indices { moving[index] = (moving[index] - median).magnitude }
        let deviation = OrderStatistic.median(of: &moving) * 1.4826
        guard deviation > 0 else { return [] }
        return moves.indices.compactMap { index in
            let score = (moves[index] - median).magnitude / deviation
            guard score > threshold else { return nil }
            return Spike(
                symbol: bars.symbol, moment: bars.timestamps[index + 1], size: moves[index], score: score)
        }
    }

    private func volumeSpikes(_ bars: PriceHistory.Bars) -> [Spike] {
        guard let volume = bars.volume else { return [] }
        var known = volume.filter { $0 > 0 }
        guard known.count >= 30 else { return [] }
        let median = OrderStatistic.median(of: &known)
        return volume.indices.compactMap { index in
            let score = volume[index] / median
            guard score > volumeThreshold else { return nil }
            return Spike(symbol: bars.symbol, moment: bars.timestamps[index], size: volume[index], score: score)
        }
    }
}
