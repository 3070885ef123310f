import RunModel
import Series

/// What positions and cash say of the account that returns are of.
struct PyfolioAccount {
    let returns: RawSeries
    let sums: RawSeries

    /// The sum of positions and cash, row by row; nil where there is no cash.
    static func sums(_ positions: RawPositions) -> RawSeries? {
        guard let cash = positions.cash else { return nil }
        let values = cash.indices.map { row in
            var sum = StableSum()
            for column in positions.values { sum.add(column[row]) }
            sum.add(cash[row])
            return sum.value
        }
        return RawSeries(
            file: positions.file, column: "positions and cash", timestampColumn: positions.timestampColumn,
            content: .levels, timestamps: positions.timestamps, values: values, lines: positions.lines)
    }

    /// The account's value before the first return, and the date whose sum tells it.
    ///
    /// Nil where the sums do not grow as the returns say: money was paid in or out, or a symbol is missing.
    var start: (capital: Double, date: CalendarDate)? {
        let rows = matches
        guard let first = rows.first, rows.count > 1, agrees(rows) else { return nil }
        var growth = 1.0
        for value in returns.values[...first.own] where !value.isNaN { growth *= 1 + value }
        let capital = sums.values[first.sum] / growth
        guard capital > 0, capital.isFinite else { return nil }
        return (capital, Timestamp(milliseconds: returns.timestamps.walls[first.own]).date)
    }

    /// Rows of one date in both.
    private var matches: [(own: Int, sum: Int)] {
        let days = sums.timestamps.walls.map { Timestamp(milliseconds: $0).date.day }
        var (place, rows) = (0, [(Int, Int)]())
        for (index, wall) in returns.timestamps.walls.enumerated() {
            let day = Timestamp(milliseconds: wall).date.day
            while place < days.count, days[place] < day { place += 1 }
            if place < days.count, days[place] == day { rows.append((index, place)) }
        }
        return rows
    }

    private func agrees(_ rows: [(own: Int, sum: Int)]) -> Bool {
        var (compared, agreeing) = (0, 0)
        for (before, row) in zip(rows, rows.dropFirst()) where row.own == before.own + 1 && row.sum == before.sum + 1 {
            let change = sums.values[row.sum] / sums.values[before.sum] - 1
            compared += 1
            if (change - returns.values[row.own]).magnitude <= 1e-6 { agreeing += 1 }
        }
        return compared > 0 && agreeing * 20 >= compared * 19
    }
}
