import Analytics
import Charts
import Comparison
import Series

/// Growth of 1 of every run, and beneath on the same axis the decline of each from its running peak.
enum ComparedGrowthFigure {
    static let both = FigureDefinition<Comparison>(
        "growth", "growth of 1 of every run on a log scale, with their declines beneath"
    ) { comparison in
        .success(
            Chart(
                title: "Growth of 1",
                subtitle: "log scale, from the common start; beneath, the decline of each from its running peak",
                altText: growthFacts(comparison) + " " + drawdownFacts(comparison), aspect: 0.58,
                x: comparison.timeAxis,
                panels: [growth(comparison), drawdowns(comparison, height: 1.3, isLabelled: false)]))
    }

    static let drawdowns = FigureDefinition<Comparison>(
        "drawdowns", "the decline of every run from its running peak"
    ) { comparison in
        .success(
            Chart(
                title: "Decline from the running peak", subtitle: "%", altText: drawdownFacts(comparison), aspect: 0.36,
                x: comparison.timeAxis, panels: [drawdowns(comparison, height: 1, isLabelled: true)]))
    }

    private static func growth(_ comparison: Comparison) -> Panel {
        let y = Axis(.logarithmic, format: .multiple(2), including: [1], lowPadding: 2, highPadding: 2)
        var marks: [Mark] = []
        if let benchmark = comparison.commonBenchmark {
            let ending = EndLabel(
                benchmark.name, value: benchmark.growth.values.last.map(FigureWords.multiple) ?? "")
            marks.append(
                .line(
                    LineMark(
                        benchmark.name, key: SeriesName.benchmarkGrowth, x: benchmark.growth.days,
                        y: benchmark.growth.values, paint: .role(.benchmark), ending: ending)))
        }
        // The first run is drawn last, on top of the others.
        marks += comparison.members.reversed().map { member in
            let growth = member.common.growth.strategy
            let ending = EndLabel(
                member.name, value: growth.values.last.map(FigureWords.multiple) ?? "", paint: member.labelPaint,
                isStrong: comparison.members.count <= 3)
            return .line(
                LineMark(
                    member.name, key: member.seriesName(SeriesName.growth), x: growth.days, y: growth.values,
                    paint: member.paint, weight: comparison.members.count <= 3 ? .strong : .light, ending: ending))
        }
        return Panel(height: 2.4, y: y, marks: marks)
    }

    private static func drawdowns(_ comparison: Comparison, height: Double, isLabelled: Bool) -> Panel {
        let marks = comparison.members.reversed().map { member -> Mark in
            let series = member.common.drawdowns.series
            let worst = member.common.drawdowns.episodes.first.map { FigureWords.percent($0.depth) } ?? ""
            return .line(
                LineMark(
                    member.name, key: member.seriesName(SeriesName.drawdown), x: series.days, y: series.values,
                    paint: member.paint,
                    ending: isLabelled ? EndLabel(member.name, value: worst, paint: member.labelPaint) : nil))
        }
        let y = Axis(.linear, format: .percent(1), including: [0, -0.01], baseline: 0)
        return Panel(height: height, y: y, marks: marks)
    }

    private static func growthFacts(_ comparison: Comparison) -> String {
        "Growth of 1, \(comparison.spanText): "
            + comparison.facts { $0.common.growth.strategy.values.last.map(FigureWords.multiple) } + "."
    }

    private static func drawdownFacts(_ comparison: Comparison) -> String {
        "Deepest declines: "
            + comparison.facts { member in
                member.common.drawdowns.episodes.first.map {
                    FigureWords.percent($0.depth) + " on " + $0.valley.date.display
                } ?? "none"
            } + "."
    }
}
