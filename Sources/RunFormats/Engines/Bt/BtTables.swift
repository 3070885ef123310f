/// The tables of bt and ffn, told by their headers and first rows.
enum BtTables {
    /// `res.get_transactions()`: an index of date and security.
    static func isTransactions(_ header: [String]) -> Bool { header == ["Date", "Security", "price", "quantity"] }

    /// `res.stats`: raw numbers, a row for each statistic.
    static func isStatistics(_ rows: [[String]]) -> Bool {
        let names = rows.dropFirst().prefix(8).compactMap(\.first)
        return rows.first?.first == "" && ["start", "end", "rf", "total_return", "cagr"].allSatisfy(names.contains)
    }

    /// `res.to_csv()`: the same as people read it, rounded.
    static func isDisplayed(_ rows: [[String]]) -> Bool {
        let names = rows.prefix(8).compactMap(\.first)
        return ["Stat", "Start", "Risk-free rate", "Total Return"].allSatisfy(names.contains)
    }

    /// `res.prices`: an index for each strategy, of which at least the last one to begin starts at 100.
    static func isPrices(_ rows: [[String]]) -> Bool {
        guard rows.count > 1, isTable(rows), rows[1].dropFirst().contains(where: { Double($0) == 100 }) else {
            return false
        }
        return rows[1].dropFirst().allSatisfy { Double($0).map { $0 > 0 } ?? false }
            && rows[0].dropFirst().allSatisfy { ColumnNames.role(of: $0) == nil && ColumnMeaning($0) == nil }
    }

    /// The value of a strategy's account.
    static func isValues(_ rows: [[String]]) -> Bool {
        isTable(rows) && rows[0].count == 2 && ["value", "values"].contains(ColumnNames.normalised(rows[0][1]))
    }

    /// Columns of numbers behind dates.
    static func isTable(_ rows: [[String]]) -> Bool {
        guard rows.count > 1, let first = rows[0].first, rows[0].count > 1, rows[1].count == rows[0].count else {
            return false
        }
        return ColumnNames.timestamps.contains(ColumnNames.normalised(first)) && DateFormat.isTimestamp(rows[1][0])
            && rows[1].dropFirst().allSatisfy { $0.isEmpty || Double($0) != nil }
    }
}
