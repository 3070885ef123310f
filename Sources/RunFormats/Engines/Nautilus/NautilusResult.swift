import Containers
import RunModel
import Series

/// A `BacktestResult` of nautilus_trader as JSON: when the run was, and its statistics.
struct NautilusResult {
    let name: String
    private let document: JSONValue
    private let result: JSONValue

    init(_ bytes: [UInt8], name: String, log: ReadingLog) throws(RunError) {
        self.name = name
        do throws(JSONError) {
            document = try JSONReader.parse(bytes)
        } catch { throw log.fail(.badJSON(name, error)) }
        result = document["result"] ?? document
    }

    /// Milliseconds since 1970 in UTC.
    var start: Int64? { moment("backtest_start") }
    var end: Int64? { moment("backtest_end") }

    /// Nanoseconds since 1970, as text or number.
    private func moment(_ member: String) -> Int64? {
        switch result[member] {
        case .string(let text): TimestampText.timestamp(text)?.instant
        case .integer(let number): TimestampText.timestamp(String(number))?.instant
        default: nil
        }
    }

    /// Adds what the result says of the run.
    func describe(_ run: inout RawRun, currency: String) {
        if let created = moment("run_finished") ?? moment("run_started") {
            run.description.created = .given(Timestamp(milliseconds: created).description + " UTC")
        }
        let profits = document["stats_pnls"]?[currency]
        for statistic in Self.profits { add(statistic, of: profits, "stats_pnls.\(currency)", to: &run) }
        for statistic in Self.returns { add(statistic, of: document["stats_returns"], "stats_returns", to: &run) }
    }

    /// A statistic of the engine: its name, the metric that it is, and how it differs.
    private typealias Known = (name: String, key: String, scale: Double, note: String)

    private static let profits: [Known] = [
        ("PnL (total)", "trades.total_pnl", 1, ""), ("PnL% (total)", "total_return", 0.01, ""),
        ("Max Winner", "trades.largest_win", 1, ""), ("Avg Winner", "trades.average_win", 1, ""),
        ("Avg Loser", "trades.average_loss", 1, ""), ("Max Loser", "trades.largest_loss", 1, ""),
        ("Expectancy", "trades.expectancy", 1, ""), ("Win Rate", "trades.win_rate", 1, ""),
    ]

    private static let ofReturns =
        "of the engine's returns, which until 1.230 are those of positions, not of the account"
    private static let returns: [Known] = [
        ("Returns Volatility (252 days)", "annual_volatility", 1, ofReturns),
        ("Sharpe Ratio (252 days)", "sharpe", 1, ofReturns), ("Sortino Ratio (252 days)", "sortino", 1, ofReturns),
        ("Profit Factor", "profit_factor_daily", 1, ofReturns),
        ("Risk Return Ratio", "risk_return_ratio", 1, ofReturns),
    ]

    private func add(_ known: Known, of values: JSONValue?, _ place: String, to run: inout RawRun) {
        guard let value = values?[known.name] else { return }
        run.reported.append(
            ReportedStatistic(
                name: known.name, text: JSONTable.cell(value), value: value.finiteNumber.map { $0 * known.scale },
                key: known.key, note: known.note, file: name))
    }
}
