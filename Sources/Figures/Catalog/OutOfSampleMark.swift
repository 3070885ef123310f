import Analytics
import Charts
import Series

/// The rule that divides every figure over time where the out-of-sample part begins.
enum OutOfSampleMark {
    /// The chart with the rule through all its panels, its words in the first; as it is where the run is not divided, or
    /// the chart is not over time.
    static func drawn(on chart: Chart, of analysis: Analysis) -> Chart {
        guard case .time = chart.x.kind, !chart.panels.isEmpty, let start = analysis.outOfSampleStart else {
            return chart
        }
        var chart = chart
        let day = Timestamp(start).fractionalDays
        for index in chart.panels.indices {
            let words = index == 0 ? EndLabel("out of sample \u{2192}") : nil
            chart.panels[index].marks.append(
                .rule(RuleMark(.vertical, at: day, label: words, paint: .role(.ink), dashes: [3, 2])))
        }
        chart.altText += " Out of sample from \(start.display)."
        return chart
    }
}
