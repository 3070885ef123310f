/// The moments of a series at which another one has a level too, and what only one of the two has: a run beside its
/// benchmark, or a run beside the others of a comparison.
///
/// Series that observe within days are matched by trading day. A series slower than the other takes the other's last level
/// at or before each of its moments. Nothing is filled. Linear time.
package struct CommonMoments: Sendable {
    /// One of the two: when it has levels, and what that shows.
    package struct Side: Sendable {
        /// Strictly increasing, at least two.
        package let timestamps: TimeAxis
        /// What the timestamps show.
        package let pattern: TimestampPattern

        /// A side by its moments.
        package init(_ timestamps: TimeAxis) { self.init(timestamps, TimestampPattern(timestamps)) }

        /// A side whose pattern is known.
        package init(_ timestamps: [Timestamp], _ pattern: TimestampPattern) {
            self.init(TimeAxis(timestamps), pattern)
        }

        /// A side whose pattern is known.
        package init(_ timestamps: TimeAxis, _ pattern: TimestampPattern) {
            self.timestamps = timestamps
            self.pattern = pattern
        }
    }

    /// A moment of both, as indices into their timestamps.
    package struct Common: Sendable {
        /// In the series that is matched.
        package var base: Int
        /// In the one beside it.
        package var other: Int
    }

    /// Calendar days after which the last level before the start is too old to start from.
    package static let oldestStart = 10

    /// In order of time; the first moment of the base is among them where the other has a level at or before it.
    package private(set) var common = [Common]()
    /// Moments of the base at which the other has no level.
    package private(set) var unmatchedInBase = 0
    /// Moments of the other, within the base's span, at which the base has none.
    package private(set) var unmatchedInOther = 0
    /// The other's moments of its span: the last of each period.
    package private(set) var otherMoments = [Int]()

    /// A period that counts as one moment, with the last moment in it.
    private struct Keyed {
        var key: Int64
        var index: Int
    }

    /// Matches two series.
    ///
    /// - Parameters:
    ///   - joinsWeekends: Within days, what is stamped on a weekend belongs to Monday, as for currencies.
    package init(of base: Side, beside other: Side, _ fit: FrequencyFit, joinsWeekends: Bool) {
        let key = Self.key(base, other, fit, joinsWeekends: joinsWeekends && base.pattern.isIntraday)
        let own = Self.reduced(base.timestamps, key)
        let theirs = Self.reduced(other.timestamps, key)
        otherMoments = theirs.map(\.index)
        if fit == .finer { matchLatest(own, theirs, other.pattern) } else { matchEqual(own, theirs) }
        addStart(own, theirs, base, other, fit)
        unmatchedInBase = base.timestamps.isEmpty ? 0 : momentCount(own) - common.count
        guard fit != .finer, let first = own.first, let last = own.last else { return }
        func isInside(_ place: Int64) -> Bool { place >= first.key && place <= last.key }
        let inside = theirs.count { isInside($0.key) }
        unmatchedInOther = max(0, inside - common.count { isInside(key(other.timestamps[$0.other])) })
    }

    /// Moments of the base: its periods, and its start where that shares the first period.
    private func momentCount(_ base: [Keyed]) -> Int { base.count + (base.first?.index == 0 ? 0 : 1) }

    // MARK: What counts as one moment

    private static func key(
        _ base: Side, _ other: Side, _ fit: FrequencyFit, joinsWeekends joins: Bool
    ) -> (Timestamp) -> Int64 {
        let byDate: (Timestamp) -> Int64 = { timestamp in
            let date = timestamp.date
            return Int64(joins && date.weekday > 4 ? date.day + 7 - date.weekday : date.day)
        }
        guard fit == .same else { return byDate }
        let byPeriod: (Timestamp) -> Int64
        switch base.pattern.cadence {
        case .minute, .hourly, .daily, .irregular: return byDate
        case .weekly: byPeriod = { Int64($0.date.weekStart.day) }
        case .monthly: byPeriod = { Int64($0.date.monthIndex) }
        case .quarterly: byPeriod = { Int64($0.date.monthIndex / 3) }
        case .yearly: byPeriod = { Int64($0.date.year) }
        }
        // Two values in one month or week: then only the date itself tells.
        let isClear = isIncreasing(base.timestamps, byPeriod) && isIncreasing(other.timestamps, byPeriod)
        return isClear ? byPeriod : byDate
    }

    private static func isIncreasing(_ timestamps: TimeAxis, _ key: (Timestamp) -> Int64) -> Bool {
        timestamps.indices.dropFirst().allSatisfy { key(timestamps[$0]) > key(timestamps[$0 - 1]) }
    }

    private static func reduced(_ timestamps: TimeAxis, _ key: (Timestamp) -> Int64) -> [Keyed] {
        var kept = [Keyed]()
        kept.reserveCapacity(min(timestamps.count, 8192))
        for index in timestamps.indices {
            let moment = Keyed(key: key(timestamps[index]), index: index)
            if kept.last?.key == moment.key { kept[kept.count - 1] = moment } else { kept.append(moment) }
        }
        return kept
    }

    // MARK: Matching

    private mutating func matchEqual(_ base: [Keyed], _ other: [Keyed]) {
        var position = 0
        for moment in base {
            while position < other.count, other[position].key < moment.key { position += 1 }
            guard position < other.count, other[position].key == moment.key else { continue }
            common.append(Common(base: moment.index, other: other[position].index))
        }
    }

    /// The last level at or before each moment, while the other goes on or no session of it lies between.
    private mutating func matchLatest(_ base: [Keyed], _ other: [Keyed], _ pattern: TimestampPattern) {
        var position = -1
        for moment in base {
            while position + 1 < other.count, other[position + 1].key <= moment.key { position += 1 }
            guard position >= 0 else { continue }
            let level = other[position]
            let isOpen = position + 1 < other.count && moment.key - level.key <= Int64(Self.oldestStart)
            guard isOpen || Self.sessions(after: level.key, to: moment.key, pattern) <= 1 else { continue }
            common.append(Common(base: moment.index, other: level.index))
        }
    }

    /// Usual sessions of the other after one day and up to another; one of them may be a holiday.
    private static func sessions(after start: Int64, to end: Int64, _ pattern: TimestampPattern) -> Int {
        guard end > start else { return 0 }
        guard end - start <= 14 else { return Int(end - start) }
        return ((start + 1)...end).count { pattern.weekdays[CalendarDate(day: Int($0)).weekday] }
    }

    /// The base's start value stands beside the other's last level at or before it.
    private mutating func addStart(
        _ own: [Keyed], _ theirs: [Keyed], _ base: Side, _ other: Side, _ fit: FrequencyFit
    ) {
        guard fit == .same, base.pattern.isDailyOrFiner || base.pattern.cadence == .irregular,
            let first = own.first, common.first?.base != 0
        else { return }
        let start = base.timestamps[0]
        let isSeparate = first.index != 0
        let level: Int?
        if isSeparate, other.pattern.isIntraday {
            level = other.timestamps.lastIndex { $0 <= start }
        } else {
            level = theirs.last { $0.key < first.key }?.index
        }
        guard let level, start.date.day - other.timestamps[level].date.day <= Self.oldestStart else { return }
        common.insert(Common(base: 0, other: level), at: 0)
    }
}
