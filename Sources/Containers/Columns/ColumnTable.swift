/// Named columns of equal length, as a file of columns holds them; knows nothing of what they mean.
///
/// ```swift
/// let table = try ParquetReader.read(bytes, limit: 1 << 30)
/// if case .doubles(let equity)? = table["Equity"]?.values { print(equity.count == table.rowCount) }
/// ```
public struct ColumnTable: Sendable {
    /// The columns in the order of the file.
    public var columns: [TableColumn]
    /// How many values every column has.
    public var rowCount: Int
    /// Names of the columns that pandas calls the index, in their order; none for a range of row numbers.
    public var indexNames: [String]
    /// Columns of the file that have no values here, each with the reason: lists, structures, maps.
    public var omitted: [ContainerProblem]

    /// A table of columns that have `rowCount` values each.
    public init(
        columns: [TableColumn], rowCount: Int, indexNames: [String] = [], omitted: [ContainerProblem] = []
    ) {
        precondition(columns.allSatisfy { $0.values.count == rowCount }, "columns of unequal length")
        self.columns = columns
        self.rowCount = rowCount
        self.indexNames = indexNames
        self.omitted = omitted
    }

    /// The first column of a name.
    public subscript(name: String) -> TableColumn? { columns.first { $0.name == name } }
}

/// One column: its name, its values, and which of them are there.
public struct TableColumn: Sendable {
    /// As written; two columns may share a name.
    public var name: String
    /// A value for every row; what stands at a row without a value means nothing.
    public var values: ColumnValues
    /// Which rows have a value.
    public var validity: Validity

    /// A column of values.
    public init(name: String, values: ColumnValues, validity: Validity) {
        precondition(values.count == validity.count, "validity of another length")
        self.name = name
        self.values = values
        self.validity = validity
    }
}

/// The values of a column by their kind.
public enum ColumnValues: Equatable, Sendable {
    /// Numbers with a fraction; single and half precision are widened exactly.
    case doubles([Double])
    /// Whole numbers.
    case integers([Int64])
    /// Text.
    case texts(TextValues)
    /// Truth values.
    case booleans([Bool])
    /// Moments, dates, times of day and durations.
    case times(TimeValues)
    /// Exact decimals.
    case decimals(DecimalValues)

    /// How many values there are, missing ones counted.
    public var count: Int {
        switch self {
        case .doubles(let values): values.count
        case .integers(let values): values.count
        case .texts(let values): values.count
        case .booleans(let values): values.count
        case .times(let values): values.counts.count
        case .decimals(let values): values.unscaled.count
        }
    }
}
