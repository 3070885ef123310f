import Analytics
import Charts
import Formatting
import Glibc
import Graphics

/// The mean month of run and benchmark, apart for the months in which the benchmark rose and fell.
enum CaptureFigure {
    static let definition = FigureDefinition(
        name: "capture", summary: "mean months of run and benchmark while the benchmark rose and while it fell",
        chart: chart)

    private struct Side {
        var name: String
        var count: Int
        var run: Double
        var benchmark: Double
        var capture: MetricKey
    }

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        guard let name = analysis.benchmarkName else { throw .noBenchmark }
        let sides = [side("rose", 1, .upCaptureMonthly, analysis), side("fell", -1, .downCaptureMonthly, analysis)]
            .compactMap { $0 }
        guard !sides.isEmpty else { throw .noMonth }
        let bars = sides.enumerated().flatMap { place, side -> [BarsMark.Bar] in
            [
                bar(Double(place) + 0.2, side.run, Analysis.strategyName, .role(.accent)),
                bar(Double(place) + 0.5, side.benchmark, name, .role(.benchmark)),
            ]
        }
        let facts = sides.map { side in
            "\(FigureWords.percent(side.run)) against \(FigureWords.percent(side.benchmark)) in the "
                + "\(FigureWords.count(side.count, "month", "months")) in which it \(side.name)"
        }
        return Chart(
            title: "Up and down months", subtitle: "mean month, %; \(name) in grey",
            altText: "Mean month of run and \(name): \(facts.joined(separator: ", ")).", aspect: 0.55,
            x: .bands(sides.map { label($0, name, analysis) }),
            panels: [
                Panel(
                    y: Axis(
                        .linear, format: .percent(1), including: [0], baseline: 0, lowPadding: 9, highPadding: 9),
                    marks: [.bars(BarsMark(bars, valuePaint: .role(.ink)))])
            ])
    }

    private static func bar(_ start: Double, _ value: Double, _ name: String, _ paint: Paint) -> BarsMark.Bar {
        BarsMark.Bar(
            x0: start, x1: start + 0.28, y1: value, paint: paint, value: DisplayNumber.number(value * 100, places: 1),
            title: "\(name): \(FigureWords.percent(value, places: 2))")
    }

    /// `it rose: 63 months, capture 70 %`, in forms from long to short.
    private static func label(_ side: Side, _ name: String, _ analysis: Analysis) -> [String] {
        let months = FigureWords.count(side.count, "month", "months")
        let capture = analysis.metrics[side.capture]?.value.number.map {
            ", capture " + FigureWords.percent($0, places: 0)
        }
        return ["\(side.name) in \(months)\(capture ?? "")", "\(side.name)\(capture ?? "")", side.name]
    }

    /// Months that both cover whole.
    private static func side(_ name: String, _ sign: Double, _ key: MetricKey, _ analysis: Analysis) -> Side? {
        let pairs = analysis.periods.months.compactMap { month -> (Double, Double)? in
            guard !month.isPartial, let benchmark = month.comparableBenchmark, benchmark * sign > 0 else { return nil }
            return (month.strategy, benchmark)
        }
        guard !pairs.isEmpty else { return nil }
        let count = Double(pairs.count)
        let run = expm1(pairs.reduce(0) { $0 + log1p($1.0) } / count)
        let benchmark = expm1(pairs.reduce(0) { $0 + log1p($1.1) } / count)
        guard run.isFinite, benchmark.isFinite else { return nil }
        return Side(name: name, count: pairs.count, run: run, benchmark: benchmark, capture: key)
    }
}
