/// What the timestamps of a series show: how far apart they are, on which weekdays, how many a day.
package struct TimestampPattern: Sendable {
    /// How often the series observes.
    package let cadence: Cadence
    /// The usual distance of neighbours, in milliseconds.
    package let step: Int64
    /// The median of timestamps per date.
    package let barsPerDate: Int
    /// Dates with a timestamp, increasing, with how many.
    package let dates: [(date: CalendarDate, bars: Int)]
    /// Weekdays (Monday 0) that the series usually has: it has at least half of those in its span.
    package let weekdays: [Bool]

    /// Looks at strictly increasing timestamps, at least two.
    package init(_ timestamps: TimeAxis) {
        var gaps = Self.gaps(of: timestamps)
        // Of few distances the smallest is taken, since half of them may span weekends.
        step = timestamps.count < 10 ? gaps.min() ?? Timestamp.day : OrderStatistic.median(of: &gaps)
        dates = Self.dates(of: timestamps)
        var counts = dates.map(\.bars)
        barsPerDate = OrderStatistic.median(of: &counts)
        cadence = Self.cadence(step: step, gaps: gaps)
        weekdays = Self.weekdays(dates.map(\.date))
    }

    /// Looks at strictly increasing timestamps, at least two.
    package init(_ timestamps: [Timestamp]) { self.init(TimeAxis(timestamps)) }

    /// Distances of neighbours; of a long series some thousand, which tell as much as all.
    private static func gaps(of timestamps: TimeAxis) -> [Int64] {
        stride(from: 1, to: timestamps.count, by: max(1, (timestamps.count - 1) / 4096)).map {
            timestamps.milliseconds($0) - timestamps.milliseconds($0 - 1)
        }
    }

    private static func dates(of timestamps: TimeAxis) -> [(date: CalendarDate, bars: Int)] {
        var dates = [(date: CalendarDate, bars: Int)]()
        for timestamp in timestamps {
            if dates.last?.date == timestamp.date {
                dates[dates.count - 1].bars += 1
            } else {
                dates.append((timestamp.date, 1))
            }
        }
        return dates
    }

    private static func cadence(step: Int64, gaps: [Int64]) -> Cadence {
        let hours = Double(step) / 3_600_000
        let days = hours / 24
        if hours < 1 { return .minute }
        if hours < 20 { return .hourly }
        // Two or three points around a weekend are daily points.
        if days < 1.5 || (gaps.count < 9 && days <= 4) { return .daily }
        let slow: [(Range<Double>, Cadence)] = [
            (5.5..<8.5, .weekly), (27..<33, .monthly), (85..<97, .quarterly), (350..<380, .yearly),
        ]
        guard let (range, cadence) = slow.first(where: { $0.0.contains(days) }) else { return .irregular }
        // A median among weeks or months is none of them while most distances are others.
        let fitting = gaps.count { range.contains(Double($0) / Double(Timestamp.day)) }
        return fitting * 5 >= gaps.count * 3 ? cadence : .irregular
    }

    /// Counts in one pass which weekdays are there and how many of each the span has.
    private static func weekdays(_ dates: [CalendarDate]) -> [Bool] {
        guard let first = dates.first, let last = dates.last else { return Array(repeating: false, count: 7) }
        var seen = Array(repeating: 0, count: 7)
        for date in dates { seen[date.weekday] += 1 }
        let span = last.day - first.day + 1
        return (0..<7).map { weekday in
            let ahead = (weekday - first.weekday + 7) % 7
            let possible = span > ahead ? (span - ahead - 1) / 7 + 1 : 0
            return seen[weekday] > 0 && seen[weekday] * 2 >= possible
        }
    }

    package var hasSaturdays: Bool { weekdays[5] }
    package var hasSundays: Bool { weekdays[6] }
    package var hasFridays: Bool { weekdays[4] }
    /// Whether bars cover most of a day, so that the market hardly closes.
    package var isRoundTheClock: Bool { Double(barsPerDate) * Double(step) >= 20 * 3_600_000 }
    package var isIntraday: Bool { cadence == .minute || cadence == .hourly }

    /// Whether a weekday has sessions of its own: a currency market's Sunday evening belongs to Monday.
    package func isSessionDay(_ date: CalendarDate) -> Bool {
        let isSundayEvening = hasSundays && !hasSaturdays && date.weekday == 6
        return weekdays[date.weekday] && !isSundayEvening
    }

    /// Whether a trading day has a value or more.
    package var isDailyOrFiner: Bool { cadence == .daily || isIntraday }
}
