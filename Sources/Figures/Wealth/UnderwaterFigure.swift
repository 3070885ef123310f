import Analytics
import Charts

/// The drawdown at every moment, with the five worst numbered.
enum UnderwaterFigure {
    static let definition = FigureDefinition(
        name: "underwater", summary: "drawdown at every moment beside the benchmark's, the five worst numbered"
    ) { analysis in
        guard analysis.drawdowns.timestamps.count > 1 else {
            return .failure(.fewerThan(2, "observations"))
        }
        let time = FigureTime(analysis)
        var panel = panel(analysis, height: 1)
        if let line = benchmark(analysis) { panel.marks.append(.line(line)) }
        let count = FigureWords.count(analysis.drawdowns.episodes.count, "drawdown", "drawdowns")
        return .success(
            Chart(
                title: "Drawdown", subtitle: "% below the highest value so far; the five worst are numbered",
                altText: "Drawdown \(time.span): \(count)"
                    + worst(analysis, before: ", the deepest ") + ".",
                aspect: 0.3, x: time.axis, bands: time.worstDrawdowns, panels: [panel]))
    }

    /// The curve hangs from zero; its deepest point is named.
    static func panel(_ analysis: Analysis, height: Double) -> Panel {
        var marks: [Mark] = [
            .area(
                AreaMark(
                    columns: analysis.drawdowns.drawn, paint: .role(.loss, opacity: 0.45),
                    edge: AreaMark.Edge("Drawdown", key: SeriesName.drawdown, paint: .role(.loss))))
        ]
        if let worst = analysis.drawdowns.episodes.first {
            let depth = FigureWords.percent(worst.depth)
            marks.append(
                .callout(
                    CalloutMark(
                        x: worst.valley.fractionalDays, y: worst.depth,
                        labels: [depth + " " + worst.valley.date.display, depth], paint: .role(.loss))))
        }
        let y = Axis(.linear, format: .percent(1), including: [0, -0.01], baseline: 0)
        return Panel(height: height, y: y, marks: marks)
    }

    /// How far the benchmark was below its own highest value; nil without one.
    private static func benchmark(_ analysis: Analysis) -> LineMark? {
        guard let growth = analysis.growth.benchmark, let name = analysis.benchmarkName else { return nil }
        var peak = -Double.infinity
        let values = growth.values.map { value in
            peak = max(peak, value)
            return value / peak - 1
        }
        return LineMark(
            name, x: growth.days, y: values, paint: .role(.benchmark),
            ending: EndLabel(name, value: values.last.map { FigureWords.percent($0) } ?? ""))
    }

    /// `−14.4 % on 24 Jul 2020` behind some words; nothing for a run without a drawdown.
    static func worst(_ analysis: Analysis, before words: String) -> String {
        guard let worst = analysis.drawdowns.episodes.first else { return "" }
        return words + FigureWords.percent(worst.depth) + " on " + worst.valley.date.display
    }
}
