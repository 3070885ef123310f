import Formatting

extension Timestamp {
    /// A moment so many milliseconds after 1970 in UTC as logs write it: `2026-11-26T14:02:03.004Z`.
    public static func utc(milliseconds: Int64) -> String {
        let moment = Timestamp(milliseconds: milliseconds)
        let ofDay = moment.millisecondsOfDay
        let clock = [ofDay / 3_600_000, ofDay / 60_000 % 60, ofDay / 1000 % 60].map { $0.zeroPadded(to: 2) }
        return "\(moment.date.iso)T\(clock.joined(separator: ":")).\((ofDay % 1000).zeroPadded(to: 3))Z"
    }
}
