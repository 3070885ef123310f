import Formatting

extension Timestamp {
    /// The same as mail writes it (RFC 5322): `Thu, 26 Nov 2026 14:02:03 +0000`.
    public static func mailDate(milliseconds: Int64) -> String {
        let moment = Timestamp(milliseconds: milliseconds)
        let (year, month, day) = moment.date.components
        let seconds = moment.millisecondsOfDay / 1000
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0.zeroPadded(to: 2) }
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][moment.date.weekday]
        let name = MonthNames.short[month - 1]
        return "\(weekday), \(day) \(name) \(year) \(clock.joined(separator: ":")) +0000"
    }

    /// A moment so many milliseconds after 1970 in UTC as logs write it: `2026-11-26T14:02:03.004Z`.
    public static func utc(milliseconds: Int64) -> String {
        let moment = Timestamp(milliseconds: milliseconds)
        let ofDay = moment.millisecondsOfDay
        let clock = [ofDay / 3_600_000, ofDay / 60_000 % 60, ofDay / 1000 % 60].map { $0.zeroPadded(to: 2) }
        return "\(moment.date.iso)T\(clock.joined(separator: ":")).\((ofDay % 1000).zeroPadded(to: 3))Z"
    }
}
