import Analytics
import Charts
import Series

/// The worst drawdowns on the equity curve, each with its depth at its deepest point.
enum DrawdownPeriodsFigure {
    static let definition = FigureDefinition(
        name: "drawdown-periods", summary: "the five worst drawdowns on the growth curve, each with its depth"
    ) { analysis in
        guard analysis.growth.timestamps.count > 1 else { return .failure(.fewerThan(2, "observations")) }
        guard !analysis.drawdowns.episodes.isEmpty else { return .failure(.noDrawdown) }
        let time = FigureTime(analysis)
        let line = LineMark(
            Analysis.strategyName, key: SeriesName.growth, columns: analysis.growth.drawn, paint: .role(.accent),
            weight: .strong
        )
        let panel = Panel(
            y: Axis(.logarithmic, format: .multiple(2), including: [1], highPadding: 2),
            marks: [.line(line)] + valleys(analysis))
        return .success(
            Chart(
                title: "Worst drawdowns",
                subtitle: "on growth of 1, log scale; numbered by depth, shaded until recovery",
                altText: altText(analysis), aspect: 0.4, x: time.axis, bands: time.worstDrawdowns, panels: [panel]))
    }

    private static func valleys(_ analysis: Analysis) -> [Mark] {
        let wealth = analysis.growth.strategy
        return analysis.drawdowns.worst(5).compactMap { episode in
            guard let index = index(of: episode.valley, in: wealth.timestamps) else { return nil }
            return .callout(
                CalloutMark(
                    x: episode.valley.fractionalDays, y: wealth.values[index],
                    labels: [FigureWords.percent(episode.depth)], paint: .role(.loss), prefersBelow: true))
        }
    }

    /// Binary search; the valley of an episode is one of the series' moments.
    private static func index(of timestamp: Timestamp, in timestamps: TimeAxis) -> Int? {
        let place = timestamps.partitioningIndex { $0 >= timestamp }
        return place < timestamps.count && timestamps[place] == timestamp ? place : nil
    }

    private static func altText(_ analysis: Analysis) -> String {
        let facts = analysis.drawdowns.worst(5).enumerated().map { index, episode in
            let end = episode.recovery.map { "recovered \($0.date.display)" } ?? "not recovered"
            return "\(index + 1): \(FigureWords.percent(episode.depth)) from \(episode.peak.date.display), \(end)"
        }
        return "The worst drawdowns by depth: " + facts.joined(separator: "; ") + "."
    }
}
