import Analytics
import Charts
import Series

/// Growth of the run over that of its benchmark: rising while it is ahead.
enum RelativePerformanceFigure {
    static let definition = FigureDefinition(
        name: "relative-performance", summary: "growth of the run over the benchmark's, on a log scale", chart: chart)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        guard let name = analysis.benchmarkName, let benchmark = analysis.growth.benchmark else { throw .noBenchmark }
        let ratio = ratio(analysis.growth.strategy, benchmark)
        guard ratio.count > 1, ratio.values.allSatisfy({ $0 > 0 && $0.isFinite }) else {
            throw Unavailable(code: "no_ratio", reason: "growth of the run or its benchmark ends at nothing")
        }
        let end = ratio.values[ratio.count - 1]
        let line = LineMark(
            "Strategy over benchmark", x: ratio.days, y: ratio.values, paint: .role(.accent), weight: .strong,
            ending: EndLabel(FigureWords.multiple(end), paint: .role(.accent), isStrong: true))
        let y = Axis(
            .logarithmic, format: .multiple(2), including: [1], baseline: 1, lowPadding: 3, highPadding: 3)
        return Chart(
            title: "Relative performance", subtitle: "growth over that of \(name), log scale; rising: ahead of it",
            altText: altText(ratio, name), aspect: 0.26, x: FigureTime(analysis).axis,
            panels: [Panel(y: y, marks: [.line(line)])])
    }

    /// At the benchmark's moments; 1 at the first of them.
    private static func ratio(_ run: TimeSeries, _ benchmark: TimeSeries) -> TimeSeries {
        var (timestamps, values) = ([Timestamp](), [Double]())
        var (index, start) = (0, Double?.none)
        for (time, level) in zip(benchmark.timestamps, benchmark.values) {
            while index < run.count, run.timestamps[index] < time { index += 1 }
            guard index < run.count, run.timestamps[index] == time else { continue }
            let value = run.values[index] / level
            let first = start ?? value
            start = first
            timestamps.append(time)
            values.append(value / first)
        }
        return TimeSeries(timestamps: timestamps, values: values)
    }

    private static func altText(_ ratio: TimeSeries, _ name: String) -> String {
        let places = ratio.values.indices
        guard let high = places.max(by: { ratio.values[$0] < ratio.values[$1] }),
            let low = places.min(by: { ratio.values[$0] < ratio.values[$1] }), let end = ratio.values.last
        else { return "Relative performance." }
        return "Growth of the run over that of \(name): \(FigureWords.multiple(end)) at the end, between "
            + "\(FigureWords.multiple(ratio.values[low])) on \(ratio.timestamps[low].date.display) and "
            + "\(FigureWords.multiple(ratio.values[high])) on \(ratio.timestamps[high].date.display)."
    }
}
