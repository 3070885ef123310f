/// A table of one subject: columns, how many rows there are, and their values on demand.
public struct TableContent: Sendable {
    /// The columns with this subject's headers, in the order of data files.
    public let columns: [ColumnDescription]
    /// How many rows there are in all.
    public let count: Int
    /// Behind the title, muted.
    public let subtitle: String
    /// Beneath the table; empty for none.
    public let footnote: String
    /// What stands there for readers where no row is shown.
    public let emptyNote: String
    /// Whether readers see rows that differ in their first cell alone as one.
    public let mergesRows: Bool
    private let valueAt: @Sendable (Int, Int) -> TableValue
    private let valuesAt: @Sendable (Int) -> [TableValue]
    private let cellsAt: @Sendable (Int, [Int]) -> [TableCell]
    private let choose: @Sendable (Int?) -> Choice
    private let groupAt: @Sendable (Int) -> String?
    private let totalAt: @Sendable (Int) -> Bool

    /// Which rows readers are shown, and how many more there are.
    public struct Choice: Equatable, Sendable {
        /// Their places, in the order shown.
        public var rows: [Int]
        /// How many were left out that no other table has.
        public var left: Int

        /// A choice.
        public init(rows: [Int], left: Int) {
            self.rows = rows
            self.left = left
        }
    }

    init<Row>(_ rows: TableRows<Row>, columns given: [TableColumn<Row>]) {
        let typed = given + rows.moreColumns
        columns = typed.map { column in
            var description = column.description
            if rows.hidden.contains(description.key) { description.header = nil }
            if description.header != nil, let own = rows.headers[description.key] { description.header = own }
            return description
        }
        count = rows.count
        subtitle = rows.subtitle
        footnote = rows.footnote
        mergesRows = rows.mergesRows
        emptyNote = rows.emptySentence ?? "n/a: " + rows.emptyReason.reason
        valueAt = { typed[$1].value(rows.row($0)) }
        valuesAt = { place in
            let row = rows.row(place)
            return typed.map { $0.value(row) }
        }
        cellsAt = { place, chosen in
            let row = rows.row(place)
            return chosen.map { typed[$0].cell(row) }
        }
        choose = { Self.choice(of: rows, $0) }
        groupAt = { place in rows.group.flatMap { $0(rows.row(place)) } }
        totalAt = { place in rows.isTotal.map { $0(rows.row(place)) } ?? false }
    }

    private static func choice<Row>(of rows: TableRows<Row>, _ limit: Int?) -> Choice {
        let available = rows.readersCount ?? rows.count
        let places = rows.readersRows?(limit) ?? Array(0..<min(max(limit ?? available, 0), available))
        return Choice(rows: places, left: rows.isExcerpt ? 0 : available - places.count)
    }
}

extension TableContent {
    /// One value for programs. Both places must be below their counts.
    public func value(row: Int, column: Int) -> TableValue { valueAt(row, column) }

    /// The values of one row for programs, in the order of the columns.
    public func values(row: Int) -> [TableValue] { valuesAt(row) }

    /// The places of the columns that readers see.
    public var shownColumns: [Int] { columns.indices.filter { columns[$0].header != nil } }

    /// The cells of one row for readers, of the columns given.
    public func cells(row: Int, columns: [Int]) -> [TableCell] { cellsAt(row, columns) }

    /// The rows that readers see, at most so many.
    public func choice(limit: Int?) -> Choice { choose(limit) }

    /// The name of the rows that a row belongs to; nil for none.
    public func group(row: Int) -> String? { groupAt(row) }

    /// Whether a row sums the others.
    public func isTotal(row: Int) -> Bool { totalAt(row) }
}
