import Analytics
import Charts
import Formatting
import Series

/// Years by months: what each month was above the benchmark's, with the year's excess behind.
enum MonthlyExcessFigure {
    static let definition = FigureDefinition(
        name: "monthly-excess", summary: "heatmap of months less the benchmark's, with the year's", chart: chart)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        guard let name = analysis.benchmarkName else { throw .noBenchmark }
        let years = analysis.periods.years, months = analysis.periods.months.filter { $0.excess != nil }
        guard let first = years.first?.start.year, !months.isEmpty else { throw .noMonth }
        let cells =
            months.compactMap { cell($0, firstYear: first) }
            + years.enumerated().compactMap { row, year in year.excess.map { MonthGrid.cell(year: $0, row: row) } }
        let isPartial = (years + months).contains(where: \.isPartial)
        let limit = MonthGrid.limit(months.compactMap(\.excess))
        return Chart(
            title: "Months less the benchmark's",
            subtitle: "percentage points above \(name)" + (isPartial ? "; * incomplete year or month" : ""),
            altText: altText(months, name), aspect: MonthGrid.aspect(years: years.count), x: MonthGrid.columns(),
            panels: [
                Panel(y: MonthGrid.rows(years), marks: [.cells(CellsMark(cells, colors: .results(upTo: limit)))])
            ])
    }

    private static func cell(_ month: PeriodReturn, firstYear: Int) -> CellsMark.Cell? {
        month.excess.map {
            MonthGrid.cell(month, $0, firstYear: firstYear, title: MonthGrid.texts($0)[0] + " percentage points")
        }
    }

    private static func altText(_ months: [PeriodReturn], _ benchmark: String) -> String {
        let whole = months.filter { !$0.isPartial }
        let ahead = whole.count { ($0.excess ?? 0) > 0 }
        return "Months less those of \(benchmark): \(ahead) of "
            + "\(FigureWords.count(whole.count, "whole month", "whole months")) ahead of it."
    }
}
