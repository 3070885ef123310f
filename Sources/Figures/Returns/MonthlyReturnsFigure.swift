import Analytics
import Charts
import Formatting
import Series

/// Years by months, diverging around zero, with the year's return and the benchmark's behind.
enum MonthlyReturnsFigure {
    static let definition = FigureDefinition(
        name: "monthly-returns", summary: "heatmap of monthly returns with the year's and the benchmark's return"
    ) { analysis in
        let years = analysis.periods.years
        guard !years.isEmpty, !analysis.periods.months.isEmpty else {
            return .failure(.noMonth)
        }
        let hasPartial = years.contains(where: \.isPartial) || analysis.periods.months.contains(where: \.isPartial)
        return .success(
            Chart(
                title: "Monthly returns",
                subtitle: "%, compounded" + (hasPartial ? "; * incomplete year or month" : "")
                    + clipping(analysis.periods.months),
                altText: altText(analysis.periods), aspect: MonthGrid.aspect(years: years.count),
                x: MonthGrid.columns(analysis.benchmarkName), panels: [table(analysis)]))
    }

    private static func table(_ analysis: Analysis) -> Panel {
        let years = analysis.periods.years
        let hasBenchmark = analysis.benchmarkName != nil
        let cells = monthCells(analysis.periods) + years.enumerated().flatMap { yearCells($1, row: $0, hasBenchmark) }
        return Panel(
            y: MonthGrid.rows(years),
            marks: [.cells(CellsMark(cells, colors: .results(upTo: limit(analysis.periods.months))))])
    }

    private static func monthCells(_ periods: PeriodSection) -> [CellsMark.Cell] {
        guard let first = periods.years.first?.start.year else { return [] }
        return periods.months.map { month in
            MonthGrid.cell(
                month, month.strategy, firstYear: first, title: FigureWords.percent(month.strategy))
        }
    }

    private static func yearCells(_ year: PeriodReturn, row: Int, _ hasBenchmark: Bool) -> [CellsMark.Cell] {
        var cells = [MonthGrid.cell(year: year.strategy, row: row)]
        if hasBenchmark, let benchmark = year.comparableBenchmark {
            let column = MonthGrid.Column.benchmark
            cells.append(
                CellsMark.Cell(
                    x0: column.start, x1: column.end, row: row, texts: MonthGrid.texts(benchmark),
                    alignment: .end, emphasis: .muted))
        }
        return cells
    }

    static func limit(_ months: [PeriodReturn]) -> Double { MonthGrid.limit(months.map(\.strategy)) }

    /// Says from where on all months have the same colour; nothing where each has its own.
    private static func clipping(_ months: [PeriodReturn]) -> String {
        let limit = limit(months)
        guard months.contains(where: { $0.strategy.magnitude > limit * 1.000001 }) else { return "" }
        return "; full colour from ±" + FigureWords.percent(limit)
    }

    private static func altText(_ periods: PeriodSection) -> String {
        let months = periods.months
        let positive = months.count { $0.strategy > 0 }
        var text =
            "Monthly returns of \(FigureWords.count(periods.years.count, "year", "years")): "
            + "\(positive) of \(FigureWords.count(months.count, "month", "months")) positive"
        // The best and the worst are those of the metrics: months that the run covers whole.
        let whole = months.filter { !$0.isPartial }
        if let best = whole.max(by: { $0.strategy < $1.strategy }),
            let worst = whole.min(by: { $0.strategy < $1.strategy })
        {
            text += ", best \(name(best)), worst \(name(worst))"
        }
        return text + "."
    }

    private static func name(_ month: PeriodReturn) -> String {
        "\(FigureWords.percent(month.strategy)) in \(MonthGrid.name(month))"
    }
}
