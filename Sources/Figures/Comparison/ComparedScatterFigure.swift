import Analytics
import Charts
import Comparison

/// One dot per run over two of its metrics.
enum ComparedScatterFigure {
    static let riskReturn = FigureDefinition<Comparison>(
        "risk-return", "growth a year over volatility, a dot per run"
    ) { comparison in
        scatter(
            comparison, x: .annualVolatility, y: .cagr, title: "Risk and return",
            subtitle: "growth a year over volatility, %", format: (.percent(1), .percent(1)))
    }

    static let winRate = FigureDefinition<Comparison>(
        "win-rate-profit-factor", "profit factor of trades over their win rate, a dot per run"
    ) { comparison in
        guard comparison.members.contains(where: { $0.common.run.trades != nil }) else {
            return .failure(Unavailable(code: "no_trades", reason: "no run records trades"))
        }
        return scatter(
            comparison, x: .tradeWinRate, y: .profitFactor, title: "Win rate and profit factor",
            subtitle: "of closed trades", format: (.percent(0), .number(2)), reference: 1)
    }

    private static func scatter(
        _ comparison: Comparison, x: MetricKey, y: MetricKey, title: String, subtitle: String,
        format: (x: NumberFormat, y: NumberFormat), reference: Double? = nil
    ) -> Result<Chart, Unavailable> {
        let placed = comparison.members.compactMap { member -> (member: Member, x: Double, y: Double)? in
            guard let x = member.common.metrics.number(x), let y = member.common.metrics.number(y) else { return nil }
            return (member, x, y)
        }
        guard !placed.isEmpty else { return .failure(reason(comparison, x, y)) }
        let left = comparison.members.count - placed.count
        let rule = reference.map {
            Mark.rule(RuleMark(.horizontal, at: $0, paint: .role(.muted), dashes: [2.4, 1.8]))
        }
        let dots = placed.map { dot -> Mark in
            .dots(
                DotsMark(
                    x: [dot.x], y: [dot.y], paint: dot.member.paint, radius: 3, labels: [dot.member.shortName],
                    labelPaint: dot.member.labelPaint))
        }
        return .success(
            Chart(
                title: title,
                subtitle: subtitle
                    + (left > 0 ? "; n/a for \(left) of \(comparison.members.count) runs" : ""),
                altText: "\(title): "
                    + placed.map { "\($0.member.name) \(format.y.text($0.y)) at \(format.x.text($0.x))" }
                    .joined(separator: ", ") + ".",
                aspect: 0.62, x: axis(placed.map(\.x), format.x, includesZero: reference == nil),
                panels: [
                    Panel(
                        y: axis(placed.map(\.y) + [reference].compactMap { $0 }, format.y, includesZero: true),
                        marks: [rule].compactMap { $0 } + dots)
                ]))
    }

    /// Room beside the dots for their names. Positive numbers begin at zero where that does not squeeze them.
    private static func axis(_ values: [Double], _ format: NumberFormat, includesZero: Bool) -> Axis {
        let (low, high) = (values.min() ?? 0, values.max() ?? 1)
        let breadth = max(high - low, high.magnitude * 0.1, 1e-6)
        let start = includesZero && low >= 0 ? 0 : max(low - breadth * 0.12, low >= 0 ? 0 : -.infinity)
        return Axis(
            .linear, format: format, including: [start, high + breadth * 0.22], isNice: true,
            baseline: low < 0 || start == 0 ? 0 : nil)
    }

    private static func reason(_ comparison: Comparison, _ x: MetricKey, _ y: MetricKey) -> Unavailable {
        for member in comparison.members {
            for key in [x, y] {
                if let cause = member.common.metrics[key]?.value.unavailable { return cause }
            }
        }
        return Unavailable(code: "no_numbers", reason: "no run has both numbers")
    }
}
