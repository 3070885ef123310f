import Containers
import RunModel
import Series

/// TradingView: the list of trades of a strategy, as CSV or as a workbook with the other sheets of its report (FORMATS.md,
/// section 11).
///
/// Three generations of headers, in any language. Times are those of the chart; its zone is not in the file.
enum TradingViewReader: RunFormatReader {
    static let format = "TradingView"

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        let files = folder.documents([".csv", ".xlsx"]).filter { isList($0, folder) }
        guard !files.isEmpty else { return nil }
        let results = files.map { FoundRun.ResultFile(stem: RunSource.stem(of: $0), name: $0, labels: []) }
        return Recognition(because: "two rows a trade, exit and entry, with profits", runs: FoundRun.named(results))
    }

    private static func isList(_ name: String, _ folder: FolderGlance) -> Bool {
        if folder.isZip(name) {
            let bytes = folder.document(of: name)
            return (try? TradingViewWorkbook(bytes, limit: folder.source.maximumSize)).flatMap { $0 } != nil
        }
        guard TradingViewColumns.canBe(FileHead(Array(folder.mark(of: name))).header) else { return false }
        let rows = folder.rows(of: name, 3)
        return rows.first.flatMap { TradingViewColumns(header: $0, rows: Array(rows.dropFirst())) } != nil
    }

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let (source, name) = (folder.source, found.file ?? "")
        let bytes = try source.document(name, role: "list of trades")
        let workbook: TradingViewWorkbook?
        do throws(ContainerProblem) {
            workbook = try TradingViewWorkbook(bytes, limit: source.maximumSize)
        } catch { throw source.log.fail(.badContainer(name, error)) }
        let text = workbook?.trades ?? TextDecoding.utf8(bytes)
        let file = try TableFile(name: name, bytes: text, log: source.log)
        let rows = (1..<max(1, file.table.rowCount)).prefix(2).map { file.table.texts(ofRow: $0) }
        guard let columns = TradingViewColumns(header: file.header, rows: rows) else {
            throw source.log.fail(.unknownFormat(name))
        }
        return try run(file, columns, workbook, options)
    }

    private static func run(
        _ file: TableFile, _ columns: TradingViewColumns, _ workbook: TradingViewWorkbook?, _ options: RunOptions
    ) throws(RunError) -> RawRun {
        let symbol = workbook?.property(["symbol", "ticker", "シンボル", "символ", "тикер", "商品", "商品代碼"])
        let trades = try TradingViewTrades(file: file, columns: columns, symbol: symbol ?? "").read()
        try file.log.checkpoint()
        let account = TradingViewAccount(file: file, columns: columns, trades: trades)
        account.check()
        let capital = try account.capital(workbook?.capital, options)
        var run = RawRun(format: format, engine: format, isOfEngine: true, main: try account.series(from: capital))
        run.trades = trades
        run.description.currency = columns.currency ?? workbook?.property(["currency"])
        run.description.initialCapital = capital
        run.description.parameters = workbook?.parameters ?? []
        if options.timeZone == nil {
            file.log.note("Times of \(file.name) are those of the chart, whose zone is not in the file.")
        }
        file.log.add(.realisedEquity(file.name))
        return run
    }
}
