import Analytics
import Charts
import Graphics

/// How P&L before fees became the change of the account: a waterfall.
enum CostBridgeFigure {
    static let definition = FigureDefinition(
        name: "cost-bridge", summary: "from P&L before fees to the change of the account", chart: chart)

    /// A step's name where there is little room.
    private static func short(_ key: String) -> String {
        switch key {
        case "gross": "Gross"
        case "fees": "Fees"
        case "net": "Net"
        case "other": "Other"
        default: "Account"
        }
    }

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let steps = try analysis.costBridge.steps
        var level = 0.0
        let bars = steps.enumerated().map { place, step -> BarsMark.Bar in
            let start = step.isLevel ? 0 : level
            level = step.isLevel ? step.amount : level + step.amount
            let paint: Paint =
                step.isLevel ? .role(.accent, opacity: 0.88) : .role(step.amount < 0 ? .loss : .gain, opacity: 0.88)
            return BarsMark.Bar(
                x0: Double(place) + 0.16, x1: Double(place) + 0.84, y0: start, y1: level, paint: paint,
                value: FigureWords.money(step.amount), title: "\(step.name): \(FigureWords.money(step.amount))")
        }
        let y = Axis(.linear, format: .money(0), including: [0], baseline: 0, lowPadding: 9, highPadding: 9)
        let currency = analysis.run.currency.value
        let words = steps.map { "\($0.name) \(FigureWords.money($0.amount, currency))" }
        return Chart(
            title: "From gross to net", subtitle: "P&L of all trades" + FigureWords.unit(currency),
            altText: "From P&L before fees to the change of the account: \(words.joined(separator: ", ")).",
            aspect: 0.42,
            x: .bands(steps.map { [$0.name, short($0.key)] }),
            panels: [Panel(y: y, marks: [.bars(BarsMark(bars, valuePaint: .role(.ink)))])])
    }
}
