import Analytics
import Charts

/// How exposures to factors changed.
enum FactorExposureFigure {
    static let definition = FigureDefinition(
        name: "factor-exposures", summary: "exposures to factors in rolling windows", chart: chart)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let (window, series) = try analysis.rollingExposures()
        let shown = series.prefix(CategoryColors.count)
        let marks = shown.enumerated().map { place, one -> Mark in
            let role = CategoryColors.role(at: place)
            return .line(
                LineMark(
                    one.name, x: one.series.days, y: one.series.values, paint: .role(role),
                    ending: EndLabel(
                        one.name, value: one.series.values.last.map(FigureWords.ratio) ?? "", paint: .role(role))))
        }
        let y = Axis(.linear, format: .number(1), including: [0], baseline: 0, lowPadding: 3, highPadding: 3)
        let words = shown.map { one in
            "\(one.name) from \(FigureWords.ratio(one.series.values.min() ?? 0)) to "
                + FigureWords.ratio(one.series.values.max() ?? 0)
        }
        return Chart(
            title: "Factor exposures", subtitle: "regression over the last \(window) observations",
            altText: "Exposures to factors \(FigureTime(analysis).span): \(words.joined(separator: ", ")).",
            aspect: 0.34, x: FigureTime(analysis).axis, panels: [Panel(y: y, marks: marks)])
    }
}
