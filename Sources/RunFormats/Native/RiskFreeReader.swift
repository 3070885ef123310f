import RunModel

/// A file of risk-free rates: `annual_rate` as a fraction per year, or `returns` per period.
enum RiskFreeReader {
    private static let annualNames = ["annual_rate", "annual", "rate", "yield"]

    static func read(_ file: TableFile) throws(RunError) -> RawSeries {
        let stampColumn = try file.stampColumn()
        let names = file.header.map(ColumnNames.normalised)
        let annual = annualNames.compactMap { names.firstIndex(of: $0) }.first
        let returns = ColumnNames.returns.compactMap { names.firstIndex(of: $0) }.first
        guard let column = annual ?? returns else {
            throw file.log.fail(Words.noRateColumn(file.name, file.header))
        }
        guard file.count > 0 else { throw file.log.fail(Words.noRows(file.name)) }
        return file.series(
            column, stamps: file.stamps(stampColumn), stampColumn: stampColumn,
            content: annual == nil ? .returns : .annualRates)
    }
}
