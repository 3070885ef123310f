import RunModel

/// The parts of a report of MetaTrader 5, found by where they stand: labels are in the language of the terminal.
struct MetaTrader5Report {
    /// Which of the two reports it is.
    enum Kind: Equatable {
        /// A test of a strategy.
        case test
        /// What an account did.
        case history
    }

    /// A label and its value.
    struct Entry {
        var label: String
        var value: String
        var line: Int
    }

    let kind: Kind
    /// The head: expert, symbol, period, inputs, …, or account and date.
    let head: [Entry]
    private let rows: [StatementRows.Row]

    /// Nil where the rows are no such report.
    init?(_ statement: StatementRows) {
        rows = statement.rows
        let entries = Self.entries(rows)
        if entries.contains(where: { MetaTraderPeriod($0.value) != nil }) {
            kind = .test
        } else if entries.prefix(4).contains(where: { Self.account($0.value) != nil }) {
            kind = .history
        } else {
            return nil
        }
        head = entries
    }

    /// Rows of one label and one value before the first table, in the third column behind the label.
    private static func entries(_ rows: [StatementRows.Row]) -> [Entry] {
        var entries = [Entry]()
        for row in rows {
            if row.filled > 2 { break }
            guard row.cells.count > 3, !row[3].isEmpty else { continue }
            entries.append(Entry(label: row[0], value: row[3], line: row.line))
        }
        return entries
    }

    /// `3873474 (USD, 1:100, MetaQuotes-Demo, demo)` as number, currency and the rest; nil for other texts.
    static func account(_ text: String) -> (number: String, currency: String, rest: [String])? {
        guard text.last == ")", let open = text.firstIndex(of: "(") else { return nil }
        let number = text[..<open].filter { $0 != " " }
        let parts = text[text.index(after: open)...].dropLast().split(separator: ",").map {
            String($0.drop { $0 == " " })
        }
        guard !number.isEmpty, number.allSatisfy(\.isNumber), let currency = parts.first,
            (3...5).contains(currency.count), currency.allSatisfy({ $0.isUppercase })
        else { return nil }
        return (number, currency, Array(parts.dropFirst()))
    }

    // MARK: Tables

    /// A row of one of the tables, by what stands in it.
    enum TableRow {
        case deal(StatementRows.Row, width: Int)
        /// A position that was closed, with times and prices of both ends.
        case closed(StatementRows.Row)
        /// One that is open.
        case open(StatementRows.Row)
        /// The sums below the deals.
        case totals(StatementRows.Row, width: Int)
    }

    /// The rows of deals and positions, in the order of the report; those of orders are left out.
    func tableRows() -> [TableRow] {
        var found = [TableRow]()
        var (width, isInDeals) = (0, false)
        for row in rows {
            guard MetaTraderTime.wall(row[0]) != nil, !row[1].isEmpty, row[1].allSatisfy(\.isNumber) else {
                if isInDeals, row.filled >= 3, row.filled <= 7, row[0].isEmpty {
                    found.append(.totals(row, width: width))
                }
                if row.filled > 0 { isInDeals = false }
                // The names above a table are as many as its columns.
                if row.filled >= 10 { width = row.filled }
                continue
            }
            if row[4].contains(" / ") { continue }
            let isPosition = ["buy", "sell"].contains(row[3].lowercased()) && StatementNumber.value(row[4]) != nil
            if isPosition {
                found.append(MetaTraderTime.wall(row[8]) != nil ? .closed(row) : .open(row))
            } else {
                isInDeals = true
                let known = MetaTrader5DealRows.widths.contains(width) ? width : MetaTrader5DealRows.widths.lowerBound
                found.append(.deal(row, width: known))
            }
        }
        return found
    }

    // MARK: Results

    /// Labels and values of the results, in rows of up to three pairs that begin in the same columns.
    func results() -> [Entry] {
        rows.filter { $0.filled >= 2 && $0.filled <= 6 && MetaTraderTime.wall($0[0]) == nil }.flatMap { row in
            [(0, 3), (4, 7), (8, 11)].compactMap { label, value in
                // Sums below a table have numbers where labels stand.
                row[label].isEmpty || row[value].isEmpty || StatementNumber.value(row[label]) != nil
                    ? nil : Entry(label: row[label], value: row[value], line: row.line)
            }
        }
    }
}
