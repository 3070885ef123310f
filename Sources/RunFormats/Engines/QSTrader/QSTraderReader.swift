import Containers
import RunModel

/// QSTrader: the JSON that `JSONStatistics.to_file` writes.
///
/// `{"strategy": {"equity_curve": [[1483333200000, 1000000.0], …], "returns": …, "sharpe": …}, "benchmark": {…},
/// "strategy_name": …}`. It holds no trades, and targets in place of positions.
enum QSTraderReader: RunFormatReader {
    static let format = "QSTrader"
    private static let marks = ["equity_curve", "returns", "cum_returns", "monthly_agg_returns"]

    /// What a file holds.
    private enum Kind: Hashable { case statistics }

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        let files = folder.candidates.filter { isResult($0, folder) }.map { ($0, Kind.statistics) }
        guard !files.isEmpty else { return nil }
        let results = ResultFiles.results(files, words: ["statistics"]) { _ in false }
        return Recognition(
            because: "member strategy with equity_curve and cum_returns",
            runs: FoundRun.named(
                results.map { FoundRun.ResultFile(stem: $0.stem, name: $0[.statistics] ?? "", labels: []) }))
    }

    private static func isResult(_ name: String, _ folder: FolderGlance) -> Bool {
        let head = folder.head(of: name)
        guard head.isObject, head.contains("\"strategy\""), head.contains("\"equity_curve\"") else { return false }
        let members = JSONOutline.names(at: ["strategy"], in: folder.content(of: name)) ?? []
        return marks.allSatisfy(members.contains)
    }

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let (source, name) = (folder.source, found.file ?? "")
        let result = try QSTraderResult(try source.bytes(of: name, role: "result"), file: name, log: source.log)
        var run = RawRun(
            format: format, engine: format, isOfEngine: true, main: try result.series("equity_curve", content: .levels))
        run.other = result.ownReturns
        run.benchmark = result.benchmark
        run.description = result.description
        run.reported = QSTraderStatistics(result: result).reported
        result.tellClock()
        source.log.note(
            "\(name) holds neither trades nor positions: QSTrader's target_allocations are what the strategy wanted to hold."
        )
        return run
    }
}
