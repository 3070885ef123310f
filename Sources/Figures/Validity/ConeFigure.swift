import Analytics
import Charts

/// Growth within the quantiles of resampled paths.
enum ConeFigure {
    static let whole = FigureDefinition(
        name: "monte-carlo-cone", summary: "growth within the quantiles of paths drawn from the run's own returns"
    ) { (analysis) throws(Unavailable) -> Chart in
        let cone = try analysis.cone
        return chart(
            analysis, cone, title: "Growth of 1, drawn anew",
            subtitle: "log scale; shaded: the middle 50 and 90\u{202F}% of paths of the run's own returns",
            fact: "paths drawn from the run's own returns")
    }

    static let outOfSample = FigureDefinition(
        name: "out-of-sample-cone", summary: "out-of-sample growth within the quantiles of paths of in-sample returns"
    ) { (analysis) throws(Unavailable) -> Chart in
        let cone = try analysis.outOfSampleCone
        return chart(
            analysis, cone, title: "Out of sample against in-sample luck",
            subtitle: "log scale; shaded: the middle 50 and 90\u{202F}% of paths of in-sample returns; "
                + "\(FigureWords.percent(cone.share)) end as low",
            fact: "paths drawn from the in-sample returns, of which \(FigureWords.percent(cone.share)) end as low")
    }

    private static func chart(
        _ analysis: Analysis, _ cone: WealthCone, title: String, subtitle: String, fact: String
    ) -> Chart {
        let x = cone.timestamps.map(\.fractionalDays)
        let ends = cone.quantiles.compactMap(\.last)
        let observed = cone.observed.last ?? 1
        let marks: [Mark] = [
            .area(
                AreaMark(
                    x: x, y: cone.quantiles[4], base: .line(cone.quantiles[0]), paint: .role(.muted, opacity: 0.16))),
            .area(
                AreaMark(
                    x: x, y: cone.quantiles[3], base: .line(cone.quantiles[1]), paint: .role(.muted, opacity: 0.22))),
            .line(
                LineMark(
                    "Median", x: x, y: cone.quantiles[2], paint: .role(.muted), dashes: [2.4, 1.8],
                    ending: EndLabel("median", value: FigureWords.multiple(ends[2])))),
            .line(
                LineMark(
                    Analysis.strategyName, x: x, y: cone.observed, paint: .role(.accent), weight: .strong,
                    ending: EndLabel(
                        Analysis.strategyName, value: FigureWords.multiple(observed), paint: .role(.accent),
                        isStrong: true))),
        ]
        // Paths that begin with the run begin at 1; those of a part begin where the run was.
        let y = Axis(.logarithmic, format: .multiple(2), lowPadding: 2, highPadding: 2)
        return Chart(
            title: title, subtitle: subtitle,
            altText: "Growth to \(FigureWords.multiple(observed)) against \(fact): 90\u{202F}% of them end between "
                + "\(FigureWords.multiple(ends[0])) and \(FigureWords.multiple(ends[4])), half above "
                + "\(FigureWords.multiple(ends[2])).",
            aspect: 0.46, x: Axis.time, panels: [Panel(y: y, marks: marks)])
    }
}
