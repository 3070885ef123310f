import Containers
import RunModel
import Series

/// freqtrade: the JSON of a backtest, with one run for each strategy (FORMATS.md, section 2).
///
/// `{"strategy": {"SampleStrategy": {"trades": […], "starting_balance": …}}, "strategy_comparison": […]}`. Old names of
/// members are read too: `sell_reason`, `buy_tag`.
enum FreqtradeReader: RunFormatReader {
    static let format = "freqtrade"

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        let results = folder.candidates.compactMap { name -> FoundRun.ResultFile? in
            guard let strategies = strategies(name, folder), !strategies.isEmpty else { return nil }
            return FoundRun.ResultFile(stem: RunSource.stem(of: name), name: name, labels: strategies)
        }
        guard !results.isEmpty else { return nil }
        return Recognition(because: "members strategy and trades", runs: FoundRun.named(results))
    }

    /// The names of the strategies in a file; nil where it is no result of a backtest.
    private static func strategies(_ name: String, _ folder: FolderGlance) -> [String]? {
        let isNamed = folder.source.file != nil
        guard isNamed || FileStem.before(".json", name) != nil || FileStem.before(".json.gz", name) != nil else {
            return nil
        }
        let head = folder.head(of: name)
        guard head.bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"), head.contains("\"strategy\"") else {
            return nil
        }
        let content = folder.content(of: name)
        let names = JSONOutline.names(at: ["strategy"], in: content)
        guard let first = names?.first,
            JSONOutline.names(at: ["strategy", first], in: content)?.contains("trades") == true
        else { return nil }
        return names
    }

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let (source, file) = (folder.source, found.file ?? "")
        let bytes = try source.bytes(of: file, role: "result")
        let document: JSONValue
        do throws(JSONError) {
            document = try JSONReader.parse(bytes)
        } catch { throw source.log.fail(.badJSON(file, error)) }
        let name = found.label ?? ""
        guard let strategy = document["strategy"]?[name] else { throw source.log.fail(.unknownFormat(file)) }
        let result = FreqtradeResult(strategy, name: name, file: file, log: source.log)
        return try run(result, FreqtradeFiles(beside: file, strategy: name, in: folder), source)
    }

    /// The result and what it is read with.
    static func identity(of run: FoundRun, in folder: FolderGlance) throws(RunError) -> RunIdentification {
        let name = run.file ?? ""
        let beside = FreqtradeFiles(beside: name, strategy: run.label ?? "", in: folder)
        return RunIdentification(id: run.id, names: [name] + beside.names)
    }

    private static func run(
        _ result: FreqtradeResult, _ files: FreqtradeFiles, _ source: RunSource
    ) throws(RunError) -> RawRun {
        let trades = try FreqtradeTrades(result: result).read()
        var wallet: FreqtradeWallet?
        if let name = files.wallet { wallet = FreqtradeWallet(try table(name, "account", source), result: result) }
        let main = try account(wallet, result, trades)
        var run = RawRun(format: format, engine: format, isOfEngine: true, main: main)
        run.description = FreqtradeDescription(result: result).description()
        run.trades = trades
        if let name = files.market, let market = FreqtradeMarket(try table(name, "benchmark", source)) {
            run.benchmark = wallet == nil ? market.byDay() : market.byCandle()
            run.description.benchmarkName = FreqtradeMarket.name(result)
        }
        run.reported = FreqtradeStatistics(result: result, hasWallet: wallet != nil).reported
        if let end = result.number("final_balance") { run.reportedEndValue = (end, result.file, "final_balance") }
        return run
    }

    /// The wallet, else the profits of closed trades.
    private static func account(
        _ wallet: FreqtradeWallet?, _ result: FreqtradeResult, _ trades: RawTrades
    ) throws(RunError) -> RawSeries {
        if let wallet { return wallet.series() }
        return try FreqtradeAccount(result: result, trades: trades.rows).series()
    }

    private static func table(_ name: String, _ role: String, _ source: RunSource) throws(RunError) -> TableFile {
        try TableFile(name: name, bytes: try source.bytes(of: name, role: role), log: source.log)
    }
}
