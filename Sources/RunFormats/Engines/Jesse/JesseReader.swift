import Containers
import RunModel
import Series

/// jesse: the closed trades of a backtest, as JSON or CSV (FORMATS.md, section 8).
///
/// `{"trades": [{"PNL": …, "PNL_percentage": …, …}], "considering_timeframes": […]}`, or the same trades as CSV with every
/// cell in quotes. Neither holds a balance, so the run needs `--initial-capital`.
enum JesseReader: RunFormatReader {
    static let format = "jesse"
    private static let marks = ["PNL", "PNL_percentage", "entry_price", "exit_price", "qty", "opened_at", "closed_at"]

    /// What a file holds.
    private enum Kind: Hashable { case trades }

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        let files = folder.candidates.filter { isTrades($0, folder) }.map { ($0, Kind.trades) }
        guard !files.isEmpty else { return nil }
        // A session has both files; the run is read from the first of them.
        let results = ResultFiles.results(files, words: []) { _ in true }
        return Recognition(
            because: "trades with PNL_percentage and opened_at",
            runs: FoundRun.named(
                results.map { FoundRun.ResultFile(stem: $0.stem, name: $0[.trades] ?? "", labels: []) }))
    }

    private static func isTrades(_ name: String, _ folder: FolderGlance) -> Bool {
        let head = folder.head(of: name)
        guard head.isObject else { return marks.allSatisfy(head.header.contains) }
        let members = JSONTable.columns(head.bytes)
        if members.contains("trades"), members.contains("considering_timeframes") { return true }
        // The beginning of a long file shows the first of the two alone.
        return members == ["trades"] && head.contains("\"PNL_percentage\"")
    }

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let (source, name) = (folder.source, found.file ?? "")
        let (table, timeframes) = try table(try source.bytes(of: name, role: "trades"), name, source.log)
        let file = try TableFile(name: name, bytes: table, log: source.log)
        let trades = JesseTrades(file: file)
        let rows = try trades.read()
        guard let capital = options.initialCapital else {
            throw source.log.fail(.capitalNeeded(name, engine: format))
        }
        guard !rows.rows.isEmpty else { throw source.log.fail(.tooFewRows(name, 0)) }
        var run = RawRun(
            format: format, engine: format, isOfEngine: true, main: account(rows, capital, trades.columns))
        source.log.add(.equityIsRealised(name, "trades"))
        source.log.note(
            "\(name) does not say when the run began and ended: the report spans its trades, and time without one before "
                + "or after them is not in it.")
        run.trades = rows
        run.description = trades.description(timeframes: timeframes)
        return run
    }

    /// The starting balance and the profits of trades, at the end of the day in UTC on which they were closed.
    private static func account(_ trades: RawTrades, _ capital: Double, _ columns: JesseTrades.Columns) -> RawSeries {
        let profits = trades.rows.compactMap { row in
            row.exit?.instant.map { (moment: $0, profit: row.trade.profit, line: row.line) }
        }
        // Coins trade on all days.
        let account = DailyAccount(
            start: capital, steps: DailyAccount.steps(from: capital, profits), keepsWeekends: false)
        return account.series(
            file: trades.file, column: "PNL", timestampColumn: "closed_at",
            opening: trades.rows.compactMap(\.entry.instant).min())
    }

    /// The trades as delimited text, and the timeframes that the session looked at.
    private static func table(
        _ bytes: [UInt8], _ name: String, _ log: ReadingLog
    ) throws(RunError) -> (text: [UInt8], timeframes: [String]) {
        guard FileHead(bytes).isObject else { return (bytes, []) }
        let document: JSONValue
        do throws(JSONError) {
            document = try JSONReader.parse(bytes)
        } catch { throw log.fail(.badJSON(name, error)) }
        guard case .array(let records)? = document["trades"] else { throw log.fail(.notASeries(name)) }
        guard !records.isEmpty else { throw log.fail(.tooFewRows(name, 0)) }
        guard let text = JSONTable.text(ofRecords: records) else { throw log.fail(.notASeries(name)) }
        return (text, timeframes(document["considering_timeframes"]))
    }

    /// Their order is that of a set, which is another one in every run of the same session.
    private static func timeframes(_ value: JSONValue?) -> [String] {
        guard case .array(let list)? = value else { return [] }
        let texts = list.compactMap { entry -> String? in
            if case .string(let text) = entry { text } else { nil }
        }
        return texts.sorted { (minutes($0), $0) < (minutes($1), $1) }
    }

    /// How long a timeframe such as `4h` is.
    private static func minutes(_ timeframe: String) -> Int {
        let units: [Character: Int] = ["m": 1, "h": 60, "D": 1440, "W": 10_080, "M": 43_200]
        let count = Int(timeframe.filter(\.isNumber).prefix(6)) ?? 0
        return count * (timeframe.last.flatMap { units[$0] } ?? 1)
    }
}
