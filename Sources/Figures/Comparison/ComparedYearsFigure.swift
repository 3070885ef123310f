import Analytics
import Charts
import Comparison
import Formatting

/// Calendar years side by side: a row per run, a column per year.
enum ComparedYearsFigure {
    static let definition = FigureDefinition<Comparison>(
        "annual-returns", "heatmap of calendar years, a row per run"
    ) { comparison in
        let years = comparison.years
        guard !years.isEmpty else { return .failure(.noReturns) }
        let columns = years.enumerated().map { index, year in
            let star = year.isPartial ? "*" : ""
            let name = "\(year.start.year)"
            return AxisBand(
                [name + star, "’" + name.suffix(2) + star], start: Double(index), end: Double(index + 1))
        }
        let cells = years.enumerated().flatMap { column, year in
            comparison.members.compactMap { member in
                year.returns[member.index].map { cell($0, member, column) }
            }
        }
        let limit = max(years.flatMap { $0.returns.compactMap { $0?.strategy.magnitude } }.max() ?? 1, 1e-6)
        return .success(
            Chart(
                title: "Calendar years",
                subtitle: "%" + (years.contains(where: \.isPartial) ? "; * not covered whole" : ""),
                altText: altText(comparison, years), aspect: (32 + 14 * Double(comparison.members.count)) / 540,
                x: Axis(.bands(columns, extent: Double(columns.count)), labelsOnTop: true),
                panels: [
                    Panel(y: comparison.rowAxis, marks: [.cells(CellsMark(cells, colors: .results(upTo: limit)))])
                ]))
    }

    private static func cell(_ year: PeriodReturn, _ member: Member, _ column: Int) -> CellsMark.Cell {
        CellsMark.Cell(
            x0: Double(column), x1: Double(column + 1), row: member.index, value: year.strategy,
            texts: [1, 0].map { DisplayNumber.percentNumber(year.strategy, places: $0) },
            title: "\(member.name), \(year.start.year): \(FigureWords.percent(year.strategy))")
    }

    /// In how many years each run was the best one.
    private static func altText(_ comparison: Comparison, _ years: [ComparedYear]) -> String {
        var wins = [Int](repeating: 0, count: comparison.members.count)
        for year in years {
            let values = year.returns.map { $0?.strategy ?? -.infinity }
            if let best = values.indices.max(by: { values[$0] < values[$1] }) { wins[best] += 1 }
        }
        return "Best of \(FigureWords.count(years.count, "calendar year", "calendar years")): "
            + comparison.facts { "\(wins[$0.index])" } + "."
    }
}
