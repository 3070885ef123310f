import Analytics
import Charts
import Formatting

/// Which days of the week earned: one bar per weekday.
enum WeekdayReturnsFigure {
    static let definition = FigureDefinition(
        name: "weekday-returns", summary: "bars of the mean daily return by weekday"
    ) { analysis in
        let days = analysis.periods.weekdays
        guard !days.isEmpty else { return .failure(.noDailyReturns) }
        let y = Axis(
            .linear, format: .percent(2), including: [0], isNice: false, baseline: 0, lowPadding: 9, highPadding: 9)
        return .success(
            Chart(
                title: "Returns by weekday", subtitle: "mean of a day, %", altText: altText(days), aspect: 0.42,
                x: .bands(days.map { [$0.label] }), panels: [Panel(y: y, marks: [bars(days)])]))
    }

    private static func bars(_ days: [GroupedReturn]) -> Mark {
        let bars = days.enumerated().map { index, day in
            BarsMark.Bar(
                x0: Double(index) + 0.22, x1: Double(index) + 0.78, y1: day.mean,
                paint: .role(day.mean < 0 ? .loss : .gain),
                value: DisplayNumber.number(day.mean * 100, places: 3),
                title: "\(day.label): \(FigureWords.percent(day.mean, places: 3))")
        }
        return .bars(BarsMark(bars, valuePaint: .role(.ink)))
    }

    private static func altText(_ days: [GroupedReturn]) -> String {
        let parts = days.map { "\($0.label) \(FigureWords.percent($0.mean, places: 3))" }
        return "Mean daily return by weekday: \(parts.joined(separator: ", "))."
    }
}
