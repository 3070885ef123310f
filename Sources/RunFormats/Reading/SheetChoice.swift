import Containers
import RunModel

/// Which sheet of a workbook holds the run: exports have title pages, settings and figures before and behind it.
enum SheetChoice {
    /// Rows that are looked at: text before a header may take thirty lines.
    static let mostRows = 34

    /// The sheet that says most of a run, the first of those that say as much; the first of all where none is a table.
    static func name(in workbook: Workbook) throws(ContainerProblem) -> String? {
        var best: (name: String, rank: Int)?
        for name in workbook.sheetNames {
            let sheet = try workbook.sheet(named: name, maximumRows: mostRows)
            let rank = rank(of: sheet)
            if best == nil || rank > best?.rank ?? 0 { best = (name, rank) }
            if rank == account { break }
        }
        return best?.name
    }

    /// What the sheet of an account counts; nothing counts more.
    private static let account = 4

    /// Accounts before other tables of engines, those before series of any name, those before any two rows of two cells.
    private static func rank(of sheet: Spreadsheet) -> Int {
        guard sheet.rows.count(where: TableText.isRow) >= 2 else { return 0 }
        let text = (try? TableText.text(of: sheet, limit: 1 << 22)) ?? []
        let rows = FileHead(text).rows(mostRows)
        let hasMoments = rows.contains(where: isSeries)
        if hasMoments, rows.contains(where: isAccount) { return account }
        if rows.contains(where: isOfEngine) { return 3 }
        return hasMoments ? 2 : 1
    }

    private static func isAccount(_ header: [String]) -> Bool {
        if BacktestingPyFile.equityColumns.allSatisfy(header.contains) { return true }
        guard header.contains(where: { ColumnNames.timestamps.contains(ColumnNames.normalised($0)) }) else {
            return false
        }
        return header.contains { name in
            if case .main = ColumnNames.role(of: name) { return true }
            return false
        }
    }

    private static func isOfEngine(_ header: [String]) -> Bool {
        BacktestingPyTrades.isTrades(header) || PyfolioTables.isTransactions(header)
            || PyfolioTables.isPositions(header) || !ZiplineColumns.marks(in: header).isEmpty
            || !VectorbtResult.recordMarks(header).isEmpty || LeanTables.kind(of: header) != nil
            || TradeColumns(header).missing.isEmpty
    }

    /// A row of a moment and numbers.
    private static func isSeries(_ row: [String]) -> Bool {
        row.count > 1 && DateFormat.isTimestamp(row[0]) && row.dropFirst().contains { Double($0) != nil }
    }
}
