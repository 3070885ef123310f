import Formatting
import Series

extension TimeStep {
    /// What a tick says, and what stands below it where that changes: `Mar` over `2020`, `12` over `Jan 2024`.
    public struct Label: Equatable, Sendable {
        /// First row.
        public let primary: String
        /// Second row; empty for years, which say everything in the first.
        public let secondary: String
    }

    /// The words at a moment in days since 1970.
    public func label(at moment: Double) -> Label {
        guard let minutes = Int(exactly: (moment * 1440).rounded()) else { return Label(primary: "", secondary: "") }
        let day = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440
        let parts = CalendarDate(day: day).components
        let month = CalendarDate.monthNames[parts.month - 1]
        switch self {
        case .years: return Label(primary: "\(parts.year)", secondary: "")
        case .months: return Label(primary: month, secondary: "\(parts.year)")
        case .days: return Label(primary: "\(parts.day)", secondary: "\(month) \(parts.year)")
        case .hours, .minutes:
            let clock = minutes - day * 1440
            return Label(
                primary: (clock / 60).zeroPadded(to: 2) + ":" + (clock % 60).zeroPadded(to: 2),
                secondary: "\(parts.day) \(month) \(parts.year)")
        }
    }

    /// Whether labels have a second row.
    public var hasSecondRow: Bool {
        if case .years = self { false } else { true }
    }

    /// Whether every minute, hour, day, month or year has a tick.
    var isUnit: Bool {
        switch self {
        case .minutes(let count), .hours(let count), .days(let count), .months(let count), .years(let count): count == 1
        }
    }
}
