import Analytics
import Charts

/// Rolling statistics, alone or stacked over one axis.
enum RollingFigure {
    static let volatility = single(.volatility)
    static let sharpe = single(.sharpe)
    static let sortino = single(.sortino)
    static let beta = single(.beta)
    static let correlation = single(.correlation)
    static let alpha = single(.alpha)

    static let combined = stacked(
        "rolling", "Rolling statistics", "volatility, Sharpe ratio and Sortino ratio over rolling windows, stacked",
        [.volatility, .sharpe, .sortino])
    static let againstBenchmark = stacked(
        "rolling-benchmark", "Rolling regression", "beta, correlation and alpha over rolling windows, stacked",
        [.beta, .correlation, .alpha])

    private static func stacked(
        _ name: String, _ title: String, _ summary: String, _ statistics: [RollingStatistic]
    ) -> FigureDefinition<Analysis> {
        FigureDefinition(name: name, summary: summary) { analysis in
            let drawn = statistics.filter { !series(analysis, $0).isEmpty }
            guard !drawn.isEmpty else { return .failure(unavailable(analysis, statistics[0])) }
            let panels = drawn.map { panel(analysis, $0, heading: $0.heading) }
            let facts = drawn.compactMap { fact(analysis, $0) }
            return .success(
                Chart(
                    title: title, subtitle: subtitle(analysis, drawn, unit: ""),
                    altText: title + ": " + facts.joined(separator: "; ") + ".",
                    aspect: 0.08 + 0.165 * Double(panels.count), x: FigureTime(analysis).axis, panels: panels))
        }
    }

    private static func single(_ statistic: RollingStatistic) -> FigureDefinition<Analysis> {
        FigureDefinition(
            name: "rolling-\(statistic.key)", summary: "\(statistic.name) over a rolling window, with its mean"
        ) { analysis in
            guard let fact = fact(analysis, statistic) else { return .failure(unavailable(analysis, statistic)) }
            return .success(
                Chart(
                    title: "Rolling \(statistic.name)",
                    subtitle: subtitle(analysis, [statistic], unit: statistic.unitText),
                    altText: "Rolling \(fact).", aspect: 0.34, x: FigureTime(analysis).axis,
                    panels: [panel(analysis, statistic, heading: "")]))
        }
    }

    /// The windows that the run is long enough for, the longest last.
    private static func series(_ analysis: Analysis, _ statistic: RollingStatistic) -> [RollingSeries] {
        let found = analysis.rolling.filter { $0.statistic == statistic && !$0.series.isEmpty }
            .sorted { $0.window < $1.window }
        // A window nearly as long as the run is a dot, not a line.
        let longest = found.reduce(0) { max($0, $1.series.count) }
        return found.filter { $0.series.count * 10 > longest }
    }

    /// The longest window is the subject; shorter ones stand behind it.
    private static func panel(_ analysis: Analysis, _ statistic: RollingStatistic, heading: String) -> Panel {
        let windows = series(analysis, statistic)
        let sessions = FigureTime(analysis).sessions
        var marks: [Mark] = []
        if let longest = windows.last, let mean = longest.mean {
            let label = EndLabel("mean", value: statistic.format.text(mean))
            marks.append(.rule(RuleMark(.horizontal, at: mean, label: label, dashes: [2.4, 1.8])))
        }
        for (index, rolling) in windows.enumerated() {
            marks.append(.line(line(rolling, statistic, sessions, isSubject: index == windows.count - 1)))
        }
        let y = Axis(
            .linear, format: statistic.format, including: reference(statistic, windows),
            baseline: statistic.reference, lowPadding: 2, highPadding: 2)
        return Panel(heading: heading, y: y, marks: marks)
    }

    /// The reference belongs into the picture unless it would squeeze the lines into less than half of it.
    private static func reference(_ statistic: RollingStatistic, _ windows: [RollingSeries]) -> [Double] {
        guard let reference = statistic.reference, let low = windows.compactMap({ $0.series.values.min() }).min(),
            let high = windows.compactMap({ $0.series.values.max() }).max()
        else { return [] }
        let needed = max(high, reference) - min(low, reference)
        return needed <= 2 * (high - low) ? [reference] : []
    }

    private static func line(
        _ rolling: RollingSeries, _ statistic: RollingStatistic, _ sessions: String, isSubject: Bool
    ) -> LineMark {
        let ending = EndLabel(
            "\(rolling.window) \(sessions)", value: rolling.current.map(statistic.format.text) ?? "",
            paint: .role(isSubject ? .accent : .muted), isStrong: isSubject)
        return LineMark(
            "\(rolling.window) \(sessions)", key: rolling.key, x: rolling.series.days, y: rolling.series.values,
            paint: isSubject ? .role(.accent) : .mix(.page, .accent, fraction: 0.42),
            weight: isSubject ? .strong : .light, ending: ending)
    }

    /// `volatility over 252 sessions: now 11.2 %, mean 12.0 %`; nil where the run is too short.
    private static func fact(_ analysis: Analysis, _ statistic: RollingStatistic) -> String? {
        guard let longest = series(analysis, statistic).last, let current = longest.current else { return nil }
        let mean = longest.mean.map { ", mean " + statistic.format.text($0) } ?? ""
        return "\(statistic.name) over \(longest.window) \(FigureTime(analysis).sessions): now "
            + statistic.format.text(current) + mean
    }

    private static func subtitle(_ analysis: Analysis, _ statistics: [RollingStatistic], unit: String) -> String {
        var windows: [Int] = []
        for window in statistics.flatMap({ series(analysis, $0).map(\.window) }).sorted()
        where windows.last != window { windows.append(window) }
        let words = "over " + windows.map(String.init).joined(separator: " and ") + " " + FigureTime(analysis).sessions
        return (unit.isEmpty ? "" : unit + ", ") + words
            + (windows.count > 1 ? "; dashed: mean of the longer" : "; dashed: mean")
    }

    private static func unavailable(_ analysis: Analysis, _ statistic: RollingStatistic?) -> Unavailable {
        if let statistic, [.beta, .correlation, .alpha].contains(statistic), analysis.benchmarkName == nil {
            return .noBenchmark
        }
        let windows = analysis.rolling.filter { statistic == nil || $0.statistic == statistic }.map(\.window)
        guard let shortest = windows.min() else { return .noRollingWindow }
        return .fewerThan(shortest, FigureTime(analysis).sessions)
    }
}
