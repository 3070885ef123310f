import Containers
import Series

/// Writes moments, dates, times of day and durations as pandas does: `2024-01-31`, `2024-01-31 16:00:00-05:00`,
/// `5 days 02:30:00`.
struct TimeText {
    private let values: TimeValues
    private let zone: TimeZoneRules?
    private let showsClock: Bool
    /// Units of a second; 0 where days are counted.
    private let perSecond: Int64

    /// Text for the values of a column; moments in no zone that are all at midnight are dates.
    init(_ values: TimeValues, _ validity: Validity) {
        let perDay = values.unit.perDay
        let isClock = values.counts.indices.contains { validity[$0] && values.counts[$0] % perDay != 0 }
        self.init(values, showsClock: values.meaning != .local || isClock)
    }

    init(_ values: TimeValues, showsClock: Bool) {
        self.values = values
        self.showsClock = showsClock
        perSecond = values.unit.perDay / 86_400
        // An unknown zone is shown in UTC, which is the same instant.
        zone =
            if case .instant(let name) = values.meaning {
                name.flatMap(TimeZoneRules.named) ?? TimeZoneRules(fixed: 0, name: "UTC")
            } else { nil }
    }

    func append(_ row: Int, to text: inout [UInt8]) {
        let count = values.counts[row]
        switch values.meaning {
        case .instant: appendInstant(count, to: &text)
        case .local, .date:
            guard let rest = appendDate(count, to: &text), showsClock, values.meaning == .local else { return }
            text.append(0x20)
            appendClock(rest, to: &text)
        case .timeOfDay: appendClock(count, to: &text)
        case .duration: appendDuration(count, to: &text)
        }
    }

    private func appendInstant(_ count: Int64, to text: inout [UInt8]) {
        let seconds = perSecond > 0 ? Self.parts(count, perSecond).whole : count
        let offset = Int64(zone?.offset(at: seconds) ?? 0)
        let (local, overflows) = count.addingReportingOverflow(offset * perSecond)
        guard !overflows, let rest = appendDate(local, to: &text) else { return }
        text.append(0x20)
        appendClock(rest, to: &text)
        text.append(offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
        Self.append(Int64(offset.magnitude) / 3600, digits: 2, to: &text)
        text.append(UInt8(ascii: ":"))
        Self.append(Int64(offset.magnitude) / 60 % 60, digits: 2, to: &text)
    }

    /// Writes the date, and answers what is left of its day; a day outside the years 1 to 9999 is written as a count.
    private func appendDate(_ count: Int64, to text: inout [UInt8]) -> Int64? {
        let (day, rest) = Self.parts(count, values.unit.perDay)
        guard (-719_162...2_932_896).contains(day) else {
            text.append(contentsOf: count.description.utf8)
            return nil
        }
        let parts = CalendarDate(day: Int(day)).components
        Self.append(Int64(parts.year), digits: 4, to: &text)
        text.append(UInt8(ascii: "-"))
        Self.append(Int64(parts.month), digits: 2, to: &text)
        text.append(UInt8(ascii: "-"))
        Self.append(Int64(parts.day), digits: 2, to: &text)
        return rest
    }

    /// `16:00:00`, with a fraction where there is one.
    private func appendClock(_ count: Int64, to text: inout [UInt8]) {
        let (seconds, fraction) = perSecond > 0 ? Self.parts(count, perSecond) : (0, 0)
        Self.append(seconds / 3600, digits: 2, to: &text)
        text.append(UInt8(ascii: ":"))
        Self.append(seconds / 60 % 60, digits: 2, to: &text)
        text.append(UInt8(ascii: ":"))
        Self.append(seconds % 60, digits: 2, to: &text)
        guard fraction > 0 else { return }
        text.append(UInt8(ascii: "."))
        Self.append(fraction, digits: perSecond.description.utf8.count - 1, to: &text)
    }

    private func appendDuration(_ count: Int64, to text: inout [UInt8]) {
        let (days, rest) = Self.parts(count, values.unit.perDay)
        text.append(contentsOf: "\(days) days".utf8)
        guard rest > 0 else { return }
        text.append(0x20)
        appendClock(rest, to: &text)
    }

    /// Whole units below a count, and what is left, which is never negative.
    private static func parts(_ count: Int64, _ size: Int64) -> (whole: Int64, rest: Int64) {
        let rest = count % size
        return rest < 0 ? (count / size - 1, rest + size) : (count / size, rest)
    }

    private static func append(_ number: Int64, digits: Int, to text: inout [UInt8]) {
        let written = Array(String(number).utf8)
        if number >= 0, written.count < digits {
            text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: digits - written.count))
        }
        text.append(contentsOf: written)
    }
}
