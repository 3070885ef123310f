import Containers
import Series

/// The moments of a typed column as a file would have written them, exactly: nothing of them becomes text.
struct TypedTimes {
    private let values: TimeValues
    private let validity: Validity
    private let zone: TimeZoneRules?

    /// Of a column of moments or dates; nil for times of day and lengths of time.
    init?(_ values: TimeValues, _ validity: Validity) {
        switch values.meaning {
        case .timeOfDay, .duration: return nil
        case .local, .date: zone = nil
        // An unknown zone is shown in UTC, which is the same instant.
        case .instant(let name): zone = name.flatMap(TimeZoneRules.named) ?? TimeZoneRules(fixed: 0, name: "UTC")
        }
        (self.values, self.validity) = (values, validity)
    }

    /// The moment of a row; nil where there is none, and for a day outside the years 1 to 9999.
    func timestamp(_ row: Int) -> WrittenTimestamp? {
        guard validity[row], let moment = milliseconds(values.counts[row]) else { return nil }
        guard let zone else { return WrittenTimestamp(wall: moment, offset: nil) }
        let offset = zone.offset(at: Self.floor(moment, 1000))
        return WrittenTimestamp(wall: moment + Int64(offset) * 1000, offset: offset)
    }

    /// A count as milliseconds, finer ones cut off; nil for a day outside the years 1 to 9999.
    private func milliseconds(_ count: Int64) -> Int64? {
        let day = Self.floor(count, values.unit.perDay)
        guard (-719_162...2_932_896).contains(day) else { return nil }
        return switch values.unit {
        case .day: count * Timestamp.day
        case .second: count * 1000
        case .millisecond: count
        case .microsecond: Self.floor(count, 1000)
        case .nanosecond: Self.floor(count, 1_000_000)
        }
    }

    private static func floor(_ count: Int64, _ size: Int64) -> Int64 {
        let (whole, rest) = count.quotientAndRemainder(dividingBy: size)
        return rest < 0 ? whole - 1 : whole
    }
}
