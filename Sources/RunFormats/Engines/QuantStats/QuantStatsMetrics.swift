import Containers
import RunModel

/// The table of `qs.reports.metrics`: names, and a column `Strategy` beside one of the benchmark; two decimals.
struct QuantStatsMetrics {
    private let table: CSVTable?
    private let file: String

    init(_ bytes: [UInt8], file: String) {
        table = try? CSVScanner.scan(bytes, delimiter: UInt8(ascii: ","))
        self.file = file
    }

    static func isMetrics(_ rows: [[String]]) -> Bool {
        let names = rows.compactMap(\.first)
        return names.contains("Start Period") && names.contains("End Period")
    }

    /// Why QuantStats' number may differ from ours.
    private static let start = "QuantStats begins with the first return that is not 0"
    private static let days = "QuantStats counts from the first day below the peak"
    private static let riskFree = start + ", and its risk-free rate is 0 unless set"

    private static let names: [(name: String, key: String, note: String)] = [
        ("Cumulative Return", "total_return", start), ("CAGR﹪", "cagr", start), ("Sharpe", "sharpe", riskFree),
        ("Sortino", "sortino", riskFree), ("Max Drawdown", "max_drawdown", start),
        ("Longest DD Days", "longest_drawdown_days", days), ("Volatility (ann.)", "annual_volatility", start),
        ("Calmar", "calmar", start), ("Skew", "skewness", start), ("Kurtosis", "kurtosis", start),
        ("Best Day", "best_day", start), ("Worst Day", "worst_day", start), ("Best Month", "best_month", start),
        ("Worst Month", "worst_month", start), ("Best Year", "best_year", start), ("Worst Year", "worst_year", start),
        ("Avg. Drawdown", "average_drawdown", start), ("Avg. Drawdown Days", "average_drawdown_days", days),
        ("Ulcer Index", "ulcer_index", start), ("Tail Ratio", "tail_ratio", start),
        ("Daily Value-at-Risk", "var_gaussian_95", start), ("Beta", "beta", start), ("Alpha", "alpha", riskFree),
        ("Win Days", "daily_win_rate", "QuantStats leaves out days without a return"),
    ]

    /// The numbers of the strategy; a dash is none.
    var reported: [ReportedStatistic] {
        guard let table, table.rowCount > 1 else { return [] }
        let header = table.texts(ofRow: 0)
        guard let column = header.firstIndex(of: "Strategy") ?? (header.count == 2 ? 1 : nil) else { return [] }
        var texts = [String: String]()
        for row in 1..<table.rowCount { texts[table.text(row, 0), default: ""] = table.text(row, column) }
        return Self.names.compactMap { name, key, note in
            guard let text = texts[name], let value = RateSize.fraction(text)?.value else { return nil }
            return ReportedStatistic(name: name, text: text, value: value, key: key, note: note, file: file)
        }
    }
}

extension Finding {
    static func quantStatsMetricsOnly(_ name: String) -> Finding {
        Finding(
            .statisticsOnly, name, "these are the metrics of QuantStats; the returns are not in them",
            "save them with returns.to_csv('run.returns.csv') and name that file")
    }
}
