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
                altText: altText(analysis.periods), aspect: (30 + 12.4 * Double(years.count)) / 540,
                x: columns(analysis.benchmarkName), panels: [table(analysis)]))
    }

    /// Month columns are 1 wide; then a gap, the year and the benchmark.
    private enum Column {
        static let year = (start: 12.15, end: 13.2)
        static let benchmark = (start: 13.3, end: 14.8)
    }

    private static func columns(_ benchmark: String?) -> Axis {
        var bands = CalendarDate.monthNames.enumerated().map { index, name in
            AxisBand([name, String(name.prefix(1))], start: Double(index), end: Double(index + 1))
        }
        bands.append(
            AxisBand(["Year"], start: Column.year.start, end: Column.year.end, alignment: .end, isStrong: true))
        if let benchmark {
            bands.append(
                AxisBand([benchmark], start: Column.benchmark.start, end: Column.benchmark.end, alignment: .end))
        }
        let extent = benchmark == nil ? Column.year.end : Column.benchmark.end
        return Axis(.bands(bands, extent: extent), labelsOnTop: true)
    }

    private static func table(_ analysis: Analysis) -> Panel {
        let years = analysis.periods.years
        let rows = years.enumerated().map { index, year in
            let name = "\(year.start.year)" + (year.isPartial ? " *" : "")
            return AxisBand([name], start: Double(index), end: Double(index + 1))
        }
        let y = Axis(.bands(rows, extent: Double(years.count)))
        let hasBenchmark = analysis.benchmarkName != nil
        let cells = monthCells(analysis.periods) + years.enumerated().flatMap { yearCells($1, row: $0, hasBenchmark) }
        return Panel(y: y, marks: [.cells(CellsMark(cells, colors: .results(upTo: limit(analysis.periods.months))))])
    }

    private static func monthCells(_ periods: PeriodSection) -> [CellsMark.Cell] {
        guard let first = periods.years.first?.start.year else { return [] }
        return periods.months.map { month in
            let parts = month.start.components
            let column = Double(parts.month - 1)
            return CellsMark.Cell(
                x0: column, x1: column + 1, row: parts.year - first, value: month.strategy,
                texts: texts(month.strategy).map { $0 + (month.isPartial ? "*" : "") }, title: title(month))
        }
    }

    private static func yearCells(_ year: PeriodReturn, row: Int, _ hasBenchmark: Bool) -> [CellsMark.Cell] {
        var cells = [
            CellsMark.Cell(
                x0: Column.year.start, x1: Column.year.end, row: row, texts: texts(year.strategy), alignment: .end,
                emphasis: .strong)
        ]
        if hasBenchmark, let benchmark = year.comparableBenchmark {
            cells.append(
                CellsMark.Cell(
                    x0: Column.benchmark.start, x1: Column.benchmark.end, row: row, texts: texts(benchmark),
                    alignment: .end, emphasis: .muted))
        }
        return cells
    }

    /// `Mar 2020: −3.2 %`.
    private static func title(_ month: PeriodReturn) -> String {
        let parts = month.start.components
        return
            "\(CalendarDate.monthNames[parts.month - 1]) \(parts.year): \(FigureWords.percent(month.strategy))"
    }

    /// One decimal where there is room, else none.
    private static func texts(_ value: Double) -> [String] {
        [DisplayNumber.percentNumber(value, places: 1), DisplayNumber.percentNumber(value, places: 0)]
    }

    /// Full colour at the 98th percentile of sizes: one wild month of fifty must not bleach the others.
    static func limit(_ months: [PeriodReturn]) -> Double { limit(of: months.map(\.strategy)) }

    static func limit(of values: [Double]) -> Double {
        let sizes = values.map(\.magnitude).filter(\.isFinite).sorted()
        guard !sizes.isEmpty else { return 1 }
        let rank = min(sizes.count - 1, sizes.count * 98 / 100)
        return max(sizes[rank], 1e-6)
    }

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
        let parts = month.start.components
        return "\(FigureWords.percent(month.strategy)) in \(CalendarDate.monthNames[parts.month - 1]) \(parts.year)"
    }
}
