import RunModel

/// backtesting.py: the equity curve and the trades of a result, as users save them (FORMATS.md, section 3).
///
/// `stats['_equity_curve'].to_csv('X.equity.csv')`, `stats['_trades'].to_csv('X.trades.csv', index=False)`, and
/// `stats.to_csv('X.stats.csv')` or the scalars as JSON. The index of the curve has no name; stamps have no zone.
enum BacktestingPyReader: RunFormatReader {
    private static let equityColumns = ["Equity", "DrawdownPct", "DrawdownDuration"]

    static func recognise(_ source: RunSource) throws(RunError) -> String? {
        try equityFile(source) == nil ? nil : "columns " + equityColumns.joined(separator: ", ")
    }

    static func read(_ source: RunSource, recognisedBy: String, options: RunOptions) throws(RunError) -> RawRun {
        guard let name = try equityFile(source) else { throw source.log.fail(Words.unknownFormat(source.runName)) }
        let bytes = try source.bytes(of: name, role: "equity")
        let file = try TableFile(name: name, bytes: bytes, log: source.log)
        let companions = Companions(of: name, in: source)
        var run = RawRun(
            format: "backtesting.py", recognisedBy: recognisedBy, engine: "backtesting.py",
            main: try equity(file, source.log))
        run.description.id = companions.stem
        if let name = companions.trades {
            let bytes = try source.bytes(of: name, role: "trades")
            run.trades = try BacktestingPyTrades(file: TableFile(name: name, bytes: bytes, log: source.log)).read()
        } else {
            source.log.add(Words.companionMissing(companions.stem + ".trades.csv"))
        }
        try readStats(companions, source, into: &run)
        return run
    }

    private static func equity(_ file: TableFile, _ log: ReadingLog) throws(RunError) -> RawSeries {
        guard file.count > 0 else { throw log.fail(Words.noRows(file.name)) }
        let stampColumn = try file.stampColumn()
        let column = file.header.firstIndex(of: "Equity") ?? 1
        return file.series(column, stamps: file.stamps(stampColumn), stampColumn: stampColumn, content: .levels)
    }

    /// The named file where it is an equity curve, or the only one of the folder.
    static func equityFile(_ source: RunSource) throws(RunError) -> String? {
        if let file = source.file { return isEquity(source.header(of: file)) ? file : nil }
        let found = source.names.filter { isTable($0) && isEquity(source.header(of: $0)) }
        guard found.count <= 1 else { throw source.log.fail(Words.severalRuns(found)) }
        return found.first
    }

    static func isTable(_ name: String) -> Bool {
        [".csv", ".csv.gz"].contains { FileStem.before($0, name) != nil }
    }

    private static func isEquity(_ header: [String]) -> Bool { equityColumns.allSatisfy(header.contains) }

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
    }

    /// Files beside an equity curve that belong to the same result: same stem, and the right content.
    struct Companions {
        let stem: String
        private(set) var trades: String?
        private(set) var stats: String?

        init(of equity: String, in source: RunSource) {
            let name = RunSource.stem(of: equity)
            let ending = [".equity", "_equity", "-equity", ".equity_curve", "_equity_curve"].first(
                where: name.hasSuffix)
            stem = ending.map { String(name.dropLast($0.count)) } ?? name
            let stem = stem
            // Tables of our own reports are no results of the engine.
            let beside = source.neighbours().filter {
                $0 != equity && Self.belongs($0, to: stem) && !$0.contains(".tearsheet.")
            }
            trades = beside.first {
                BacktestingPyReader.isTable($0) && BacktestingPyTrades.isTrades(source.header(of: $0))
            }
            let candidates = beside.filter { BacktestingPyStats.isStats(source.beginning(of: $0)) }
            stats = candidates.first { BacktestingPyStats.namesStrategy(source.beginning(of: $0)) } ?? candidates.first
        }

        /// `run.trades.csv` and `run_trades.csv` belong to `run`; `run10.trades.csv` does not.
        private static func belongs(_ name: String, to stem: String) -> Bool {
            guard name.hasPrefix(stem), let mark = name.dropFirst(stem.count).first else { return false }
            return "._-".contains(mark)
        }
    }
}

extension RunSource {
    /// The header of a table, from the beginning of its file; empty where there is none.
    func header(of name: String) -> [String] {
        let head = beginning(of: name)
        guard let table = try? CSVScanner.scan(head, maximumRows: 1) else { return [] }
        return table.texts(ofRow: 0)
    }
}
