import Analytics
import Charts

/// How a figure writes a statistic over rolling windows.
extension RollingStatistic {
    /// How values are written.
    var format: NumberFormat { isFraction ? .percent(places) : .number(places) }

    /// Behind the name; empty for pure numbers.
    var unitText: String { unit == .fractionPerYear ? "% a year" : isFraction ? "%" : "" }

    /// At the start of a line: `Volatility, % a year`.
    var heading: String {
        let first = name.first.map { $0.uppercased() + name.dropFirst() } ?? name
        return first + (unitText.isEmpty ? "" : ", " + unitText)
    }

    private var isFraction: Bool { unit == .fraction || unit == .fractionPerYear }
}
