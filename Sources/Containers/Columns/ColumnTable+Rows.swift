extension TableColumn {
    /// The first rows of a column.
    func prefix(_ rows: Int) -> TableColumn {
        TableColumn(name: name, values: values.prefix(rows), validity: Validity((0..<rows).map { validity[$0] }))
    }
}

extension ColumnValues {
    fileprivate func prefix(_ rows: Int) -> ColumnValues {
        switch self {
        case .doubles(let values): .doubles(Array(values.prefix(rows)))
        case .integers(let values): .integers(Array(values.prefix(rows)))
        case .booleans(let values): .booleans(Array(values.prefix(rows)))
        case .texts(let values): .texts(values.prefix(rows))
        case .times(var values):
            {
                values.counts = Array(values.counts.prefix(rows))
                return .times(values)
            }()
        case .decimals(let values):
            .decimals(DecimalValues(unscaled: Array(values.unscaled.prefix(rows)), scale: values.scale))
        }
    }
}
