import RunModel
import Series

/// Applies the formula that a column's name asks for, and says so.
struct ColumnConversion {
    let conversion: ValueConversion
    let file: TableFile
    let index: Int

    /// The series as returns or levels.
    func apply(to series: RawSeries) -> RawSeries {
        var series = series
        let column = "Column '\(series.column)' of \(series.file)"
        let hasSigns = file.hasPercentSigns(index)
        if hasSigns, conversion == .percent { return series }
        if conversion.areLevels(series.values) {
            file.log.note("\(column) begins near \(conversion == .cumulative ? 1 : 100) and was read as levels.")
            return series
        }
        file.log.note("\(column) holds \(conversion.formula).")
        series.values = conversion.converted(series.values)
        series.digits = nil
        checkSize(series)
        return series
    }

    /// Percents that are tiny after division were probably fractions before.
    private func checkSize(_ series: RawSeries) {
        guard [.percent, .logPercent].contains(conversion) else { return }
        var sizes = series.values.filter { $0 != 0 && !$0.isNaN }.map(\.magnitude)
        guard sizes.count >= 10 else { return }
        let median = OrderStatistic.median(of: &sizes)
        guard median < 2e-4 else { return }
        file.log.add(.percentsLookLikeFractions(series.file, series.column, median))
    }
}
