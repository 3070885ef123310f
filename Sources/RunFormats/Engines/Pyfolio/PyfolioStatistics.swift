import Containers
import RunModel

/// `pyfolio.timeseries.perf_stats(returns)` as users save it: names and numbers, as CSV or as a flat JSON object.
struct PyfolioStatistics {
    private let lookUp: (String) -> String?
    private let file: String

    /// Whether the beginning of a file is such a list.
    static func isStatistics(_ head: FileHead) -> Bool {
        if head.isObject {
            return marks.allSatisfy { head.contains("\"\($0)\"") } && head.bytes.count < FolderGlance.headSize
        }
        let names = head.rows(20).filter { $0.count == 2 }.map { $0[0] }
        return marks.allSatisfy(names.contains)
    }

    private static let marks = ["Annual return", "Cumulative returns", "Annual volatility"]

    init(_ bytes: [UInt8], file: String) {
        self.file = file
        if let table = StatisticsTable(bytes) {
            lookUp = { table[$0] }
        } else {
            let document = try? JSONReader.parse(bytes)
            lookUp = { name in document?[name].map(JSONTable.cell) }
        }
    }

    private static let year = "pyfolio's year has 252 returns"
    private static let riskFree = year + ", and its risk-free rate is 0"

    private static let known: [(name: String, key: String, note: String)] = [
        ("Annual return", "cagr", year), ("Cumulative returns", "total_return", ""),
        ("Annual volatility", "annual_volatility", year), ("Sharpe ratio", "sharpe", riskFree),
        ("Calmar ratio", "calmar", year), ("Stability", "stability", "pyfolio's is of every return, without the start"),
        ("Max drawdown", "max_drawdown", ""), ("Omega ratio", "omega", "pyfolio's threshold is 0"),
        ("Sortino ratio", "sortino", riskFree), ("Skew", "skewness", "pyfolio's is of the whole, ours of a sample"),
        ("Kurtosis", "kurtosis", "pyfolio's is of the whole, ours of a sample"),
        ("Tail ratio", "tail_ratio", ""),
        ("Daily value at risk", "var_gaussian_95", "pyfolio's is the mean less two deviations"),
        ("Alpha", "alpha", riskFree), ("Beta", "beta", ""),
    ]

    /// The numbers that a metric measures too; percents as `show_perf_stats` prints them count as such.
    var reported: [ReportedStatistic] {
        Self.known.compactMap { name, key, note in
            guard let text = lookUp(name), let value = RateSize.fraction(text)?.value else { return nil }
            return ReportedStatistic(name: name, text: text, value: value, key: key, note: note, file: file)
        }
    }
}
