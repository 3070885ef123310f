import Analytics
import Charts
import Formatting
import Series

/// Years by months: what each month was above the benchmark's, with the year's excess behind.
enum MonthlyExcessFigure {
    static let definition = FigureDefinition(
        name: "monthly-excess", summary: "heatmap of months less the benchmark's, with the year's", chart: chart)

    /// Month columns are 1 wide; then a gap and the year.
    private static let year = (start: 12.15, end: 13.2)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        guard let name = analysis.benchmarkName else { throw .noBenchmark }
        let years = analysis.periods.years, months = analysis.periods.months.filter { excess($0) != nil }
        guard let first = years.first?.start.year, !months.isEmpty else { throw .noMonth }
        let cells =
            months.compactMap { cell($0, row: $0.start.year - first) }
            + years.enumerated().compactMap { yearCell($1, row: $0) }
        let isPartial = (years + months).contains(where: \.isPartial)
        let rows = years.enumerated().map { index, year in
            AxisBand(
                ["\(year.start.year)" + (year.isPartial ? " *" : "")], start: Double(index), end: Double(index + 1))
        }
        let limit = MonthlyReturnsFigure.limit(of: months.compactMap(excess))
        return Chart(
            title: "Months less the benchmark's",
            subtitle: "percentage points above \(name)" + (isPartial ? "; * incomplete year or month" : ""),
            altText: altText(months, name), aspect: (30 + 12.4 * Double(years.count)) / 540, x: columns,
            panels: [
                Panel(
                    y: Axis(.bands(rows, extent: Double(years.count))),
                    marks: [.cells(CellsMark(cells, colors: .results(upTo: limit)))])
            ])
    }

    /// By subtraction, in the months of both.
    private static func excess(_ period: PeriodReturn) -> Double? {
        period.comparableBenchmark.map { period.strategy - $0 }
    }

    private static var columns: Axis {
        var bands = CalendarDate.monthNames.enumerated().map { index, name in
            AxisBand([name, String(name.prefix(1))], start: Double(index), end: Double(index + 1))
        }
        bands.append(AxisBand(["Year"], start: year.start, end: year.end, alignment: .end, isStrong: true))
        return Axis(.bands(bands, extent: year.end), labelsOnTop: true)
    }

    private static func cell(_ month: PeriodReturn, row: Int) -> CellsMark.Cell? {
        guard let value = excess(month) else { return nil }
        let parts = month.start.components
        let column = Double(parts.month - 1)
        return CellsMark.Cell(
            x0: column, x1: column + 1, row: row, value: value,
            texts: texts(value).map { $0 + (month.isPartial ? "*" : "") },
            title: "\(CalendarDate.monthNames[parts.month - 1]) \(parts.year): \(texts(value)[0]) percentage points")
    }

    private static func yearCell(_ period: PeriodReturn, row: Int) -> CellsMark.Cell? {
        guard let value = excess(period) else { return nil }
        return CellsMark.Cell(
            x0: year.start, x1: year.end, row: row, texts: texts(value), alignment: .end, emphasis: .strong)
    }

    /// One decimal where there is room, else none.
    private static func texts(_ value: Double) -> [String] {
        [DisplayNumber.percentNumber(value, places: 1), DisplayNumber.percentNumber(value, places: 0)]
    }

    private static func altText(_ months: [PeriodReturn], _ benchmark: String) -> String {
        let whole = months.filter { !$0.isPartial }
        let ahead = whole.count { (excess($0) ?? 0) > 0 }
        return "Months less those of \(benchmark): \(ahead) of "
            + "\(FigureWords.count(whole.count, "whole month", "whole months")) ahead of it."
    }
}
