import Analytics

/// One table under the one name that templates, JSON and CSV files use: what data files write and readers see is made from
/// the same columns.
///
/// A table of a run is a file with a definition, a row in ``TableCatalog``, and a place in a template:
/// ```swift
/// static let definition = TableDefinition<Analysis>(
///     name: "weekday_returns", title: "Returns by weekday", summary: "daily returns by weekday",
///     columns: [
///         TableColumn("weekday", "Weekday", .word, stretch: 1) { .text($0.label) },
///         TableColumn("mean", "Mean", .fraction, places: 3) { .number($0.mean) },
///     ],
///     rows: { TableRows($0.periods.weekdays) })
/// ```
public struct TableDefinition<Subject: Sendable>: Sendable {
    /// Stable name: `drawdowns`; words are joined by underscores.
    public let name: String
    /// Above the table; empty for none.
    public let title: String
    /// What it shows, in one line for lists.
    public let summary: String
    /// The columns of every subject, in the order of data files.
    public let columns: [ColumnDescription]
    /// Rows that readers see where the template does not say; nil for all.
    public let shownRows: Int?
    /// Whether readers may sort it on screen.
    public let isSortable: Bool
    /// What templates of version 0.1.0 called it, where that was more than a matter of hyphens: for the error that names
    /// the table of today.
    public let formerName: String?
    /// Keys of the metrics whose numbers stand in it, where its rows are not metrics: no other table of the page repeats
    /// them.
    public let metrics: [String]
    private let make: @Sendable (Subject) throws(Unavailable) -> TableContent

    /// A table whose rows are made from values of `Row`.
    public init<Row>(
        name: String, title: String, summary: String, shownRows: Int? = nil, isSortable: Bool = false,
        formerName: String? = nil, metrics: [String] = [],
        columns: [TableColumn<Row>],
        rows: @escaping @Sendable (Subject) throws(Unavailable) -> TableRows<Row>
    ) {
        self.name = name
        self.title = title
        self.summary = summary
        self.columns = columns.map(\.description)
        self.shownRows = shownRows
        self.isSortable = isSortable
        self.formerName = formerName
        self.metrics = metrics
        make = { (subject) throws(Unavailable) in TableContent(try rows(subject), columns: columns) }
    }

    /// Whether each row is a metric, whose key the first column has.
    public var holdsMetrics: Bool {
        columns.first?.key == "key" && columns.contains { $0.key == "convention" }
    }

    /// The table of a subject; throws why it has none. Rows are made later, when they are asked for.
    public func content(of subject: Subject) throws(Unavailable) -> TableContent { try make(subject) }
}
