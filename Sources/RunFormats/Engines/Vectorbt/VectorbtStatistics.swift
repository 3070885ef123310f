import Containers
import RunModel

/// The statistics of vectorbt: `pf.stats()` of one column, or a row for each (`pf.stats(agg_func=None)`).
struct VectorbtStatistics {
    private let lookUp: (String) -> String?

    init(_ bytes: [UInt8], label: VectorbtLabel) {
        if let table = StatisticsTable(bytes) {
            lookUp = { table[$0] }
        } else {
            lookUp = Self.row(bytes, label)
        }
    }

    /// A statistic as a number; nil where it is not there.
    subscript(name: String) -> Double? { lookUp(name).flatMap { Double($0) } }

    /// A statistic of the engine, the metric that measures the same, the size of its unit in ours, and why the two may differ.
    private typealias Known = (name: String, key: String, scale: Double, note: String)

    private static let year = "vectorbt's year has 365 bars of a day unless it was told otherwise"
    private static let riskFree = year + ", and its risk-free rate is 0"

    private static let known: [Known] = [
        ("Total Return [%]", "total_return", 0.01, ""),
        ("Max Drawdown [%]", "max_drawdown", -0.01, ""),
        ("Max Drawdown Duration", "longest_drawdown_days", 1, "vectorbt counts bars, ours are days of the calendar"),
        ("Total Closed Trades", "trades.count", 1, ""), ("Total Open Trades", "trades.open", 1, ""),
        ("Total Fees Paid", "trades.total_fees", 1, "of all orders, where ours is of closed trades"),
        ("Win Rate [%]", "trades.win_rate", 0.01, ""),
        ("Profit Factor", "trades.profit_factor", 1, ""), ("Expectancy", "trades.expectancy", 1, ""),
        ("Sharpe Ratio", "sharpe", 1, riskFree), ("Sortino Ratio", "sortino", 1, riskFree),
        ("Calmar Ratio", "calmar", 1, year), ("Omega Ratio", "omega", 1, riskFree),
    ]

    /// What the engine computed, where a metric measures the same.
    func reported(file: String) -> [ReportedStatistic] {
        Self.known.compactMap { name, key, scale, note in
            guard let text = lookUp(name), !text.isEmpty else { return nil }
            // `401 days 00:00:00` begins with its number.
            let number = Double(text) ?? text.split(separator: " ").first.flatMap { Double($0) }
            let value = number.flatMap { $0.isFinite ? $0 * scale : nil }
            return ReportedStatistic(name: name, text: text, value: value, key: key, note: note, file: file)
        }
    }

    /// The row whose first cells, those before `Start`, are the label's parts.
    private static func row(_ bytes: [UInt8], _ label: VectorbtLabel) -> (String) -> String? {
        guard let table = try? CSVScanner.scan(bytes, delimiter: UInt8(ascii: ",")) else { return { _ in nil } }
        let header = table.texts(ofRow: 0)
        let levels = header.firstIndex(of: "Start") ?? 0
        let row = (1..<max(1, table.rowCount)).first { row in
            levels > 0 && (0..<levels).map { table.text(row, $0) } == label.parts
        }
        return { name in
            guard let row, let column = header.firstIndex(of: name) else { return nil }
            return table.text(row, column)
        }
    }
}
