import Analytics
import Charts
import RunModel

/// What trades earned by the weekday and the hour at which they were opened.
enum WeekdayHourFigure {
    static let definition = FigureDefinition(
        name: "weekday-hour-pnl", summary: "heatmap of the net P&L of closed trades by weekday and hour of the entry",
        chart: chart)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let closed = try analysis.closedTrades.closed
        guard closed.contains(where: { $0.entry.millisecondsOfDay != 0 }) else { throw .noTimesOfDay }
        let sums = sums(closed)
        let hours = sums.map(\.hour)
        guard let first = hours.min(), let last = hours.max() else { throw .noClosedTrade }
        let weekdays = Set(sums.map(\.weekday)).sorted()
        let columns = (first...last).enumerated().map { place, hour in
            AxisBand([Self.clock(hour), "\(hour)"], start: Double(place), end: Double(place + 1))
        }
        let rows = weekdays.enumerated().map { place, day in
            AxisBand([days[day]], start: Double(place), end: Double(place + 1))
        }
        let cells = sums.map { cell in
            CellsMark.Cell(
                x0: Double(cell.hour - first), x1: Double(cell.hour - first + 1),
                row: weekdays.firstIndex(of: cell.weekday) ?? 0, value: cell.profit,
                texts: [FigureWords.money(cell.profit), ""],
                title: "\(days[cell.weekday]) \(clock(cell.hour)): \(FigureWords.money(cell.profit)) of "
                    + FigureWords.count(cell.count, "trade", "trades"))
        }
        let reach = max(sums.map(\.profit.magnitude).max() ?? 1, 1e-6)
        return Chart(
            title: "P&L by weekday and hour",
            subtitle: "closed trades by their entry, net of costs" + FigureWords.unit(analysis.run.currency.value),
            altText: altText(sums), aspect: (40 + 16 * Double(weekdays.count)) / 540,
            x: Axis(.bands(columns, extent: Double(columns.count)), labelsOnTop: true),
            panels: [
                Panel(
                    y: Axis(.bands(rows, extent: Double(rows.count))),
                    marks: [.cells(CellsMark(cells, colors: .results(upTo: reach)))])
            ])
    }

    private struct Cell {
        let weekday: Int
        let hour: Int
        let profit: Double
        let count: Int
    }

    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    private static func clock(_ hour: Int) -> String { (hour < 10 ? "0" : "") + "\(hour):00" }

    /// Sums of the cells in which a trade was opened, by weekday, then hour.
    private static func sums(_ trades: [Trade]) -> [Cell] {
        var profits = [Double](repeating: 0, count: 168)
        var counts = [Int](repeating: 0, count: 168)
        for trade in trades {
            let place = trade.entry.date.weekday * 24 + trade.entry.hour
            profits[place] += trade.profit
            counts[place] += 1
        }
        return (0..<168).filter { counts[$0] > 0 }.map {
            Cell(weekday: $0 / 24, hour: $0 % 24, profit: profits[$0], count: counts[$0])
        }
    }

    private static func altText(_ sums: [Cell]) -> String {
        let words = { (cell: Cell) in "\(days[cell.weekday]) \(clock(cell.hour)) with \(FigureWords.money(cell.profit))"
        }
        guard let best = sums.max(by: { $0.profit < $1.profit }), let worst = sums.min(by: { $0.profit < $1.profit })
        else { return "P&L by weekday and hour." }
        return "Net P&L of closed trades by weekday and hour of the entry: best \(words(best)), worst \(words(worst))."
    }
}
