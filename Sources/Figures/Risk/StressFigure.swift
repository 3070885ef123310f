import Analytics
import Charts

/// Growth in the stress periods that moved run or benchmark most, one small panel each.
enum StressFigure {
    /// Panels of one figure.
    private static let panels = 9

    static let definition = FigureDefinition<Analysis>(
        "stress-periods", "run and benchmark in the stress periods that moved them most, one small panel each"
    ) { analysis in
        Result { () throws(Unavailable) in try chart(analysis) }
    }

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let section = try analysis.stress
        let places = section.episodes.indices.sorted {
            (-size(section.episodes[$0]), $0) < (-size(section.episodes[$1]), $1)
        }.prefix(panels).sorted()
        let chosen = places.map { section.episodes[$0] }
        let facts = chosen.map { episode in
            "\(episode.period.name) \(FigureWords.percent(episode.value))"
                + (episode.benchmark.map { " (\(analysis.benchmarkName ?? "benchmark") \(FigureWords.percent($0)))" }
                    ?? "")
        }
        let left = section.episodes.count - chosen.count
        return Chart(
            title: "Stress periods",
            subtitle: "growth from the start of each, %" + (analysis.benchmarkName.map { "; pale: \($0)" } ?? "")
                + (left > 0 ? "; the \(chosen.count) largest of \(section.episodes.count)" : ""),
            altText: "Returns in stress periods: " + facts.joined(separator: ", ") + ".",
            aspect: 0.22 * Double((chosen.count + 2) / 3), layout: .grid(columns: min(3, chosen.count)),
            x: Axis.time, panels: chosen.map(panel))
    }

    private static func size(_ episode: StressSection.Episode) -> Double {
        max(episode.value.magnitude, episode.benchmark?.magnitude ?? 0)
    }

    private static func panel(_ episode: StressSection.Episode) -> Panel {
        var marks: [Mark] = []
        if let other = episode.benchmarkGrowth {
            marks.append(
                .line(LineMark("Benchmark", x: other.days, y: other.values.map { $0 - 1 }, paint: .role(.benchmark))))
        }
        marks.append(
            .line(
                LineMark(
                    Analysis.strategyName, x: episode.growth.days, y: episode.growth.values.map { $0 - 1 },
                    paint: .role(.accent), weight: .strong)))
        return Panel(
            heading: "\(episode.period.name)  \(FigureWords.percent(episode.value))", x: Axis(.time),
            y: Axis(.linear, format: .percent(0), including: [0], baseline: 0, lowPadding: 2, highPadding: 2),
            marks: marks)
    }
}
