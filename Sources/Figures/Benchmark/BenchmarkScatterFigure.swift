import Analytics
import Charts
import Graphics

/// The run's returns against its benchmark's, with the line that alpha and beta are of.
enum BenchmarkScatterFigure {
    static let definition = FigureDefinition(
        name: "benchmark-scatter",
        summary: "returns against the benchmark's, with the regression line of alpha and beta",
        chart: chart)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        guard let name = analysis.benchmarkName else { throw .noBenchmark }
        let line = try analysis.benchmarkLine
        let (x, y) = (line.points.benchmark, line.points.run)
        guard let low = x.min(), let high = x.max(), low < high else { throw .constant }
        let ends = [low, high]
        let fit = LineMark(
            "Regression", x: ends, y: ends.map { line.intercept + line.slope * $0 }, paint: .role(.ink),
            weight: .strong)
        let marks: [Mark] = [
            .rule(RuleMark(.vertical, at: 0, paint: .role(.muted))),
            .dots(DotsMark(x: x, y: y, paint: .role(.accent, opacity: 0.45), radius: x.count < 400 ? 1.9 : 1.3)),
            .line(fit), .text(TextMark(words(line, analysis), paint: .role(.ink))),
        ]
        let axis = Axis(.linear, format: .percent(1), including: [0], baseline: 0, lowPadding: 3, highPadding: 10)
        let excess = line.isOfExcess ? "above the risk-free rate, %" : "%"
        return Chart(
            title: "Returns against \(name)", subtitle: "between common moments, \(excess); line: regression",
            altText: altText(line, analysis, name), aspect: 0.62,
            x: Axis(.linear, format: .percent(1), including: [0], lowPadding: 3, highPadding: 3),
            panels: [Panel(y: axis, marks: marks)])
    }

    /// `β 0.43 ± 0.01, R² 0.30`, as the tables write them.
    private static func words(_ line: BenchmarkLine, _ analysis: Analysis) -> [String] {
        let error = line.slopeError.map { " ± " + FigureWords.ratio($0) } ?? ""
        let beta = "β \(FigureWords.ratio(line.slope))" + error
        let fit = analysis.metrics[.rSquared]?.value.number.map { ", R² \(FigureWords.ratio($0))" } ?? ""
        let alpha = alpha(analysis).map { "α \($0), " } ?? ""
        return [alpha + beta + fit, beta + fit, beta]
    }

    /// `12.1 ± 3.2 % a year`; nil where the run is too short for one.
    private static func alpha(_ analysis: Analysis) -> String? {
        guard let alpha = analysis.metrics[.alpha]?.value.number else { return nil }
        let error = analysis.metrics[.alphaStandardError]?.value.number.map { " ± " + FigureWords.percent($0) } ?? ""
        return FigureWords.percent(alpha) + error + " a year"
    }

    private static func altText(_ line: BenchmarkLine, _ analysis: Analysis, _ name: String) -> String {
        let count = FigureWords.count(line.returns.count, "return", "returns")
        return "\(count) against those of \(name): \(words(line, analysis)[0])."
    }
}
