import Analytics
import Charts
import Series

/// One thin bar per day, the best and the worst named.
enum DailyReturnsFigure {
    static let definition = FigureDefinition(
        name: "daily-returns", summary: "bars of daily returns, the best and the worst named"
    ) { analysis in
        let returns = analysis.growth.dailyReturns
        guard !returns.isEmpty else { return .failure(.noReturns) }
        let time = FigureTime(analysis)
        let values = returns.values
        let best = values.indices.max { values[$0] < values[$1] } ?? 0
        let worst = values.indices.min { values[$0] < values[$1] } ?? 0
        let callouts = (best == worst ? [best] : [best, worst]).map { callout(returns, $0) }
        let y = Axis(.linear, format: .percent(2), including: [0], baseline: 0, highPadding: 5)
        let sticks = SticksMark(
            "Return", key: SeriesName.dailyReturns, x: returns.days, y: values, above: .role(.gain), below: .role(.loss)
        )
        let cadence = analysis.run.calendar.cadence
        let title = cadence == .weekly || cadence == .monthly ? "Returns per period" : "Daily returns"
        return .success(
            Chart(
                title: title, subtitle: "%, the best and the worst named",
                altText:
                    "\(title) \(time.span): the best is \(fact(returns, best)), the worst \(fact(returns, worst)).",
                aspect: 0.3, x: time.axis, panels: [Panel(y: y, marks: [.sticks(sticks)] + callouts)]))
    }

    private static func callout(_ returns: TimeSeries, _ index: Int) -> Mark {
        let value = returns.values[index]
        let number = FigureWords.percent(value, places: 2)
        return .callout(
            CalloutMark(
                x: returns.timestamps[index].fractionalDays, y: value,
                labels: [number + " " + returns.timestamps[index].date.display, number],
                paint: .role(value < 0 ? .loss : .gain)))
    }

    private static func fact(_ returns: TimeSeries, _ index: Int) -> String {
        FigureWords.percent(returns.values[index], places: 2) + " on " + returns.timestamps[index].date.display
    }
}
