import Containers
import RunModel

/// The statistics of backtesting.py, as CSV (`stats.to_csv()`) or JSON: only what the other files do not tell.
///
/// A careless `stats.to_csv()` holds shortened prints of the curve and the trades as cells of many lines; they are not
/// read.
struct BacktestingPyStats {
    /// A strategy as it prints itself: `SmaCross(n1=10,n2=20)`.
    struct Strategy: Equatable {
        var name: String
        var parameters: [RunParameter]
    }

    private(set) var strategy: Strategy?
    private(set) var finalEquity: Double?
    /// The numbers that a metric measures too.
    private(set) var reported = [ReportedStatistic]()

    static func isStats(_ beginning: [UInt8]) -> Bool {
        let text = String(decoding: beginning.prefix(1200), as: UTF8.self)
        guard text.contains("Equity Final [$]") else { return false }
        let isTable = text.hasPrefix(",0\nStart,") || text.hasPrefix(",0\r\nStart,")
        return isTable || (text.hasPrefix("{") && text.contains("\"Start\""))
    }

    init(_ bytes: [UInt8], name: String) {
        let values = Self.values(bytes)
        strategy = values("_strategy").map(Self.strategy)
        finalEquity = values("Equity Final [$]").flatMap { Double($0) }
        reported = Self.known.compactMap { known in
            guard let text = values(known.name), !text.isEmpty else { return nil }
            let number =
                known.isDays ? Self.days(text) : Double(text).map { $0 * (known.name.hasSuffix("[%]") ? 0.01 : 1) }
            return ReportedStatistic(
                name: known.name, text: text, value: number.flatMap { $0.isFinite ? $0 : nil }, key: known.key,
                note: known.isDays && !text.hasSuffix(" 00:00:00") ? "ours is in whole days" : known.note, file: name)
        }
    }

    /// Looks a statistic up, in either form of file.
    private static func values(_ bytes: [UInt8]) -> (String) -> String? {
        if bytes.first == UInt8(ascii: "{") {
            let value = try? JSONReader.parse(bytes)
            return { name in
                switch value?[name] {
                case .string(let text): text
                case .integer(let number): String(number)
                case .number(let number): "\(number)"
                default: nil
                }
            }
        }
        let table = StatisticsTable(bytes)
        return { name in table?[name] }
    }

    /// A statistic by its name, the metric that measures the same, and why the two may differ.
    private struct Known {
        let name: String
        let key: String
        var note = ""
        var isDays = false
    }

    private static let known: [Known] = [
        Known(name: "Return [%]", key: "total_return"), Known(name: "Max. Drawdown [%]", key: "max_drawdown"),
        Known(name: "Max. Drawdown Duration", key: "longest_drawdown_days", isDays: true),
        Known(name: "# Trades", key: "trades.count"), Known(name: "Win Rate [%]", key: "trades.win_rate"),
        Known(name: "Commissions [$]", key: "trades.total_fees"),
        Known(name: "SQN", key: "trades.sqn"),
        Known(name: "Exposure Time [%]", key: "exposure", note: "bars with an open trade over all bars"),
        Known(
            name: "CAGR [%]", key: "cagr",
            note: "of the engine's own count of years"),
        Known(
            name: "Return (Ann.) [%]", key: "cagr", note: "the geometric mean of a day, to a year of 252 or 365 days"),
        Known(
            name: "Volatility (Ann.) [%]", key: "annual_volatility",
            note: "the engine's formula is that of compounded returns, with 252 or 365 days"),
        Known(name: "Sharpe Ratio", key: "sharpe", note: "annual return over volatility, both the engine's"),
        Known(
            name: "Sortino Ratio", key: "sortino", note: "annual return over the deviation of losses, both the engine's"
        ),
        Known(name: "Calmar Ratio", key: "calmar", note: "the engine's annual return over its drawdown"),
        Known(name: "Profit Factor", key: "trades.profit_factor", note: "of the returns of trades, not of their money"),
        Known(name: "Kelly Criterion", key: "kelly", note: "of trades, not of days"),
    ]

    /// The whole days of `830 days 00:00:00`.
    private static func days(_ text: String) -> Double? {
        let words = text.split(separator: " ")
        return words.count > 1 && words[1].hasPrefix("day") ? Double(words[0]) : nil
    }

    static func strategy(_ given: String) -> Strategy {
        // Before the text is taken apart: a comma in a secret would leave its second half without a name.
        let text = SecretText.masked(given)
        guard let open = text.firstIndex(of: "("), text.last == ")" else { return Strategy(name: text, parameters: []) }
        let inside = text[text.index(after: open)...].dropLast()
        let parameters = inside.split(separator: ",").compactMap { part -> RunParameter? in
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { return nil }
            return ParameterText.parameter(String(sides[0].drop { $0 == " " }), String(sides[1]))
        }
        return Strategy(name: String(text[..<open]), parameters: parameters)
    }
}
