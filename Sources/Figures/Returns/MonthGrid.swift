import Analytics
import Charts
import Formatting
import Series

/// Years by months: what heatmaps of months have in common.
enum MonthGrid {
    /// Month columns are 1 wide; then a gap, the year and the benchmark.
    enum Column {
        static let year = (start: 12.15, end: 13.2)
        static let benchmark = (start: 13.3, end: 14.8)
    }

    /// Months, the year, and the benchmark where it has a name.
    static func columns(_ benchmark: String? = nil) -> Axis {
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

    /// A row for each year, a star at those that the run covers a part of.
    static func rows(_ years: [PeriodReturn]) -> Axis {
        let rows = years.enumerated().map { index, year in
            let name = "\(year.start.year)" + (year.isPartial ? " *" : "")
            return AxisBand([name], start: Double(index), end: Double(index + 1))
        }
        return Axis(.bands(rows, extent: Double(years.count)))
    }

    /// Height over width of so many years.
    static func aspect(years: Int) -> Double { (30 + 12.4 * Double(years)) / 540 }

    /// The cell of a month in the row of its year.
    static func cell(_ month: PeriodReturn, _ value: Double, firstYear: Int, title: String) -> CellsMark.Cell {
        let parts = month.start.components
        let column = Double(parts.month - 1)
        return CellsMark.Cell(
            x0: column, x1: column + 1, row: parts.year - firstYear, value: value,
            texts: texts(value).map { $0 + (month.isPartial ? "*" : "") }, title: "\(name(month)): \(title)")
    }

    /// The cell of a year behind its months.
    static func cell(year value: Double, row: Int) -> CellsMark.Cell {
        CellsMark.Cell(
            x0: Column.year.start, x1: Column.year.end, row: row, texts: texts(value), alignment: .end,
            emphasis: .strong)
    }

    /// One decimal where there is room, else none.
    static func texts(_ value: Double) -> [String] {
        [DisplayNumber.percentNumber(value, places: 1), DisplayNumber.percentNumber(value, places: 0)]
    }

    /// `Mar 2020`.
    static func name(_ month: PeriodReturn) -> String {
        let parts = month.start.components
        return "\(CalendarDate.monthNames[parts.month - 1]) \(parts.year)"
    }

    /// Full colour at the 98th percentile of sizes: one wild month of fifty must not bleach the others.
    static func limit(_ values: [Double]) -> Double {
        let sizes = values.map(\.magnitude).filter(\.isFinite).sorted()
        guard !sizes.isEmpty else { return 1 }
        let rank = min(sizes.count - 1, sizes.count * 98 / 100)
        return max(sizes[rank], 1e-6)
    }
}
