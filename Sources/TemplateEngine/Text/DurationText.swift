import Formatting

/// Durations as a reader sees them: the largest unit and the one below it.
enum DurationText {
    /// How many seconds the units have in which a duration may be given.
    static let units: [String: Double] = ["days": 86400, "hours": 3600, "minutes": 60, "seconds": 1]

    private static let day: Int64 = 86400

    /// `312 days`, `1 day 12 h`, `2 h 30 min`, `45 s`; below a second `0.25 s`; not finite `n/a`.
    ///
    /// From a hundred days on, whole days; below, days with hours, hours with minutes, minutes with seconds, rounded
    /// to the smaller unit.
    static func text(seconds: Double) -> String {
        guard seconds.isFinite, seconds.magnitude < 1e15 else { return "n/a" }
        let size = seconds.magnitude
        let sign = seconds < 0 ? DisplayNumber.minus : ""
        if size > 0, size < 1 { return sign + unit(DisplayNumber.number(size, places: 2), "s") }
        let text = body(size)
        return text == "0\u{A0}s" ? text : sign + text
    }

    private static func body(_ size: Double) -> String {
        let hours = rounded(size, 3600)
        if hours >= 100 * day { return days(rounded(size, day) / day) }
        if hours >= day { return pair(days(hours / day), hours % day / 3600, "h") }
        let minutes = rounded(size, 60)
        if minutes >= 3600 { return pair(unit("\(minutes / 3600)", "h"), minutes % 3600 / 60, "min") }
        let seconds = rounded(size, 1)
        if seconds >= 60 { return pair(unit("\(seconds / 60)", "min"), seconds % 60, "s") }
        return unit("\(seconds)", "s")
    }

    private static func rounded(_ size: Double, _ step: Int64) -> Int64 {
        Int64((size / Double(step)).rounded(.toNearestOrEven)) * step
    }

    private static func days(_ count: Int64) -> String {
        unit(DisplayNumber.number(Double(count), places: 0), count == 1 ? "day" : "days")
    }

    private static func pair(_ first: String, _ rest: Int64, _ name: String) -> String {
        rest == 0 ? first : first + " " + unit("\(rest)", name)
    }

    private static func unit(_ number: String, _ name: String) -> String { number + "\u{A0}" + name }
}
