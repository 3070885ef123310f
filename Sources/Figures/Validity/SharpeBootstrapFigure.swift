import Analytics
import Charts

/// The Sharpe ratios of resampled paths, with zero, the hurdle of noise and the run's own.
enum SharpeBootstrapFigure {
    static let definition = FigureDefinition(
        name: "sharpe-bootstrap", summary: "the Sharpe ratios of resampled paths, with zero and what noise would show"
    ) { (analysis) throws(Unavailable) -> Chart in
        let section = try analysis.resamples
        guard let row = section.rows.first(where: { $0.declaration.key == .sharpe }) else { throw .noReturns }
        let quantiles = try row.quantiles.get()
        let observed = row.observed.number ?? quantiles[3]
        let hurdle = analysis.noiseHurdle
        let low = section.sharpeRatios.count { $0 <= 0 }
        let share = Double(low) / Double(max(section.sharpeRatios.count, 1))
        return Chart(
            title: "Sharpe ratio, drawn anew",
            subtitle: "\(section.paths) paths of the run's own returns; shaded: the middle 95\u{202F}%",
            altText: "Sharpe ratios of \(section.paths) resampled paths: 95\u{202F}% lie between "
                + "\(FigureWords.ratio(quantiles[0])) and \(FigureWords.ratio(quantiles[6])), "
                + "\(FigureWords.percent(share)) at or below zero; the run's own is \(FigureWords.ratio(observed)).",
            aspect: 0.46, x: Axis(.linear, format: .number(1), including: [0, observed] + [hurdle].compactMap { $0 }),
            panels: [
                Panel(
                    y: Axis(.linear, format: .count, including: [0], isNice: true, baseline: 0),
                    marks: [.band(BandMark(from: quantiles[0], to: quantiles[6]))]
                        + HistogramBars.marks(section.sharpeHistogram) { FigureWords.ratio($0) }
                        + rules(observed, hurdle))
            ])
    }

    private static func rules(_ observed: Double, _ hurdle: Double?) -> [Mark] {
        var rules = [
            RuleMark(
                .vertical, at: observed,
                label: EndLabel(
                    "observed", value: FigureWords.ratio(observed), paint: .role(.ink), isStrong: true),
                paint: .role(.ink))
        ]
        if let hurdle, hurdle != 0 {
            rules.append(
                RuleMark(
                    .vertical, at: hurdle, label: EndLabel("best of noise", value: FigureWords.ratio(hurdle)),
                    paint: .role(.muted), dashes: [2.4, 1.8]))
        }
        return rules.map { .rule($0) }
    }
}
