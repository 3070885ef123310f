import RunModel

/// Positions: a wide table of market values (a column of moments, one per symbol, and `cash`), or a long one.
enum PositionsReader {
    static func read(_ file: TableFile) throws(RunError) -> RawPositions? {
        guard file.count > 0 else {
            file.log.add(.emptyPositions(file.name))
            return nil
        }
        if LongPositionsReader.isLong(file.header) { return try LongPositionsReader.read(file) }
        let timestampColumn = try file.timestampColumn()
        let columns = file.header.indices.filter { $0 != timestampColumn }
        guard !columns.isEmpty else { throw file.log.fail(.noValueColumn(file.name, file.header)) }
        let cashColumn = columns.first { ColumnNames.normalised(file.header[$0]) == "cash" }
        let symbolColumns = columns.filter { $0 != cashColumn }
        let symbols = symbolColumns.map { file.header[$0] }
        if let double = symbols.first(where: { name in symbols.filter { $0 == name }.count > 1 }) {
            throw file.log.fail(.duplicateColumn(file.name, double))
        }
        var missing = 0
        let timestamps = file.timestamps(timestampColumn)
        let judgement = RowJudgement(timestamps: timestamps, rules: file.log.rules)
        func held(_ column: Int) -> [Double] {
            let values = heldValues(file.numbers(column, judgement: judgement), &missing)
            return timestamps.isNewestFirst ? values.reversed() : values
        }
        let values = symbolColumns.map(held)
        let cash = cashColumn.map(held)
        if missing > 0 { file.log.note("\(missing) empty cells of \(file.name) were read as no position.") }
        return RawPositions(
            file: file.name, timestampColumn: file.header[timestampColumn],
            timestamps: timestamps.isNewestFirst ? timestamps.reversed() : timestamps, symbols: symbols, values: values,
            cash: cash,
            lines: timestamps.isNewestFirst ? file.dataLines.reversed() : file.dataLines,
            digits: symbolColumns.map { file.table.digits(column: $0, from: 1) },
            cashDigits: cashColumn.map { file.table.digits(column: $0, from: 1) })
    }

    /// A symbol without a value is a symbol that is not held.
    private static func heldValues(_ column: [Double], _ missing: inout Int) -> [Double] {
        column.map { value in
            guard value.isNaN else { return value }
            missing += 1
            return 0
        }
    }
}
