import Formatting
import RunModel
import Series

/// Makes a run's prices of what a file says: bars on the run's clock, in order, each moment once.
struct PriceAssembly {
    private let raw: RawPrices
    private let clock: WallClock
    private let log: ReadingLog
    private let thresholds: ValidationThresholds

    /// Nil where the run has no prices.
    init?(_ parts: RunParts) {
        guard let raw = parts.raw.prices else { return nil }
        (self.raw, clock, log) = (raw, parts.timeline.clock, parts.log)
        thresholds = parts.options.thresholds.joined(with: parts.raw.description.thresholds)
    }

    /// The prices; what is far outside, and symbols without prices, are told.
    ///
    /// - Parameter traded: The symbols that trades, fills and positions name.
    func value(traded: [String]) -> PriceHistory {
        var (symbols, repeated) = ([PriceHistory.Bars](), [Int]())
        for (place, name) in raw.symbols.enumerated() {
            symbols.append(bars(name, raw.rows[place], &repeated))
        }
        if let line = repeated.min() { log.add(.repeatedBars(raw.file, line, repeated.count)) }
        let prices = PriceHistory(file: raw.file, symbols: symbols, hasRanges: raw.hasRanges)
        let missing = traded.filter { prices.bars(of: $0) == nil }
        if !missing.isEmpty { log.add(.unpricedSymbols(raw.file, missing)) }
        PriceCheck(prices: prices, thresholds: thresholds, log: log).tell()
        return prices
    }

    /// In the order of time; of two bars of one moment the first stays.
    private func bars(_ name: String, _ rows: [RawPrices.Row], _ repeated: inout [Int]) -> PriceHistory.Bars {
        var placed = rows.map { (moment: clock.timestamp($0.time), row: $0) }
        if !placed.indices.dropFirst().allSatisfy({ placed[$0 - 1].moment <= placed[$0].moment }) {
            // Swift's sort is stable.
            placed.sort { $0.moment < $1.moment }
        }
        var kept = [(moment: Timestamp, row: RawPrices.Row)]()
        kept.reserveCapacity(placed.count)
        for bar in placed {
            if kept.last?.moment == bar.moment { repeated.append(bar.row.line) } else { kept.append(bar) }
        }
        return PriceHistory.Bars(
            symbol: name, timestamps: kept.map(\.moment), open: kept.map(\.row.open), high: kept.map(\.row.high),
            low: kept.map(\.row.low), close: kept.map(\.row.close),
            volume: raw.hasVolumes ? kept.map(\.row.volume) : nil)
    }
}
