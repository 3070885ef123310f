/// The files of one result in pyfolio's form: returns, positions, transactions, and what lies beside them.
///
/// Each is known by its content; files belong together by the stem of their names, or because a folder has one of each.
struct PyfolioResult {
    /// Words behind a stem: `run.returns.csv`, `test_pos.csv.gz`.
    static let parts = [
        "returns", "return", "rets", "daily_returns", "positions", "position", "pos", "transactions", "transaction",
        "txn",
        "txns", "orders", "benchmark", "benchmark_returns", "benchmark-returns", "benchmark_rets", "perf",
        "performance",
        "results", "backtest_results", "gross_lev", "sectors", "sector", "sector_mappings", "sector_map",
        "shares_held", "factor_returns", "perf_stats", "stats",
    ]

    let stem: String
    private(set) var returns: String?
    private(set) var positions: String?
    private(set) var transactions: String?
    /// Returns that their name or column calls a benchmark.
    private(set) var benchmark: String?
    /// zipline's orders, in which alone commissions stand.
    private(set) var orders: String?
    /// Sectors of symbols, which only a name tells from other tables of symbols.
    private(set) var sectors: String?
    /// What pyfolio computed.
    private(set) var statistics: String?
    /// Other files of the stem.
    private(set) var others = [String]()

    /// Whether the files are those of pyfolio: returns alone could be anyone's.
    var isWhole: Bool { positions != nil || transactions != nil && returns != nil }

    /// The results in a folder, or the one that a named file belongs to, in the order of their stems.
    static func all(in folder: FolderGlance) -> [PyfolioResult] { folder.once { look(in: folder) } }

    private static func look(in folder: FolderGlance) -> [PyfolioResult] {
        guard let named = folder.source.file else {
            let results = results(folder.tables, in: folder).filter(\.isWhole)
            return isNative(folder, results) ? [] : results
        }
        let stem = PartName(named, parts: parts).stem
        let beside = folder.tables(of: stem, parts: parts)
        let result = PyfolioResult(stem: stem, beside, preferring: named, in: folder)
        return result.isWhole && result.holds(named) ? [result] : []
    }

    /// Whether a folder is a native run folder: by files that pyfolio has not, or by a `returns.csv` with a header and no
    /// transactions anywhere.
    private static func isNative(_ folder: FolderGlance, _ results: [PyfolioResult]) -> Bool {
        if folder.names.contains(where: { $0 == "run.json" || ["equity", "trades"].contains(RunSource.stem(of: $0)) }) {
            return true
        }
        guard let series = NativeFolderReader.fileNames(of: ["returns"]).first(where: folder.names.contains) else {
            return false
        }
        return !results.contains { $0.transactions != nil } && !PyfolioTables.isHeaderless(folder.rows(of: series, 2))
    }

    private static func results(_ names: [String], in folder: FolderGlance) -> [PyfolioResult] {
        let groups = PartName.groups(names, parts: parts)
        let results = groups.map { PyfolioResult(stem: $0.stem, $0.names, in: folder) }
        guard groups.count > 1, groups.count <= 8 else { return results }
        // One of each is one result, whatever the names.
        let one = PyfolioResult(stem: "", names, in: folder)
        return one.others.isEmpty && one.isWhole ? [one] : results
    }

    /// Sorts the files of a stem by what they hold; of two alike the first one counts, or the named one.
    private init(stem: String, _ names: [String], preferring named: String? = nil, in folder: FolderGlance) {
        self.stem = stem
        for name in names.filter({ $0 == named }) + names.filter({ $0 != named }) { take(name, in: folder) }
    }

    private mutating func take(_ name: String, in folder: FolderGlance) {
        let rows = folder.rows(of: name, 3)
        let header = rows.first ?? []
        func put(_ place: WritableKeyPath<PyfolioResult, String?>) {
            if let taken = self[keyPath: place] {
                if RunSource.stem(of: taken) != RunSource.stem(of: name) { others.append(name) }
            } else {
                self[keyPath: place] = name
            }
        }
        let part = PartName(name, parts: Self.parts).part ?? ""
        if part.hasPrefix("sector"), PyfolioSectors.canBe(folder.head(of: name)) { return put(\.sectors) }
        if PyfolioStatistics.isStatistics(folder.head(of: name)) { return put(\.statistics) }
        if PyfolioTables.isTransactions(header) { return put(\.transactions) }
        if PyfolioTables.isPositions(header) { return put(\.positions) }
        // A document of JSON is no table, or one that begins with its bracket.
        if header.first?.hasPrefix("[") ?? true, OrderFees.isOrders(folder.head(of: name)) { return put(\.orders) }
        guard PyfolioTables.isSeries(rows) else {
            if rows.count > 1, DateFormat.isTimestamp(rows[1][0]) { others.append(name) }
            return
        }
        if part.hasPrefix("benchmark") || header.dropFirst().contains(where: ColumnNames.isBenchmark) {
            return put(\.benchmark)
        }
        // Two columns are also those of gross leverage and of factors.
        let isNamed = part.isEmpty || part.contains("ret")
        isNamed && !part.hasPrefix("factor") ? put(\.returns) : others.append(name)
    }

    /// Whether the result is read from a file.
    func holds(_ name: String) -> Bool { names.contains(name) }

    /// The result of the file that shows it.
    init?(showing name: String, in folder: FolderGlance) {
        guard let found = Self.all(in: folder).first(where: { $0.first == name }) else { return nil }
        self = found
    }

    /// The file that stands for the result.
    var first: String { returns ?? positions ?? transactions ?? "" }

    /// The files that a run is read from.
    var names: [String] {
        [returns, positions, transactions, orders, benchmark, sectors, statistics].compactMap { $0 }
    }
}
