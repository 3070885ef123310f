import Analytics
import Charts

/// Growth per year, or the total return of short runs, at further costs.
enum CostSweepFigure {
    static let definition = FigureDefinition(
        name: "cost-sweep", summary: "return at further costs of what was traded, and where nothing is left",
        chart: chart)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let steps = try analysis.costSweep
        let isYearly = steps.contains { $0.cagr.number != nil }
        let points = steps.compactMap { step in
            (isYearly ? step.cagr : step.totalReturn).number.map { (x: step.basisPoints, y: $0) }
        }
        guard points.count > 1 else { throw .ruined }
        let line = LineMark(
            isYearly ? "CAGR" : "Total return", x: points.map(\.x), y: points.map(\.y), paint: .role(.accent),
            weight: .strong,
            ending: EndLabel(
                isYearly ? "CAGR" : "Return", value: FigureWords.percent(points.last?.y ?? 0), paint: .role(.accent),
                isStrong: true))
        var marks: [Mark] = [.line(line)]
        let breakEven = analysis.metrics.number(.breakEvenCost)
        if let breakEven, breakEven <= 50 {
            let label = EndLabel("Nothing left", value: FigureWords.ratio(breakEven), paint: .role(.loss))
            marks.append(.rule(RuleMark(.vertical, at: breakEven, label: label, paint: .role(.loss))))
        }
        let y = Axis(.linear, format: .percent(1), including: [0], baseline: 0, lowPadding: 3, highPadding: 3)
        return Chart(
            title: "What if trading had cost more",
            subtitle: "% \(isYearly ? "a year" : "in all"), by further basis points of all that was bought or sold",
            altText: altText(points, breakEven, isYearly), aspect: 0.4,
            x: Axis(.linear, format: .number(0), including: [0]), panels: [Panel(y: y, marks: marks)])
    }

    private static func altText(_ points: [(x: Double, y: Double)], _ breakEven: Double?, _ isYearly: Bool) -> String {
        let name = isYearly ? "CAGR" : "Total return"
        let first = points.first.map { FigureWords.percent($0.y) } ?? "n/a"
        let last = points.last.map { "\(FigureWords.percent($0.y)) at \(FigureWords.ratio($0.x))" } ?? "n/a"
        let zero = breakEven.map { " Nothing is left at \(FigureWords.ratio($0)) basis points." } ?? ""
        return "\(name) at further costs: \(first) at none, \(last) basis points.\(zero)"
    }
}
