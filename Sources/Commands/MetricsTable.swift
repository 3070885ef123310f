import Analytics
import Formatting
import Tables

/// The metrics as aligned text for a terminal.
enum MetricsTable {
    /// One line per metric under its group's name: name, value, benchmark's value, reason.
    static func text(_ analysis: Analysis, keys: [MetricKey]?, _ spelling: NumberSpelling) -> String {
        let isIntraday = analysis.run.calendar.periodsPerSession > 1
        let chosen = analysis.metrics.metrics {
            keys?.contains($0.key) ?? (isIntraday || !$0.isOfBars)
        }
        let nameWidth = chosen.map { $0.declaration.name.count }.max() ?? 0
        var text = ""
        for group in MetricDeclaration.Group.allCases {
            let metrics = chosen.filter { $0.declaration.group == group }
            guard !metrics.isEmpty else { continue }
            let isMoney = metrics.contains { $0.declaration.unit == .money }
            let currency = isMoney ? analysis.run.currency.value.map { ", amounts in " + $0 } : nil
            text += (text.isEmpty ? "" : "\n") + group.title + (currency ?? "") + "\n"
            for metric in metrics { text += line(metric, analysis, nameWidth, spelling) }
        }
        return text
    }

    private static func line(_ metric: Metric, _ analysis: Analysis, _ nameWidth: Int, _ spelling: NumberSpelling)
        -> String
    {
        let name = metric.declaration.name
        let format = CellFormat().spelled(spelling)
        var line = "  " + name + String(repeating: " ", count: nameWidth - name.count) + padded(format.text(metric))
        if let other = analysis.benchmarkMetrics?[metric.declaration.key], other.value.number != nil {
            line += padded(format.text(other))
        }
        if let reason = metric.value.reason {
            line += "  (\(spelling.text(reason)))"
        } else if let rule = metric.doubt {
            line += "  (low confidence: \(spelling.text(rule)))"
        } else if case .estimate(let reason) = metric.status {
            line += "  (estimate: \(spelling.text(reason)))"
        }
        return line + "\n"
    }

    private static func padded(_ text: String) -> String {
        String(repeating: " ", count: max(2, 16 - text.count)) + text
    }
}
