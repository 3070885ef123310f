import Charts

/// What a figure has to know of a statistic to draw it over rolling windows.
struct RollingStatistic {
    /// As in ``RollingSeries/statistic``.
    let key: String
    /// Within a sentence: `Sharpe ratio`.
    let name: String
    /// Behind the name; empty for pure numbers.
    let unit: String
    /// How values are written.
    let format: NumberFormat
    /// The value that separates good from bad; its line is drawn.
    let reference: Double?

    static let volatility = RollingStatistic(
        key: "volatility", name: "volatility", unit: "% a year", format: .percent(1), reference: nil)
    static let sharpe = RollingStatistic(
        key: "sharpe", name: "Sharpe ratio", unit: "", format: .number(2), reference: 0)
    static let sortino = RollingStatistic(
        key: "sortino", name: "Sortino ratio", unit: "", format: .number(2), reference: 0)
    static let beta = RollingStatistic(key: "beta", name: "beta", unit: "", format: .number(2), reference: 1)

    static let all = [volatility, sharpe, sortino, beta]

    /// At the start of a line: `Volatility, % a year`.
    var heading: String {
        let first = name.first.map { $0.uppercased() + name.dropFirst() } ?? name
        return first + (unit.isEmpty ? "" : ", " + unit)
    }
}
