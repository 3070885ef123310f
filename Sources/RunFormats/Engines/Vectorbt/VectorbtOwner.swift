import RunModel

/// Whose the rows of records are: their column `Column` says it.
///
/// Portfolios that share their cash have one column of values and records of many columns, which are the symbols.
struct VectorbtOwner {
    private let symbol: (Int) -> String?

    /// - Parameters:
    ///   - labels: The labels of all columns of values.
    ///   - column: The one whose records are wanted.
    ///   - tells: Whether rows of a column without values are a finding.
    init(_ table: TradeTable, _ place: Int?, labels: [VectorbtLabel], column: Int, tells: Bool = true) {
        let file = table.file
        let names = (1..<max(1, file.table.rowCount)).map { table.text($0, place) ?? "" }
        if labels.count == 1 {
            let isOne = Set(names).count <= 1
            symbol = { isOne ? "" : names[$0 - 1] }
            return
        }
        let known = Dictionary(names.map { ($0, VectorbtLabel($0)) }, uniquingKeysWith: { first, _ in first })
        if tells {
            let strangers = names.filter { name in known[name].map { !labels.contains($0) } ?? false }
            if let stranger = strangers.first {
                file.log.add(.tradesOfUnknownColumn(file.name, stranger, strangers.count))
            }
        }
        symbol = { known[names[$0 - 1]] == labels[column] ? "" : nil }
    }

    /// The symbol of a row, empty where the run has one; nil where the row is of another run.
    subscript(row: Int) -> String? { symbol(row) }
}

extension Finding {
    /// A trade whose column is none of the values': it belongs to no run.
    static func tradesOfUnknownColumn(_ file: String, _ column: String, _ count: Int) -> Finding {
        Finding(
            .tradesOfUnknownColumn, file, column: "Column",
            "\(Phrase.count(count, "trade")) of a column that has no values, such as \(Phrase.excerpt(column))",
            "save values and trades of the same portfolio")
    }
}
