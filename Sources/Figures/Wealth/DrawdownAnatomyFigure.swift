import Analytics
import Charts
import Graphics

/// The worst drawdowns from their peaks on: how fast each fell, and how long it took to come back.
enum DrawdownAnatomyFigure {
    static let definition = FigureDefinition(
        name: "drawdown-anatomy", summary: "the five worst drawdowns aligned at their peaks", chart: chart)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let worst = Array(analysis.drawdowns.worst(5))
        guard !worst.isEmpty else { throw .noDrawdown }
        let marks = worst.enumerated().reversed().map { index, episode -> Mark in
            let isWorst = index == 0
            return .line(
                LineMark(
                    "\(index + 1)", columns: analysis.drawdowns.drawn(episode),
                    paint: isWorst ? .role(.loss) : .mix(.page, .loss, fraction: 0.72 - 0.13 * Double(index - 1)),
                    weight: isWorst ? .strong : .light))
        }
        // A number stands at each valley, as in the other figures and the table.
        let labels = worst.enumerated().map { index, episode in
            Mark.callout(
                CalloutMark(
                    x: episode.valley.fractionalDays - episode.peak.fractionalDays, y: episode.depth,
                    labels: ["\(index + 1)"], paint: .role(.loss), prefersBelow: true))
        }
        let longest = worst.map { $0.end.fractionalDays - $0.peak.fractionalDays }.max() ?? 0
        let axis = Axis(.linear, format: .percent(1), including: [0], baseline: 0, lowPadding: 9)
        return Chart(
            title: "From peak to recovery", subtitle: "% below the peak, by calendar days since it; numbered by depth",
            altText: altText(worst), aspect: 0.3,
            x: Axis(.linear, format: longest < 4 ? .number(1) : .count, including: [0]),
            panels: [Panel(y: axis, marks: marks + labels)])
    }

    private static func altText(_ worst: [DrawdownEpisode]) -> String {
        let facts = worst.enumerated().map { index, episode in
            "\(index + 1): \(FigureWords.percent(episode.depth)), \(episode.daysToValley) days down, "
                + (episode.recoveryDays.map { "\($0) back" } ?? "not back yet")
        }
        return "The worst drawdowns from their peaks. \(facts.joined(separator: "; "))."
    }
}
