import Containers
import RunModel

/// What QSTrader computed of the strategy, where a metric measures the same.
struct QSTraderStatistics {
    let result: QSTraderResult

    private static let first = "QSTrader counts a return of 0 on the first day"
    private static let deviation = first + ", and its deviation is of the whole, ours of a sample"

    private static let known: [(name: String, key: String, scale: Double, note: String)] = [
        ("cagr", "cagr", 1, "QSTrader's year has 252 values, of which the first is one, unless set otherwise"),
        ("annualised_vol", "annual_volatility", 1, deviation),
        ("sharpe", "sharpe", 1, "QSTrader's risk-free rate is 0; " + deviation),
        (
            "sortino", "sortino", 1,
            "QSTrader's risk-free rate is 0, and it divides by the deviation of negative returns from their own mean"
        ),
        ("max_drawdown", "max_drawdown", -1, ""),
    ]

    private static let quantiles: [(list: String, member: String, key: String, note: String)] = [
        ("daily", "min", "worst_day", ""), ("daily", "max", "best_day", ""),
        ("monthly", "min", "worst_month", parts), ("monthly", "max", "best_month", parts),
        ("yearly", "min", "worst_year", parts), ("yearly", "max", "best_year", parts),
    ]
    private static let parts = "QSTrader counts parts of months and years too"

    /// The numbers in the order of the file.
    var reported: [ReportedStatistic] { growth + quantiles + numbers }

    /// `cum_returns` is growth, of which the last less one is the total return.
    private var growth: [ReportedStatistic] {
        guard case .array(let points)? = result["cum_returns"], case .array(let last)? = points.last, last.count == 2,
            let value = last[1].finiteNumber
        else { return [] }
        return [
            ReportedStatistic(
                name: "cum_returns, last", text: JSONTable.cell(last[1]), value: value - 1, key: "total_return",
                note: "", file: result.file)
        ]
    }

    private var quantiles: [ReportedStatistic] {
        Self.quantiles.compactMap { known in
            statistic(
                "returns_quantiles.\(known.list).\(known.member)",
                result["returns_quantiles"]?[known.list]?[known.member],
                known.key, 1, known.note)
        }
    }

    private var numbers: [ReportedStatistic] {
        Self.known.compactMap { statistic($0.name, result[$0.name], $0.key, $0.scale, $0.note) }
    }

    private func statistic(
        _ name: String, _ value: JSONValue?, _ key: String, _ scale: Double, _ note: String
    ) -> ReportedStatistic? {
        guard let value, let number = value.finiteNumber else { return nil }
        return ReportedStatistic(
            name: name, text: JSONTable.cell(value), value: number * scale, key: key, note: note, file: result.file)
    }
}
