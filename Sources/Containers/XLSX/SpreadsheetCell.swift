/// What stands in a cell of a sheet.
public enum SpreadsheetCell: Equatable, Sendable {
    /// A number, or the result of a formula.
    case number(Double)
    /// Text, or the result of a formula.
    case text(String)
    /// A truth value.
    case boolean(Bool)
    /// An error such as `#N/A`.
    case failure(String)
    /// A date, a time of day, or both, by the format of the cell: milliseconds since 1970-01-01 00:00 on a clock in no
    /// zone; a time of day alone counts from that day.
    case time(milliseconds: Int64, hasDate: Bool, hasClock: Bool)
    /// Nothing.
    case empty
}

/// A sheet of a workbook.
public struct Spreadsheet: Equatable, Sendable {
    /// What the tab says.
    public var name: String
    /// The rows that hold something, in their order, each with its 1-based number.
    public var rows: [Row]

    /// A sheet with its rows.
    public init(name: String, rows: [Row]) {
        self.name = name
        self.rows = rows
    }

    /// One row; cells from the first column on, empty ones in between, none at the end.
    public struct Row: Equatable, Sendable {
        /// 1-based, as the program shows it.
        public var number: Int
        /// From column A on.
        public var cells: [SpreadsheetCell]

        /// A row with its cells.
        public init(number: Int, cells: [SpreadsheetCell]) {
            self.number = number
            self.cells = cells
        }
    }
}
