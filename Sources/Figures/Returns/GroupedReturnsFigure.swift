import Analytics
import Charts
import Formatting

/// Which weekdays, months of the year and hours earned: one bar each.
enum GroupedReturnsFigure {
    static let weekdays = FigureDefinition(
        name: "weekday-returns", summary: "bars of the mean daily return by weekday"
    ) { analysis in
        chart(
            analysis.periods.weekdays, "Returns by weekday", "mean of a day, %", "Mean daily return by weekday",
            places: 3, none: .noDailyReturns)
    }

    static let monthsOfYear = FigureDefinition(
        name: "month-of-year-returns", summary: "bars of the mean return of each month of the year"
    ) { analysis in
        chart(
            analysis.periods.monthsOfYear, "Returns by month of the year", "mean of whole months, %",
            "Mean return by month of the year", places: 1, none: .noMonth)
    }

    static let hours = FigureDefinition(
        name: "hour-returns", summary: "bars of the mean return of a bar by the hour at which it ends"
    ) { analysis in
        chart(
            analysis.periods.hours, "Returns by hour", "mean of a bar that ends in the hour, %",
            "Mean return of a bar by hour", places: 4, none: .notWithinDay)
    }

    private static func chart(
        _ groups: [GroupedReturn], _ title: String, _ subtitle: String, _ sentence: String, places: Int,
        none: Unavailable
    ) -> Result<Chart, Unavailable> {
        guard !groups.isEmpty else { return .failure(none) }
        let y = Axis(
            .linear, format: .percent(2), including: [0], isNice: false, baseline: 0, lowPadding: 9, highPadding: 9)
        let labels = groups.map { [$0.label, String($0.label.prefix($0.label.contains(":") ? 2 : 1))] }
        let parts = groups.map { "\($0.label) \(FigureWords.percent($0.mean, places: places))" }
        return .success(
            Chart(
                title: title, subtitle: subtitle, altText: "\(sentence): \(parts.joined(separator: ", ")).",
                aspect: 0.42,
                x: .bands(labels), panels: [Panel(y: y, marks: [bars(groups, places)])]))
    }

    private static func bars(_ groups: [GroupedReturn], _ places: Int) -> Mark {
        let bars = groups.enumerated().map { index, group in
            BarsMark.Bar(
                x0: Double(index) + 0.22, x1: Double(index) + 0.78, y1: group.mean,
                paint: .role(group.mean < 0 ? .loss : .gain),
                value: DisplayNumber.number(group.mean * 100, places: places),
                title: "\(group.label): \(FigureWords.percent(group.mean, places: places))")
        }
        return .bars(BarsMark(bars, valuePaint: .role(.ink)))
    }
}
