import Analytics
import Charts

/// What each symbol contributed to the return, the largest parts first.
enum ContributionFigure {
    static let definition = FigureDefinition(
        name: "contributions", summary: "bars of what each symbol contributed to the total return", chart: chart)

    private static let most = 18

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let section = try analysis.contributions
        let (shown, others) = (section.symbols.prefix(most), section.symbols.dropFirst(most))
        var rows = shown.map { (name: $0.name, value: $0.contribution) }.sorted { $0.value > $1.value }
        if !others.isEmpty {
            rows.append(
                (name: "\(others.count) others", value: others.reduce(0) { $0 + $1.contribution }))
        }
        let bars = rows.enumerated().map { place, row in
            BarsMark.Bar(
                x0: 0, x1: row.value, y0: Double(place) + 0.14, y1: Double(place) + 0.86,
                paint: .role(row.value < 0 ? .loss : .gain, opacity: 0.88),
                value: FigureWords.percent(row.value),
                title: "\(row.name): \(FigureWords.percent(row.value, places: 2))")
        }
        let bands = rows.enumerated().map { AxisBand([$1.name], start: Double($0), end: Double($0 + 1)) }
        return Chart(
            title: "Contribution to the return",
            subtitle: "% of the account; the parts sum to \(FigureWords.percent(section.total))",
            altText: altText(section), aspect: (44 + 14.5 * Double(rows.count)) / 540,
            leastHeight: 44 + 12 * Double(rows.count),
            x: Axis(.linear, format: .percent(1), including: [0], isNice: true),
            panels: [
                Panel(
                    y: Axis(.bands(bands, extent: Double(rows.count))),
                    marks: [.bars(BarsMark(bars, orientation: .horizontal, valuePaint: .role(.ink)))])
            ])
    }

    private static func altText(_ section: ContributionSection) -> String {
        let named = section.symbols.filter { !$0.isRest }
        var text =
            "Contribution of \(FigureWords.count(named.count, "symbol", "symbols")) to a return of "
            + FigureWords.percent(section.total)
        if let best = named.max(by: { $0.contribution < $1.contribution }),
            let worst = named.min(by: { $0.contribution < $1.contribution })
        {
            text +=
                ": most \(best.name) with \(FigureWords.percent(best.contribution)), least \(worst.name) with "
                + FigureWords.percent(worst.contribution)
        }
        return text + "."
    }
}
