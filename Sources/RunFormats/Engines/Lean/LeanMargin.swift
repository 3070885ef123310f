import RunModel
import Series

/// The chart of margin, which newer releases write: percent of the account by symbol, a point a day while it is held.
enum LeanMargin {
    private static let chart = "Portfolio Margin"

    /// Margin of all symbols together; nil where the file has none. On days of the account without a point of a symbol it
    /// has none.
    static func margin(_ charts: LeanCharts, file: String) -> RawMargin? {
        let series = charts.names(of: chart).compactMap { charts.series(chart, $0) }
        guard !series.isEmpty else { return nil }
        var sums = [Int64: Double]()
        for one in series {
            for (second, value) in zip(one.seconds, one.values) where value.isFinite {
                sums[second, default: 0] += value / 100
            }
        }
        let seconds = sums.keys.sorted()
        var rows = [RawMargin.Row]()
        for (place, second) in seconds.enumerated() {
            rows.append(row(second, max(0, sums[second] ?? 0)))
            // Where the next point is more than a weekend away, nothing was held meanwhile.
            let next = place + 1 < seconds.count ? seconds[place + 1] : second
            if next - second > longestStep { rows.append(row(second + day, 0)) }
        }
        return RawMargin(file: file, rows: rows, areShares: true)
    }

    private static let day: Int64 = 86_400
    /// Over a weekend with a holiday at each end.
    private static let longestStep: Int64 = 5 * day

    private static func row(_ second: Int64, _ share: Double) -> RawMargin.Row {
        RawMargin.Row(time: WrittenTimestamp(wall: second * 1000, offset: 0), value: share)
    }
}
