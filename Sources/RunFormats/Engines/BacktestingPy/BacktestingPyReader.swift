import RunModel

/// backtesting.py: the equity curve and the trades of a result, as users save them (FORMATS.md, section 3).
///
/// `stats['_equity_curve'].to_csv('X.equity.csv')`, `stats['_trades'].to_csv('X.trades.csv', index=False)`, and
/// `stats.to_csv('X.stats.csv')` or the scalars as JSON. The index of the curve has no name; timestamps have no zone.
enum BacktestingPyReader: RunFormatReader {
    static let format = "backtesting.py"

    /// The result that the named file is a part of, or those of the folder.
    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        let files = BacktestingPyFile.accounts(in: folder)
        guard !files.isEmpty else { return nil }
        let results = files.map { FoundRun.ResultFile(stem: Companions.stem(of: $0), name: $0, labels: []) }
        return Recognition(
            because: "columns " + BacktestingPyFile.equityColumns.joined(separator: ", "), runs: FoundRun.named(results)
        )
    }

    static func identity(of run: FoundRun, in folder: FolderGlance) throws(RunError) -> RunIdentification {
        let name = run.file ?? ""
        let companions = Companions(of: name, in: folder)
        return RunIdentification(id: run.id, names: [name, companions.trades, companions.stats].compactMap { $0 })
    }

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let (source, name) = (folder.source, found.file ?? "")
        let bytes = try source.bytes(of: name, role: "equity")
        let file = try BacktestingPyFile.table(bytes, name, member: "_equity_curve", source.log)
        let companions = Companions(of: name, in: folder)
        var run = RawRun(format: format, engine: format, isOfEngine: true, main: try equity(file, source.log))
        if let trades = companions.trades {
            // The statistics as JSON hold the trades too.
            let bytes = trades == name ? bytes : try source.bytes(of: trades, role: "trades")
            let file = try BacktestingPyFile.table(bytes, trades, member: "_trades", source.log)
            run.trades = try BacktestingPyTrades(file: file).read()
        } else {
            source.log.add(.noTradesFile(companions.stem + ".trades.csv"))
        }
        try readStats(companions, source, into: &run)
        return run
    }

    private static func equity(_ file: TableFile, _ log: ReadingLog) throws(RunError) -> RawSeries {
        guard file.count > 0 else { throw log.fail(.noRows(file.name)) }
        try file.require("Equity")
        let timestampColumn = try file.timestampColumn()
        let column = file.header.firstIndex(of: "Equity") ?? 0
        return file.series(
            column, timestamps: file.timestamps(timestampColumn), timestampColumn: timestampColumn, content: .levels)
    }

    private static func readStats(
        _ companions: Companions, _ source: RunSource, into run: inout RawRun
    ) throws(RunError) {
        guard let name = companions.stats else { return }
        let stats = BacktestingPyStats(try source.bytes(of: name, role: "engine's statistics"), name: name)
        if let strategy = stats.strategy {
            run.description.strategy = .given(strategy.name)
            run.description.parameters = strategy.parameters
        }
        if let final = stats.finalEquity { run.reportedEndValue = (final, name, "Equity Final [$]") }
        run.reported = stats.reported
    }

    /// Files beside an equity curve that belong to the same result: same stem, and the right content.
    struct Companions {
        let stem: String
        private(set) var trades: String?
        private(set) var stats: String?

        init(of equity: String, in folder: FolderGlance) {
            let stem = Self.stem(of: equity)
            self.stem = stem
            // Tables of our own reports are no results of the engine.
            let beside = BacktestingPyFile.textFirst(Array(folder.sorted.beginning(with: stem))).filter {
                $0 != equity && Self.belongs($0, to: stem) && !$0.contains(".tearsheet.")
            }
            if BacktestingPyFile.isDocument(equity, folder) { (trades, stats) = (equity, equity) }
            trades = trades ?? beside.first { BacktestingPyFile.isTrades($0, folder) }
            let candidates = beside.filter { BacktestingPyStats.isStats(folder.head(of: $0).bytes) }
            stats = stats ?? candidates.first { folder.head(of: $0).contains("_strategy") } ?? candidates.first
        }

        /// The name without `.equity` and the like.
        static func stem(of equity: String) -> String {
            let name = RunSource.stem(of: equity)
            let ending = endings.first(where: name.hasSuffix)
            return ending.map { String(name.dropLast($0.count)) } ?? name
        }

        private static let endings = [
            ".equity", "_equity", "-equity", ".equity_curve", "_equity_curve", ".stats", "_stats", "-stats",
        ]
        /// What stands between the stem of a result and what a file of it is.
        private static let marks = "._-"

        /// The files that by their names can have the account that a part belongs to, in the order of names.
        static func accounts(beside part: String, _ folder: FolderGlance) -> [String] {
            let stems = SortedNames.beginnings(of: part, before: marks)
            let names = stems.flatMap { stem in
                // A full stop in front is found with the stem's own ending.
                ([""] + endings.filter { !$0.hasPrefix(".") }).flatMap { folder.sorted.withEnding(stem + $0) }
            }
            return Set(names).filter { belongs(part, to: stem(of: $0)) }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }

        /// `run.trades.csv` and `run_trades.csv` belong to `run`; `run10.trades.csv` does not.
        static func belongs(_ name: String, to stem: String) -> Bool {
            guard name.hasPrefix(stem), let mark = name.dropFirst(stem.count).first else { return false }
            return marks.contains(mark)
        }
    }
}
