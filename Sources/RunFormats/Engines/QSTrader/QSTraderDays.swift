import Series

/// The days that QSTrader's moments stand for.
///
/// It writes the midnight of a day on the clock of the machine that ran it, without saying which: 05:00 or 04:00 UTC in New
/// York, 23:00 or 00:00 in London, 15:00 of the day before in Tokyo. The nearest midnight is the day's, except at the date line,
/// where it is another day's: zones from UTC+13 on, and UTC-12. There days would fall on weekends, and QSTrader's are Monday to
/// Friday.
struct QSTraderDays {
    /// A day for each moment.
    let dates: [CalendarDate]
    /// The different times of day in UTC, in minutes; one or two, for summer and winter.
    let minutes: [Int]

    /// - Parameter moments: Milliseconds since 1970.
    init(_ moments: [Int64]) {
        let readings = [12, 14, 11].map { Self.dates(moments, east: $0) }
        dates = readings.first { !$0.contains(where: Self.isWeekend) } ?? readings[0]
        minutes = Set(moments.map { Int(Self.timeOfDay($0) / 60_000) }).sorted()
    }

    /// The days of zones up to so many hours east of UTC.
    private static func dates(_ moments: [Int64], east: Int64) -> [CalendarDate] {
        moments.map { moment in
            let isDayBefore = timeOfDay(moment) >= Timestamp.day - east * 3_600_000
            return CalendarDate(day: Timestamp(milliseconds: moment).date.day + (isDayBefore ? 1 : 0))
        }
    }

    private static func timeOfDay(_ moment: Int64) -> Int64 {
        let rest = moment % Timestamp.day
        return rest < 0 ? rest + Timestamp.day : rest
    }

    private static func isWeekend(_ date: CalendarDate) -> Bool { date.weekday > 4 }
}
