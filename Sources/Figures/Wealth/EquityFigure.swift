import Analytics
import Charts

/// Growth of 1 against the benchmark, and the drawdown beneath on the same axis.
enum EquityFigure {
    static let logarithmic = FigureDefinition(
        name: "equity", summary: "growth of 1 against the benchmark on a log scale, with the drawdown beneath"
    ) { chart($0, isLogarithmic: true) }

    static let linear = FigureDefinition(
        name: "equity-linear", summary: "growth of 1 against the benchmark on a linear scale, with the drawdown beneath"
    ) { chart($0, isLogarithmic: false) }

    private static func chart(_ analysis: Analysis, isLogarithmic: Bool) -> Result<Chart, Unavailable> {
        guard analysis.growth.timestamps.count > 1 else {
            return .failure(.fewerThan(2, "observations"))
        }
        let time = FigureTime(analysis)
        let bands = time.worstDrawdowns
        let numbered = bands.isEmpty ? "" : "; the worst drawdowns are numbered"
        return .success(
            Chart(
                title: "Growth of 1",
                subtitle: (isLogarithmic ? "log scale" : "linear scale") + ", and drawdown"
                    + numbered,
                altText: altText(analysis, time), aspect: 0.46, x: time.axis, bands: bands,
                panels: [growth(analysis, isLogarithmic: isLogarithmic), UnderwaterFigure.panel(analysis, height: 1)]))
    }

    /// The benchmark behind, the strategy before it.
    static func growth(_ analysis: Analysis, isLogarithmic: Bool) -> Panel {
        let y = Axis(
            isLogarithmic ? .logarithmic : .linear, format: .multiple(2), including: [1], lowPadding: 2, highPadding: 2)
        var marks: [Mark] = []
        if let benchmark = analysis.growth.benchmark, let name = analysis.benchmarkName {
            marks.append(
                .line(
                    LineMark(
                        name, key: SeriesName.benchmarkGrowth, x: benchmark.days, y: benchmark.values,
                        paint: .role(.benchmark),
                        ending: EndLabel(name, value: benchmark.values.last.map(FigureWords.multiple) ?? ""))))
        }
        let ending = EndLabel(
            Analysis.strategyName, value: analysis.growth.end.map(FigureWords.multiple) ?? "", paint: .role(.accent),
            isStrong: true)
        marks.append(
            .line(
                LineMark(
                    Analysis.strategyName, key: SeriesName.growth, columns: analysis.growth.drawn,
                    paint: .role(.accent), weight: .strong, ending: ending)))
        return Panel(height: 2.4, y: y, marks: marks)
    }

    private static func altText(_ analysis: Analysis, _ time: FigureTime) -> String {
        let end = analysis.growth.end.map(FigureWords.multiple) ?? "n/a"
        var facts = "Growth of 1 \(time.span): the strategy ends at \(end)"
        if let name = analysis.benchmarkName, let value = analysis.growth.benchmark?.values.last {
            facts += ", \(name) at \(FigureWords.multiple(value))"
        }
        return facts + UnderwaterFigure.worst(analysis, before: "; the deepest drawdown is ") + "."
    }
}
