/// The tables that pyfolio takes, told by their headers and first rows.
enum PyfolioTables {
    /// Fills: `amount`, `price` and `symbol` or `sid` behind a moment.
    static func isTransactions(_ header: [String]) -> Bool {
        guard let first = header.first, isIndex(first) else { return false }
        let names = header.map(ColumnNames.normalised)
        return names.contains("amount") && names.contains("price")
            && (names.contains("symbol") || names.contains("sid"))
    }

    /// Values of symbols and `cash` behind a date: no column of the whole account, which would be another table.
    static func isPositions(_ header: [String]) -> Bool {
        guard let first = header.first, isIndex(first), header.count > 2 else { return false }
        let names = header.dropFirst()
        guard names.contains(where: { ColumnNames.normalised($0) == "cash" }) else { return false }
        // Beside `cash` a name in capitals is a symbol: NAV is Navistar's.
        let isMixed = names.contains("cash")
        return !names.contains { name in
            if isMixed, name == name.uppercased() { return false }
            switch ColumnNames.role(of: name) {
            case .main, .timestamp: return true
            default: return false
            }
        }
    }

    /// One column of numbers behind a date, with or without a header.
    static func isSeries(_ rows: [[String]]) -> Bool {
        guard let first = rows.first, first.count == 2, rows.count > 1 else { return false }
        let second = rows[1]
        return DateFormat.isTimestamp(second[0]) && (Double(second[1]) != nil || second[1].isEmpty)
            && (isIndex(first[0]) || isHeaderless(rows))
    }

    /// Whether the first row is data.
    static func isHeaderless(_ rows: [[String]]) -> Bool {
        guard let first = rows.first, first.count == 2 else { return false }
        return DateFormat.isTimestamp(first[0]) && Double(first[1]) != nil
    }

    private static func isIndex(_ name: String) -> Bool {
        ColumnNames.timestamps.contains(ColumnNames.normalised(name))
    }
}
