import RunModel

/// A file of risk-free rates: `annual_rate` as a fraction per year, or `returns` per period.
enum RiskFreeReader {
    private static let annualNames = ["annual_rate", "annual", "rate", "yield", "risk_free", "rf", "risk_free_rate"]
    private static let percentMarks = ["pct", "percent", "percentage"]

    static func read(_ file: TableFile) throws(RunError) -> RawSeries {
        let timestampColumn = try file.timestampColumn()
        let names = file.header.map(ColumnNames.normalised)
        let annual = annualNames.compactMap { names.firstIndex(of: $0) }.first
        if let column = annual ?? percentColumn(file) {
            var rates = try series(file, column, timestampColumn, .annualRates)
            if annual == nil, !file.hasPercentSigns(column) {
                file.log.note("Column '\(rates.column)' of \(file.name) holds percents, divided by 100.")
                rates.values = rates.values.map { $0 / 100 }
            } else if !file.hasPercentSigns(column) {
                checkSize(rates, file.log)
            }
            return rates
        }
        guard let column = ColumnNames.returns.compactMap({ names.firstIndex(of: $0) }).first else {
            throw file.log.fail(.noRateColumn(file.name, file.header))
        }
        return try series(file, column, timestampColumn, .returns)
    }

    private static func series(
        _ file: TableFile, _ column: Int, _ timestampColumn: Int, _ content: RawSeries.Content
    ) throws(RunError) -> RawSeries {
        guard file.count > 0 else { throw file.log.fail(.noRows(file.name)) }
        return file.series(
            column, timestamps: file.timestamps(timestampColumn), timestampColumn: timestampColumn, content: content)
    }

    /// `annual_rate_pct`, `Yield [%]`, `rate (percent)`.
    private static func percentColumn(_ file: TableFile) -> Int? {
        file.header.firstIndex { name in
            let words = ColumnNames.normalised(name.replacing("%", with: " pct ")).split { "_[]()".contains($0) }.map(
                String.init)
            let rest = words.filter { !percentMarks.contains($0) }
            return rest.count < words.count && annualNames.contains(rest.joined(separator: "_"))
        }
    }

    /// No market has paid half a year's money without risk for long: such rates are percents.
    private static func checkSize(_ rates: RawSeries, _ log: ReadingLog) {
        guard let index = rates.values.firstIndex(where: { $0 >= RateSize.implausible }) else { return }
        log.add(.rateInPercent(rates.file, Int(rates.lines[index]), rates.column, rates.values[index]))
    }
}
