import Analytics
import Charts

/// The total return as it was, and without the best days.
enum LuckFigure {
    static let definition = FigureDefinition(
        name: "luck", summary: "total return as it was, and without the best 1, 5, 10 and 20 days"
    ) { (analysis) throws(Unavailable) -> Chart in
        let rows = try analysis.luck.rows.compactMap { row in row.withoutBest.number.map { (row.left, $0) } }
        guard !rows.isEmpty else { throw .noReturns }
        let bars = rows.enumerated().map { place, row in
            BarsMark.Bar(
                x0: Double(place) + 0.22, x1: Double(place) + 0.78, y1: row.1, paint: .role(row.1 < 0 ? .loss : .gain),
                value: FigureWords.percent(row.1),
                title: "\(name(row.0)): \(FigureWords.percent(row.1))")
        }
        let facts = rows.map { "\(name($0.0)) \(FigureWords.percent($0.1))" }.joined(separator: ", ")
        return Chart(
            title: "Without the best days", subtitle: "total return, %", altText: "Total return: \(facts).",
            aspect: 0.4,
            x: .bands(rows.map { row in row.0 == 0 ? ["as it was", "all"] : ["without \(row.0)", "−\(row.0)"] }),
            panels: [
                Panel(
                    y: Axis(.linear, format: .percent(0), including: [0], isNice: true, baseline: 0, highPadding: 8),
                    marks: [.bars(BarsMark(bars, valuePaint: .role(.ink)))])
            ])
    }

    private static func name(_ left: Int) -> String {
        left == 0 ? "as it was" : left == 1 ? "without the best day" : "without the best \(left) days"
    }
}
