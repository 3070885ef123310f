import Containers
import RunModel
import Series

/// Which sheet of a workbook holds the run: exports have title pages, settings and figures before and behind it.
struct SheetChoice {
    /// The sheet that is read.
    let name: String
    /// Why this one of several that hold an account: `the finest series of 2`; nil where it is the only one.
    let reason: String?

    /// Rows that are looked at: text before a header may take thirty lines.
    static let mostRows = 34

    /// The sheet that says most of a run: of several accounts the one that is named as such, then the one with the finest series,
    /// then the first. The first of all sheets where none is a table; nil for a workbook without sheets.
    init?(in workbook: Workbook) throws(ContainerProblem) {
        var best: Sheet?
        var accounts = 0
        for name in workbook.sheetNames {
            let sheet = Sheet(name: name, try workbook.sheet(named: name, maximumRows: Self.mostRows))
            if sheet.rank == Sheet.account { accounts += 1 }
            if best.map({ sheet.isBetter(than: $0) }) ?? true { best = sheet }
        }
        guard let best else { return nil }
        name = best.name
        let words = best.isNamed ? "by its name the account" : "the finest series"
        reason = accounts > 1 ? "\(words) of \(accounts)" : nil
    }

    /// The name of the sheet; nil for a workbook without.
    static func name(in workbook: Workbook) throws(ContainerProblem) -> String? { try SheetChoice(in: workbook)?.name }
}

/// What the beginning of a sheet says of it.
private struct Sheet {
    let name: String
    /// Accounts before other tables of engines, those before series of any name, those before any two rows of two cells.
    let rank: Int
    /// Whether the sheet's own name is that of an account: `equity`, `growth`.
    let isNamed: Bool
    /// Milliseconds between two moments.
    let distance: Int64

    /// What the sheet of an account counts.
    static let account = 4

    init(name: String, _ sheet: Spreadsheet) {
        self.name = name
        let text = (try? TableText.text(of: sheet, limit: 1 << 22)) ?? []
        let rows = FileHead(text).rows(SheetChoice.mostRows)
        let word = ColumnNames.normalised(name)
        rank = sheet.rows.count(where: TableText.isRow) < 2 ? 0 : Self.rank(of: rows, word)
        isNamed = word == "growth" || ColumnNames.equity.contains(word)
        distance = Self.distance(rows)
    }

    func isBetter(than other: Sheet) -> Bool {
        if rank != other.rank || rank != Self.account { return rank > other.rank }
        return isNamed == other.isNamed ? distance < other.distance : isNamed
    }

    private static func rank(of rows: [[String]], _ name: String) -> Int {
        let hasMoments = rows.contains(where: isSeries)
        if hasMoments, !isOfSomethingElse(name), rows.contains(where: isAccount) { return account }
        if rows.contains(where: isOfEngine) { return 3 }
        return hasMoments ? 2 : 1
    }

    /// Series beside an account whose columns may have the same names.
    private static func isOfSomethingElse(_ name: String) -> Bool {
        name.split(separator: "_").contains {
            ["drawdown", "drawdowns", "underwater", "rolling", "benchmark"].contains($0)
        }
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

    /// The least between neighbouring rows; without two moments as if there were years between.
    private static func distance(_ rows: [[String]]) -> Int64 {
        let moments = rows.compactMap { $0.first.flatMap(TimestampText.timestamp)?.wall }
        return zip(moments, moments.dropFirst()).map { ($1 - $0).magnitude }.filter { $0 > 0 }.min()
            .map { Int64(clamping: $0) } ?? .max
    }
}
