/// How the distances of one series' neighbours compare with those of another; a series within days counts as daily.
package enum FrequencyFit: Sendable {
    /// They can be paired moment by moment.
    case same
    /// The other observes more often: its last level at or before each moment is taken.
    case finer
    /// The other observes too seldom to say anything at the moments of the first.
    case coarser

    /// A distance of half as much again is another frequency; a day and three over a weekend are not. Every few days is
    /// still near enough to daily.
    package init(of other: TimestampPattern, beside base: TimestampPattern) {
        let isWithinDays = other.isIntraday || base.isIntraday
        if isWithinDays, other.isDailyOrFiner, base.isDailyOrFiner {
            self = .same
            return
        }
        if other.cadence == base.cadence, base.cadence != .irregular {
            self = .same
            return
        }
        let (theirs, own) = (Double(max(other.step, Timestamp.day)), Double(max(base.step, Timestamp.day)))
        if theirs * 1.5 < own {
            self = .finer
        } else {
            self = own * 1.5 < theirs && theirs >= 5 * Double(Timestamp.day) ? .coarser : .same
        }
    }
}
