import Formatting

/// How many observations there are in how much time: what an assumed number of periods a year is held against.
package struct ObservationDensity: Sendable {
    /// Periods, one less than there are timestamps.
    package var count: Int
    /// Calendar days from the first timestamp to the last.
    package var days: Double

    /// Holidays make about four percent of weekdays; more than this is another calendar.
    package static let tolerance = 0.05

    package init(count: Int, days: Double) {
        self.count = count
        self.days = days
    }

    /// The density of timestamps.
    package init(_ timestamps: TimeAxis) {
        count = max(0, timestamps.count - 1)
        days = (timestamps.last?.fractionalDays ?? 0) - (timestamps.first?.fractionalDays ?? 0)
    }

    /// Observations per year of 365.25 days, to six digits; nil where no time passed.
    package var perYear: Double? {
        days > 0 && count > 0 ? SignificantDigits.round(Double(count) / days * 365.25, to: 6) : nil
    }

    /// How many periods chance may move between a calendar and a span: two weeks without
    /// sessions, or a period at either end.
    package static func slack(of calendar: TradingCalendar, perSession: Double) -> (fewer: Double, more: Double) {
        switch calendar.cadence {
        case .minute, .hourly, .daily, .irregular: (10 * perSession, 10 * perSession)
        // A week or a month may be missing, but there is never one too many.
        case .weekly, .monthly, .quarterly, .yearly: (1.5, 0.3)
        }
    }

    /// Whether the observations are another number a year than is assumed, beyond a share and a slack in periods.
    package func contradicts(
        _ perYear: Double, beyond share: Double = tolerance, forgiving slack: (fewer: Double, more: Double)
    ) -> Bool {
        guard days > 0 else { return false }
        let expected = perYear * days / 365.25
        let excess = Double(count) - expected
        return excess.magnitude > max(share * expected, excess < 0 ? slack.fewer : slack.more)
    }
}
