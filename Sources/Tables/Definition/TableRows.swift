import Analytics

/// The rows of one table of one subject, made when they are asked for.
///
/// Holds how many there are and how to make one, so a log of a million trades costs nothing until it is written, and then
/// one row at a time.
public struct TableRows<Row: Sendable>: Sendable {
    /// How many rows there are in all.
    public let count: Int
    let row: @Sendable (Int) -> Row
    /// Behind the title, muted.
    public var subtitle = ""
    /// Beneath the table.
    public var footnote = ""
    /// Headers that this subject gives its columns, by key: the benchmark's name.
    public var headers: [String: String] = [:]
    /// Columns that readers do not see of this subject, by key.
    public var hidden: Set<String> = []
    /// Columns beside those of the definition: one for each run that is compared.
    public var moreColumns: [TableColumn<Row>] = []
    /// Which rows readers see, at most so many, where these are not the first ones.
    public var readersRows: (@Sendable (_ limit: Int?) -> [Int])?
    /// How many rows readers could see, where some are for programs alone; those are not counted as cut.
    public var readersCount: Int?
    /// The name of the rows that a row belongs to, which stands above the first of them; nil for none.
    public var group: (@Sendable (Row) -> String?)?
    /// Whether a row sums the others.
    public var isTotal: (@Sendable (Row) -> Bool)?
    /// Whether readers see rows that differ in their first cell alone as one.
    public var mergesRows = false
    /// Whether another table has all of it, so that nothing needs to be said of the rows that are cut.
    public var isExcerpt = false
    /// Why there may be no row; readers see it instead of an empty table.
    public var emptyReason = Unavailable(code: "empty", reason: "nothing to show")
    /// A sentence that takes the place of `n/a` and the reason, where no row is good news.
    public var emptySentence: String?

    /// So many rows, each made from its place.
    public init(count: Int, row: @escaping @Sendable (Int) -> Row) {
        self.count = count
        self.row = row
    }

    /// Rows that are there.
    public init(_ rows: [Row]) { self.init(count: rows.count) { rows[$0] } }

    /// The same rows with some of the rest set.
    public func with(_ change: (inout TableRows) -> Void) -> TableRows {
        var copy = self
        change(&copy)
        return copy
    }
}
