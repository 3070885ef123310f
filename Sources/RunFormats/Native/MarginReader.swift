import RunModel

/// Margin in use: a column of moments, and one of shares of the account or of money.
enum MarginReader {
    private static let shareColumns = ["margin_use", "margin_share", "share", "utilisation", "utilization"]
    private static let moneyColumns = ["margin_used", "margin", "used", "locked", "initial_margin", "used_margin"]

    /// Margin as written; throws where the file has no column of it.
    static func read(_ file: TableFile) throws(RunError) -> RawMargin {
        let header = file.header.map(ColumnNames.normalised)
        let share = shareColumns.compactMap { header.firstIndex(of: $0) }.first
        guard let column = share ?? moneyColumns.compactMap({ header.firstIndex(of: $0) }).first else {
            throw file.log.fail(.noMarginColumn(file.name, file.header))
        }
        guard file.count > 0 else { throw file.log.fail(.noRows(file.name)) }
        let time = try file.timestampColumn()
        let table = TradeTable(file: file, exit: time)
        let (times, values) = (table.timestamps(time, where: table.judges), table.neededNumbers(column))
        let negative = (1..<max(1, file.table.rowCount)).filter { values[$0 - 1] < 0 && table.judges($0) }
        table.tell(negative, column) { line, row in
            Finding.negativeMargin(file.name, line, file.header[column], values[row - 1])
        }
        let rows = (0..<file.count).compactMap { index -> RawMargin.Row? in
            guard let moment = times[index], values[index] >= 0 else { return nil }
            return RawMargin.Row(time: moment, value: values[index])
        }
        return RawMargin(file: file.name, rows: rows, areShares: share != nil)
    }
}
