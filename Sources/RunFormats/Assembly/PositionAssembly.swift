import RunModel
import Series

/// Makes a run's positions of what a file says, and compares their sum with the equity.
struct PositionAssembly {
    let raw: RawPositions
    let clock: WallClock
    let log: ReadingLog

    /// Positions at strictly increasing moments; logs errors of order like those of the main series.
    func positions() throws(RunError) -> PositionHistory {
        let order = RawSeries(
            file: raw.file, column: raw.stampColumn, stampColumn: raw.stampColumn, content: .annualRates,
            stamps: raw.stamps, values: Array(repeating: 0, count: raw.lines.count), lines: raw.lines)
        let stamps = try SeriesCheck(raw: order, clock: clock, log: log).read().stamps
        return PositionHistory(stamps: stamps, symbols: raw.symbols, values: raw.values, cash: raw.cash)
    }

    /// Positions and cash are the account's equity, where the equity is money and the dates meet.
    func checkSum(_ positions: PositionHistory, against equity: TimeSeries, isIntraday: Bool) {
        guard let cash = positions.cash else { return }
        var (compared, differing, worst) = (0, 0, 0.0)
        var worstRow: (row: Int, sum: Double, equity: Double)?
        var point = 0
        func moment(_ stamp: Timestamp) -> Int64 { isIntraday ? stamp.milliseconds : Int64(stamp.date.day) }
        for row in positions.stamps.indices {
            let key = moment(positions.stamps[row])
            while point < equity.count, moment(equity.stamps[point]) < key { point += 1 }
            guard point < equity.count, moment(equity.stamps[point]) == key else { continue }
            compared += 1
            let sum = positions.values.reduce(cash[row]) { $0 + $1[row] }
            let difference = (sum - equity.values[point]).magnitude / equity.values[point]
            if difference > 1e-4 { differing += 1 }
            if difference > max(worst, 1e-4) {
                worst = difference
                worstRow = (row, sum, equity.values[point])
            }
        }
        guard let worstRow else { return }
        log.add(
            Words.positionsSum(
                raw.file, Int(raw.lines[worstRow.row]), differing, of: compared, sum: worstRow.sum,
                equity: worstRow.equity, at: positions.stamps[worstRow.row]))
    }
}

extension PositionHistory {
    /// The rows on dates of a range.
    func slice(from: CalendarDate?, to: CalendarDate?) -> PositionHistory {
        let rows = stamps.indices.filter { row in
            (from.map { stamps[row].date >= $0 } ?? true) && (to.map { stamps[row].date <= $0 } ?? true)
        }
        return PositionHistory(
            stamps: rows.map { stamps[$0] }, symbols: symbols,
            values: values.map { column in rows.map { column[$0] } }, cash: cash.map { cash in rows.map { cash[$0] } })
    }
}
