import RunModel
import Series

/// Makes a run's round trips of what a file says: times on the run's clock, relations checked, sorted by exit.
struct TradeAssembly {
    private let raw: RawTrades
    private let clock: WallClock
    private let span: ClosedRange<Timestamp>
    private let isOfEngine: Bool
    private let log: ReadingLog

    /// Nil where the run records no trades.
    init?(_ parts: RunParts) {
        guard let raw = parts.raw.trades else { return nil }
        (self.raw, isOfEngine) = (raw, parts.raw.isOfEngine)
        (clock, span, log) = (parts.timeline.clock, parts.wholeSpan, parts.log)
    }

    /// The round trips of the whole run with their lines, whatever part of it is looked at.
    func value() -> [RawTrades.Row] {
        var rows = raw.rows
        for index in rows.indices { place(&rows[index]) }
        for row in rows where row.trade.exit < row.trade.entry {
            log.add(.exitBeforeEntry(raw.file, row.line, row.trade))
        }
        checkSpan(rows)
        checkGross(rows)
        checkUnpriced(rows)
        fixSigns(&rows)
        return sorted(rows)
    }

    /// Times on the run's clock; a trade without exit ends with the run.
    private func place(_ row: inout RawTrades.Row) {
        row.trade.entry = clock.timestamp(row.entry)
        row.trade.exit = row.exit.map(clock.timestamp) ?? max(row.trade.entry, span.upperBound)
        guard let exit = row.exit else { return }
        let elapsed = clock.elapsed(from: row.entry, to: exit)
        if elapsed != row.trade.exit.milliseconds - row.trade.entry.milliseconds {
            row.trade.elapsedMilliseconds = elapsed
        }
    }

    private func checkSpan(_ rows: [RawTrades.Row]) {
        let (first, last) = (span.lowerBound.date, span.upperBound.date)
        let outside = rows.filter { $0.trade.entry.date < first || $0.trade.exit.date > last }
        if let row = outside.first { log.add(.tradesOutsideRun(raw.file, row.line, outside.count)) }
    }

    /// Profits said to be net that equal the price moves before fees.
    private func checkGross(_ rows: [RawTrades.Row]) {
        let withFees = rows.filter { $0.trade.fees > 0 && !$0.trade.isOpen }
        let gross = withFees.filter { row in
            let trade = row.trade
            return (trade.profit - trade.priceMove).magnitude < trade.fees * 0.1
        }
        guard withFees.count >= 5, gross.count * 10 >= withFees.count * 9 else { return }
        log.add(.grossProfit(raw.file, Double(gross.count) / Double(withFees.count), ofEngine: isOfEngine))
    }

    private func checkUnpriced(_ rows: [RawTrades.Row]) {
        if raw.pricesOpen { return }
        let unpriced = rows.count {
            $0.trade.isOpen && $0.trade.exitPrice == $0.trade.entryPrice && $0.trade.profit == -$0.trade.fees
        }
        if unpriced > 0 { log.add(.unpricedOpenTrades(raw.file, unpriced)) }
    }

    // MARK: Excursions

    /// Adverse excursions are zero or negative, favourable ones zero or positive; files write both as sizes too.
    private func fixSigns(_ rows: inout [RawTrades.Row]) {
        fixSign(&rows, \.mae, "mae", wanted: -1)
        fixSign(&rows, \.mfe, "mfe", wanted: 1)
    }

    private func fixSign(
        _ rows: inout [RawTrades.Row], _ part: WritableKeyPath<Trade, Double?>, _ name: String, wanted: Double
    ) {
        let values = rows.compactMap { $0.trade[keyPath: part] }
        guard values.contains(where: { $0 * wanted < 0 }) else { return }
        let isMixed = values.contains { $0 * wanted > 0 }
        if isMixed {
            log.add(.excursionSigns(raw.file, name))
        } else {
            log.note("'\(name)' of \(raw.file) has the other sign and was turned around.")
        }
        for index in rows.indices {
            rows[index].trade[keyPath: part] = isMixed ? nil : rows[index].trade[keyPath: part].map { -$0 }
        }
    }

    // MARK: Order

    private func sorted(_ rows: [RawTrades.Row]) -> [RawTrades.Row] {
        func isBefore(_ left: RawTrades.Row, _ right: RawTrades.Row) -> Bool {
            (left.trade.exit, left.trade.entry) < (right.trade.exit, right.trade.entry)
        }
        let isSorted = rows.indices.dropFirst().allSatisfy { !isBefore(rows[$0], rows[$0 - 1]) }
        if isSorted { return rows }
        log.note("Trades of \(raw.file) were sorted by exit.")
        // Swift's sort is stable, so trades of one moment keep the file's order.
        return rows.sorted(by: isBefore)
    }
}
