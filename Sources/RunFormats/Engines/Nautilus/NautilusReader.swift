import RunModel
import Series

/// nautilus_trader: the reports of a trader, as users save them (FORMATS.md, section 7).
///
/// `engine.trader.generate_account_report(venue).to_csv('X.account.csv')`, the same for positions, fills and orders, and the
/// `BacktestResult` as JSON. Equity is the account's balance; a run without it needs `--initial-capital`.
enum NautilusReader: RunFormatReader {
    static let format = "nautilus_trader"
    typealias Files = ResultFiles<NautilusFile>

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        let all = results(folder)
        let whole = all.filter(isWhole)
        guard let first = whole.first else {
            // A part alone is no run; other readers may know the files beside it.
            if let file = folder.source.file, let kind = NautilusFile(file, folder) {
                throw folder.source.log.fail(
                    .partOfResult(file, kind.words + " of nautilus_trader", "the account report beside it"))
            }
            return nil
        }
        let named = folder.source.file.flatMap { file in whole.first { $0.all.contains(file) } }
        let runs = (named.map { [$0] } ?? whole).map { files in
            FoundRun.ResultFile(stem: files.stem, name: main(files), labels: [])
        }
        let mark = first[.account] == nil ? "realized_pnl, ts_opened" : "total, locked, free, account_type"
        return Recognition(because: "columns \(mark) of \(main(first))", runs: FoundRun.named(runs))
    }

    /// The results that the user's path shows: those of the folder, or that of the named file.
    private static func results(_ folder: FolderGlance) -> [Files] { folder.once { lookForResults(folder) } }

    private static func lookForResults(_ folder: FolderGlance) -> [Files] {
        if let file = folder.source.file, NautilusFile(file, folder) == nil, !isReturns(file, folder) { return [] }
        let files = folder.neighbourhood(words: NautilusFile.words).compactMap { name in
            NautilusFile(name, folder).map { (name, $0) }
        }
        return Files.results(files, words: NautilusFile.words, isWhole: isWhole)
    }

    /// The returns of positions have no columns that show the engine: they belong to what lies beside them.
    private static func isReturns(_ name: String, _ folder: FolderGlance) -> Bool {
        folder.header(of: name) == ["", "0"]
    }

    private static func isWhole(_ files: Files) -> Bool { files[.account] != nil || files[.positions] != nil }

    private static func main(_ files: Files) -> String { files[.account] ?? files[.positions] ?? "" }

    static func identity(of run: FoundRun, in folder: FolderGlance) throws(RunError) -> RunIdentification {
        let files = results(folder).first { main($0) == run.file }
        return RunIdentification(id: run.id, names: files.map(names) ?? [])
    }

    /// The files that a run is read from.
    private static func names(_ files: Files) -> [String] {
        [files[.account], files[.positions], files[.fills], orders(files), files[.result]].compactMap { $0 }
    }

    /// The report of all orders, else that of the filled ones.
    static func orders(_ files: Files) -> String? {
        let reports = files.names[.orders] ?? []
        return reports.first { !$0.contains("order_fills") } ?? reports.first
    }

    // MARK: Reading

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let log = folder.source.log
        guard let files = results(folder).first(where: { main($0) == found.file }) else {
            throw log.fail(.unknownFormat(folder.source.runName))
        }
        let tables = try NautilusTables(files, folder.source)
        let result = try files[.result].map { name throws(RunError) in
            try NautilusResult(folder.source.bytes(of: name, role: "engine's statistics"), name: name, log: log)
        }
        let fills = try NautilusFills(tables.fills, log: log)
        let account = try tables.account.map { table throws(RunError) in
            try NautilusAccount(table, currency: options.currency)
        }
        let profits = try NautilusPositions.currency(tables.positions, options.currency, log, isNeeded: account == nil)
        let currency = account?.currency ?? profits
        let trades = try tables.positions.map { file throws(RunError) in
            try NautilusPositions(file: file, currency: currency, lastPrices: fills.lastPrices).read()
        }
        let equity = NautilusEquity(
            account: account, fills: fills, trades: trades, result: result, log: log, capital: options.initialCapital)
        var run = RawRun(format: format, engine: format, isOfEngine: true, main: try equity.series())
        run.trades = trades
        run.fills = fills.raw(currency: currency, log: log)
        run.orders = try NautilusOrders.read(tables.orders)
        run.margin = account?.margin
        run.description.currency = currency
        run.description.initialCapital = equity.start
        run.description.strategy = tables.strategy.map { .given($0) } ?? .absent
        result?.describe(&run, currency: currency)
        return run
    }
}

/// The tables of one result.
struct NautilusTables {
    let account: TableFile?
    let positions: TableFile?
    /// The fills, or the orders that were filled.
    let fills: TableFile?
    /// The orders.
    let orders: TableFile?

    init(_ files: NautilusReader.Files, _ source: RunSource) throws(RunError) {
        func table(_ name: String?, _ role: String) throws(RunError) -> TableFile? {
            guard let name else { return nil }
            return try TableFile(name: name, bytes: try source.bytes(of: name, role: role), log: source.log)
        }
        account = try table(files[.account], "account")
        positions = try table(files[.positions], "positions")
        orders = try table(NautilusReader.orders(files), "orders")
        fills = try table(files[.fills], "fills") ?? orders
    }

    /// The strategy that all reports name; nil where they name several or none.
    var strategy: String? {
        var names = Set<String>()
        for file in [positions, fills].compactMap({ $0 }) {
            guard let column = file.header.firstIndex(of: "strategy_id") else { continue }
            for row in stride(from: 1, through: file.count, by: 1) where !file.table.isMissing(row, column) {
                names.insert(file.table.trimmedText(row, column))
                if names.count > 1 { return nil }
            }
        }
        return names.first
    }
}
