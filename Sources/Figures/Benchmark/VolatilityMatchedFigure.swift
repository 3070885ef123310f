import Analytics
import Charts
import Series

/// Growth of the run, scaled to vary as its benchmark does, beside the benchmark's.
enum VolatilityMatchedFigure {
    static let definition = FigureDefinition(
        name: "volatility-matched", summary: "growth with returns scaled to the benchmark's volatility, beside it",
        chart: chart)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        guard let name = analysis.benchmarkName else { throw .noBenchmark }
        let line = try analysis.benchmarkLine
        guard let factor = line.volatilityRatio, line.returns.count > 1 else { throw .constant }
        let own = compounded(line.returns.map { factor * $0 })
        let other = compounded(line.benchmarkReturns)
        guard (own + other).allSatisfy({ $0 > 0 && $0.isFinite }) else {
            throw Unavailable(
                code: "scaled_to_nothing", reason: "returns scaled to the benchmark's volatility lose everything")
        }
        let start = analysis.growth.benchmark?.timestamps.first ?? line.timestamps[0]
        let days = ([start] + line.timestamps).map(\.fractionalDays)
        let marks: [Mark] = [
            .line(
                LineMark(
                    name, x: days, y: other, paint: .role(.benchmark),
                    ending: EndLabel(name, value: FigureWords.multiple(other[other.count - 1])))),
            .line(
                LineMark(
                    "Strategy, scaled", x: days, y: own, paint: .role(.accent), weight: .strong,
                    ending: EndLabel(
                        Analysis.strategyName, value: FigureWords.multiple(own[own.count - 1]),
                        paint: .role(.accent), isStrong: true))),
        ]
        let y = Axis(.logarithmic, format: .multiple(2), including: [1], lowPadding: 2, highPadding: 2)
        let factorWords = FigureWords.multiple(factor)
        return Chart(
            title: "Growth at equal volatility",
            subtitle: "log scale; the run's returns times \(factorWords), so that they vary as those of \(name)",
            altText: "Growth of 1 with the run's returns times \(factorWords): "
                + "\(FigureWords.multiple(own[own.count - 1])), \(name) "
                + "\(FigureWords.multiple(other[other.count - 1])).",
            aspect: 0.34, x: FigureTime(analysis).axis, panels: [Panel(y: y, marks: marks)])
    }

    /// Growth of 1 before the first return and after each.
    private static func compounded(_ returns: [Double]) -> [Double] {
        var level = 1.0
        return [1]
            + returns.map { value in
                level *= 1 + value
                return level
            }
    }
}
