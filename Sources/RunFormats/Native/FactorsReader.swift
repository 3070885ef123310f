import RunModel

/// Returns of factors: a column of moments and one of simple returns per factor.
enum FactorsReader {
    /// Columns that hold what an account without risk earned, which Kenneth French's files carry beside the factors.
    private static let rateNames = ["rf", "risk_free", "risk_free_rate"]

    /// One series per factor, in the order of the file; throws where the file has none.
    static func read(_ file: TableFile) throws(RunError) -> [RawSeries] {
        let timestampColumn = try file.timestampColumn()
        let columns = file.header.indices.filter { $0 != timestampColumn }
        let rates = columns.filter { rateNames.contains(ColumnNames.normalised(file.header[$0])) }
        let factors = columns.filter { !rates.contains($0) }
        guard !factors.isEmpty else { throw file.log.fail(.noValueColumn(file.name, file.header)) }
        guard file.count > 0 else { throw file.log.fail(.noRows(file.name)) }
        if let column = rates.first {
            file.log.note("Column '\(file.header[column])' of \(file.name) is a rate and no factor; it is not used.")
        }
        let timestamps = file.timestamps(timestampColumn)
        return factors.map {
            file.series($0, timestamps: timestamps, timestampColumn: timestampColumn, content: .returns)
        }
    }
}
