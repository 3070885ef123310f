/// Moments, dates, times of day or durations, as counts of one unit.
public struct TimeValues: Equatable, Sendable {
    /// What is counted.
    public enum Unit: String, Sendable {
        /// Days.
        case day
        /// Seconds.
        case second
        /// Thousandths of a second.
        case millisecond
        /// Millionths of a second.
        case microsecond
        /// Billionths of a second.
        case nanosecond

        /// How many make a day.
        public var perDay: Int64 {
            switch self {
            case .day: 1
            case .second: 86_400
            case .millisecond: 86_400_000
            case .microsecond: 86_400_000_000
            case .nanosecond: 86_400_000_000_000
            }
        }
    }

    /// What the counts mean.
    public enum Meaning: Equatable, Sendable {
        /// Time since 1970-01-01T00:00:00Z; shown in the zone, where the file names one.
        case instant(zone: String?)
        /// Time on a clock since 1970-01-01 00:00, in no stated zone.
        case local
        /// Days since 1970-01-01.
        case date
        /// Time since midnight.
        case timeOfDay
        /// A length of time.
        case duration
    }

    /// For each row so many units.
    public var counts: [Int64]
    /// What is counted.
    public var unit: Unit
    /// What the counts mean.
    public var meaning: Meaning

    /// Counts of a unit.
    public init(counts: [Int64], unit: Unit, meaning: Meaning) {
        self.counts = counts
        self.unit = unit
        self.meaning = meaning
    }
}
