import Series

/// Which entries of a strategy are kept: those that any rule keeps, and always its last one and its last good one, which
/// gates compare with.
public struct RetentionRules: Equatable, Sendable {
    /// So many of the last ones.
    public var last: Int?
    /// The last one of each of so many days on which there are any (UTC).
    public var daily: Int?
    /// The same by weeks from Monday.
    public var weekly: Int?
    /// The same by months.
    public var monthly: Int?
    /// Those archived less than so many days ago.
    public var youngerThan: Int?

    /// Without rules.
    public init() {}

    /// Whether there is any rule.
    public var isEmpty: Bool { self == RetentionRules() }

    /// What is to become of an entry.
    public typealias Decision = (place: Archive.Place, reason: String?)

    /// What is to become of the entries of a strategy, the newest first; the reason is nil for one that no rule keeps.
    ///
    /// - Parameter now: Milliseconds after 1970 in UTC.
    public func decisions(on strategy: Catalogue.Strategy, at now: Int64) -> [Decision] {
        let entries = Array(strategy.entries.reversed())
        var reasons = [String?](repeating: nil, count: entries.count)
        func keep(_ place: Int, _ reason: String) { reasons[place] = reasons[place] ?? reason }
        if !entries.isEmpty { keep(0, "the last one") }
        if let good = entries.firstIndex(where: \.entry.isAccepted) { keep(good, "the last good one") }
        for place in entries.indices.prefix(last ?? 0) { keep(place, "one of the last \(last ?? 0)") }
        if let youngerThan {
            let limit = now - Int64(youngerThan) * Timestamp.day
            for (place, entry) in entries.enumerated() where entry.entry.archived > limit {
                keep(place, "younger than \(youngerThan) days")
            }
        }
        for (count, word, period) in periods {
            for place in Self.lastOfEach(entries, count, period) { keep(place, "the last of its \(word)") }
        }
        return zip(entries, reasons).map { ($0, $1) }
    }

    private typealias Period = (CalendarDate) -> Int

    private var periods: [(Int, String, Period)] {
        [
            (daily ?? 0, "day", { $0.day }), (weekly ?? 0, "week", { $0.weekStart.day }),
            (monthly ?? 0, "month", { $0.monthStart.day }),
        ]
    }

    /// The places of the newest entry of each of the last periods that have entries.
    private static func lastOfEach(_ entries: [Archive.Place], _ count: Int, _ period: Period) -> [Int] {
        var seen: Set<Int> = []
        var places: [Int] = []
        for (place, entry) in entries.enumerated() where seen.count < count {
            if seen.insert(period(Timestamp(milliseconds: entry.entry.archived).date)).inserted { places.append(place) }
        }
        return places
    }
}
