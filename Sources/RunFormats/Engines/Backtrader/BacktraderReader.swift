import Containers
import RunModel
import Series

/// backtrader: the writer's file, the PyFolio analyzer's tables, analyzers as JSON, and lists of trades and orders
/// (FORMATS.md, section 5).
///
/// `cerebro.addwriter(bt.WriterFile, csv=True, out='X.writer.csv')`;
/// `returns, positions, transactions, gross_lev = strat.analyzers.pyfolio.get_pf_items()`. Equity is the value of the Broker
/// observer at each bar, else it is compounded from returns.
enum BacktraderReader: RunFormatReader {
    static let format = "backtrader"
    typealias Files = ResultFiles<BacktraderFile>

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        if isNative(folder) { return nil }
        let all = results(folder)
        let whole = all.filter { main($0, folder) != nil }
        guard let first = whole.first else {
            if let finding = partAlone(folder) { throw folder.source.log.fail(finding) }
            return nil
        }
        let named = folder.source.file.flatMap { file in whole.first { $0.all.contains(file) } }
        let runs = (named.map { [$0] } ?? whole).map { files in
            FoundRun.ResultFile(stem: files.stem, name: main(files, folder) ?? "", labels: [])
        }
        return Recognition(because: because(named ?? first), runs: FoundRun.named(runs))
    }

    /// Whether a folder is one of our own, in which any names of columns may stand.
    private static func isNative(_ folder: FolderGlance) -> Bool {
        let names = ["run.json"] + NativeFolderReader.fileNames(of: ["equity"])
        return folder.source.file == nil && names.contains(where: folder.names.contains)
    }

    /// The results that the user's path shows. Returns alone show no engine.
    private static func results(_ folder: FolderGlance) -> [Files] { folder.once { lookForResults(folder) } }

    private static func lookForResults(_ folder: FolderGlance) -> [Files] {
        if let file = folder.source.file, BacktraderFile(file, folder) == nil { return [] }
        let files = folder.neighbourhood(words: BacktraderFile.words).compactMap { name in
            BacktraderFile(name, folder).map { (name, $0) }
        }
        guard files.contains(where: { $0.1 != .returns }) else { return [] }
        return Files.results(files, words: BacktraderFile.words) { main($0, folder) != nil }
            .filter { $0.names.keys.contains { $0 != .returns } }
    }

    /// The file that has the account: the writer's, else returns, else analyzers with returns among them.
    private static func main(_ files: Files, _ folder: FolderGlance) -> String? {
        if let name = files[.writer] ?? files[.returns] { return name }
        guard let name = files[.analyzers],
            let document = try? JSONReader.parse(folder.content(of: name)),
            BacktraderAnalyzers(document, file: name).returns != nil
        else { return nil }
        return name
    }

    private static func because(_ files: Files) -> String {
        if let name = files[.writer] { return "first lines of \(name)" }
        if let name = files[.positions] { return "columns Datetime, cash of \(name)" }
        if let name = files[.transactions] { return "columns amount, sid, symbol, value of \(name)" }
        return "content of \(files.all.first { files[.returns] != $0 } ?? "")"
    }

    /// What a named file is that says nothing of the account; positions alone may lack symbols, so that their sum is none.
    private static func partAlone(_ folder: FolderGlance) -> Finding? {
        guard let file = folder.source.file ?? (folder.names.count == 1 ? folder.names.first : nil),
            let kind = BacktraderFile(file, folder), kind != .returns
        else { return nil }
        let needed = "the writer's file or the returns beside it"
        return .partOfResult(file, kind.words + " of backtrader", needed)
    }

    static func identity(of run: FoundRun, in folder: FolderGlance) throws(RunError) -> RunIdentification {
        let files = results(folder).first { main($0, folder) == run.file }
        return RunIdentification(id: run.id, names: files?.all ?? [])
    }

    // MARK: Reading

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let log = folder.source.log
        guard let files = results(folder).first(where: { main($0, folder) == found.file }) else {
            throw log.fail(.unknownFormat(folder.source.runName))
        }
        let parts = try BacktraderParts(files, folder.source)
        var run = RawRun(format: format, engine: format, isOfEngine: true, main: try parts.main())
        run.description = parts.description
        run.fills = try parts.fills()
        run.orders = parts.orders()
        run.positions = try BacktraderPositions(parts, main: run.main, fills: run.fills).read(into: &run)
        run.trades = try parts.trades(fills: run.fills, marks: parts.writer?.lastCloses ?? [:])
        for trade in (run.trades?.rows ?? []).map(\.trade) where trade.multiplier != 1 {
            run.fills?.setMultiplier(trade.multiplier, of: trade.symbol)
            run.orders?.setMultiplier(trade.multiplier, of: trade.symbol)
        }
        run.benchmark = parts.analyzers.compactMap(\.benchmark).first
        run.other = parts.writer == nil ? nil : parts.returns
        run.reported = parts.analyzers.flatMap { $0.statistics() }
        run.reportedEndValue = parts.endValue
        return run
    }
}

extension RawOrders {
    /// Says how many units of the underlying one unit of a symbol is.
    mutating func setMultiplier(_ multiplier: Double, of symbol: String) {
        for index in rows.indices where rows[index].order.symbol == symbol {
            rows[index].order.multiplier = multiplier
        }
    }
}

extension RawFills {
    /// Says how many units of the underlying one unit of a symbol is.
    mutating func setMultiplier(_ multiplier: Double, of symbol: String) {
        for index in rows.indices where rows[index].fill.symbol == symbol {
            rows[index].fill.multiplier = multiplier
        }
    }
}
