import Series

/// The time zone of an algorithm, which its result does not name: LEAN samples the account at local midnights, so the zone is
/// the one in which most samples are midnights.
struct LeanZone {
    let rules: TimeZoneRules
    /// How the zone was found.
    let how: String

    /// Zones of markets, those with more users first: where the samples fit several, the first one is taken.
    private static let known = [
        "America/New_York", "UTC", "America/Chicago", "Europe/London", "Europe/Berlin", "Asia/Hong_Kong", "Asia/Tokyo",
        "Asia/Kolkata", "Australia/Sydney", "America/Los_Angeles", "America/Denver", "America/Sao_Paulo",
    ]

    /// The zone of samples, of which the first one is the midnight at which a run starts.
    init(samples: [Int64]) {
        let fixed = Self.fixed(samples.first ?? 0)
        var (best, most) = (fixed, 0)
        for name in Self.known {
            // The last sample may be a close, and so may all but the first of old files.
            guard most * 20 < samples.count * 19, let zone = TimeZoneRules.named(name) else { continue }
            let count = samples.count { Self.isMidnight($0, zone) }
            if count > most { (best, most) = (zone, count) }
        }
        if samples.count(where: { Self.isMidnight($0, fixed) }) > most { best = fixed }
        rules = best
        how = "the samples are taken at midnight there"
    }

    /// The zone that the user named.
    init(_ rules: TimeZoneRules) {
        self.rules = rules
        how = "as the options say"
    }

    private static func isMidnight(_ second: Int64, _ zone: TimeZoneRules) -> Bool {
        (second + Int64(zone.offset(at: second))) % 86_400 == 0
    }

    /// The offset at which a moment is a midnight.
    private static func fixed(_ second: Int64) -> TimeZoneRules {
        let ofDay = Int32(((second % 86_400) + 86_400) % 86_400)
        let offset = ofDay <= 43_200 ? -ofDay : 86_400 - ofDay
        return TimeZoneRules(fixed: offset, name: WallClock.name(ofOffset: offset))
    }

    /// The day that a sample belongs to: it is taken at the end of the day, which is the midnight that begins the next one.
    func date(ofSample second: Int64) -> CalendarDate {
        let local = second - 1 + Int64(rules.offset(at: second - 1))
        return CalendarDate(day: Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
    }
}
