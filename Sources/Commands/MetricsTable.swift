import Analytics
import Formatting

/// The metrics as aligned text for a terminal.
enum MetricsTable {
    /// One line per metric under its group's name: name, value, benchmark's value, reason.
    static func text(_ analysis: Analysis, keys: [String]?) -> String {
        let isIntraday = analysis.run.calendar.periodsPerSession > 1
        let chosen = analysis.metrics.metrics.filter {
            keys?.contains($0.declaration.key) ?? (isIntraday || !$0.declaration.isOfBars)
        }
        let nameWidth = chosen.map { $0.declaration.name.count }.max() ?? 0
        var text = ""
        for group in MetricDeclaration.Group.allCases {
            let metrics = chosen.filter { $0.declaration.group == group }
            guard !metrics.isEmpty else { continue }
            text += (text.isEmpty ? "" : "\n") + group.rawValue + "\n"
            for metric in metrics { text += line(metric, analysis.benchmarkMetrics, nameWidth) }
        }
        return text
    }

    private static func line(_ metric: Metric, _ benchmark: MetricSet?, _ nameWidth: Int) -> String {
        let name = metric.declaration.name
        var line = "  " + name + String(repeating: " ", count: nameWidth - name.count) + padded(shown(metric))
        if let other = benchmark?[metric.declaration.key], other.value.number != nil { line += padded(shown(other)) }
        if let reason = metric.value.reason { line += "  (\(reason))" }
        return line + "\n"
    }

    private static func shown(_ metric: Metric) -> String {
        guard let value = metric.value.number else { return metric.value.word ?? "n/a" }
        let places = metric.declaration.places
        switch metric.declaration.unit {
        case .fraction, .fractionPerYear: return DisplayNumber.percent(value, places: places)
        default: return DisplayNumber.number(value, places: places)
        }
    }

    private static func padded(_ text: String) -> String {
        String(repeating: " ", count: max(2, 16 - text.count)) + text
    }
}
