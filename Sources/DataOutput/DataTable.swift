import Analytics

/// A table of plain values under machine names: what JSON and CSV write, before any formatting for readers.
public struct DataTable: Equatable, Sendable {
    /// One value.
    public enum Value: Equatable, Sendable {
        /// A number; fractions are never percents.
        case number(Double)
        /// A whole number.
        case integer(Int)
        /// A text; dates are ISO 8601.
        case text(String)
        /// Yes or no.
        case boolean(Bool)
        /// Not available.
        case absent

        /// A number, or absent for nil.
        public static func optional(_ value: Double?) -> Value { value.map { .number($0) } ?? .absent }
        /// A text, or absent for nil.
        public static func optional(_ value: String?) -> Value { value.map { .text($0) } ?? .absent }
    }

    /// Stable name: `drawdowns`.
    public let name: String
    /// Column names in order.
    public let columns: [String]
    /// Rows, one value per column.
    public let rows: [[Value]]

    /// A table.
    public init(name: String, columns: [String], rows: [[Value]]) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }
}
