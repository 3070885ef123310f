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
        return try run(result)
    }

    private static func run(_ result: FreqtradeResult) throws(RunError) -> RawRun {
        let trades = try FreqtradeTrades(result: result).read()
        let account = try FreqtradeAccount(result: result, trades: trades.rows)
        var run = RawRun(format: format, engine: format, isOfEngine: true, main: account.series())
        run.description = FreqtradeDescription(result: result).description()
        run.trades = trades
        if let end = result.number("final_balance") { run.reportedEndValue = (end, result.file, "final_balance") }
        return run
    }
}
