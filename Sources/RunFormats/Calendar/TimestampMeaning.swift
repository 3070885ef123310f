import RunModel
import Series

/// Which time a timestamp stands for where its label is not the moment at which the value was true.
enum TimestampMeaning: Equatable {
    /// The moment itself.
    case moment
    /// The next midnight: a weekday's bar stamped at its end, Tuesday to Saturday.
    case nextMidnight
    /// The midnight of the next date on clocks east of Greenwich, written in UTC: Sunday to Thursday, 13:00 or later.
    case midnightEastward
    /// Returns, or closes of a benchmark, labelled with the first day of the month, quarter or year that they are of.
    case firstOfPeriod(months: Int)
    /// Levels stamped at the first midnight after a month, quarter or year.
    case firstAfterPeriod

    /// What the timestamps of a series mean, by all of them together.
    ///
    /// - Parameter areInstants: Whether they are written with their offsets from UTC.
    init(_ timestamps: TimeAxis, content: RawSeries.Content, areInstants: Bool = false) {
        if areInstants, Self.areMidnightsEastward(timestamps) {
            self = .midnightEastward
            return
        }
        self = .moment
        guard content != .annualRates, timestamps.count >= 2, timestamps.allSatisfy({ $0.millisecondsOfDay == 0 })
        else {
            return
        }
        let pattern = TimestampPattern(timestamps)
        switch pattern.cadence {
        case .daily where Self.isTuesdayToSaturday(pattern): self = .nextMidnight
        case .monthly, .quarterly, .yearly:
            guard pattern.dates.allSatisfy({ $0.date.components.day == 1 }) else { return }
            self = content == .levels ? .firstAfterPeriod : .firstOfPeriod(months: Self.months(pattern))
        default: break
        }
    }

    /// One time of day, or two an hour apart where a zone changes its clocks, from Sunday to Thursday: no market closes so.
    private static func areMidnightsEastward(_ timestamps: TimeAxis) -> Bool {
        let hour: Int64 = 3_600_000
        guard let first = timestamps.first, let last = timestamps.last, last.date.day - first.date.day >= 14 else {
            return false
        }
        var times = Set<Int64>()
        for timestamp in timestamps where times.insert(timestamp.millisecondsOfDay).inserted && times.count > 2 {
            return false
        }
        guard let least = times.min(), let most = times.max(), least >= 13 * hour,
            most - least == (times.count == 2 ? hour : 0), least % hour == 0 || least == 37 * hour / 2
        else { return false }
        let weekdays = Set(timestamps.lazy.map(\.date.weekday))
        let isDaily = zip(timestamps, timestamps.dropFirst()).allSatisfy { $0.date < $1.date }
        return isDaily && weekdays.contains(6) && weekdays.isDisjoint(with: [4, 5])
    }

    /// Five sessions a week, and never a Sunday or a Monday in two weeks or more.
    private static func isTuesdayToSaturday(_ pattern: TimestampPattern) -> Bool {
        guard pattern.hasSaturdays, let first = pattern.dates.first?.date, let last = pattern.dates.last?.date,
            last.day - first.day >= 14
        else { return false }
        return pattern.dates.allSatisfy { (1...5).contains($0.date.weekday) }
    }

    /// A quarter that is labelled with its first month ends two months later; one labelled with its last ends with it.
    private static func months(_ pattern: TimestampPattern) -> Int {
        let months = pattern.dates.map(\.date.month)
        switch pattern.cadence {
        case .quarterly where months.allSatisfy { $0 % 3 == 1 }: return 3
        case .yearly where months.allSatisfy { $0 == 1 }: return 12
        default: return 1
        }
    }

    /// What a benchmark's timestamps mean: vendors of prices label a month's close with the month's first day, so this is what
    /// levels at the first of a month are, unless the run's own are the moments after its months.
    func ofBenchmark(beside run: TimestampMeaning, _ timestamps: TimeAxis) -> TimestampMeaning {
        guard self == .firstAfterPeriod, run != .firstAfterPeriod else { return self }
        return .firstOfPeriod(months: Self.months(TimestampPattern(timestamps)))
    }

    /// The moment that a timestamp stands for.
    func moment(_ timestamp: Timestamp) -> Timestamp {
        switch self {
        case .moment: timestamp
        case .nextMidnight, .firstAfterPeriod: Timestamp(milliseconds: timestamp.milliseconds - Timestamp.day)
        case .midnightEastward: Timestamp(CalendarDate(day: timestamp.date.day + 1))
        case .firstOfPeriod(let months): Timestamp(CalendarDate(day: timestamp.date.adding(months: months).day - 1))
        }
    }

    /// The note for a file; nil where nothing was moved.
    func finding(_ file: String) -> Finding? {
        switch self {
        case .moment: nil
        case .nextMidnight: Finding.endOfBarTimestamps(file)
        case .midnightEastward: Finding.midnightsEastward(file)
        case .firstOfPeriod: Finding.firstOfPeriodTimestamps(file)
        case .firstAfterPeriod: Finding.firstAfterPeriodTimestamps(file)
        }
    }
}

extension MainSeries {
    /// The series at the moments that its timestamps stand for.
    func placed(_ meaning: TimestampMeaning) -> MainSeries {
        guard meaning != .moment else { return self }
        var series = self
        series.timestamps = TimeAxis(timestamps.lazy.map(meaning.moment))
        series.allTimestamps = TimeAxis(allTimestamps.lazy.map(meaning.moment))
        series.startTimestamp = startTimestamp.map(meaning.moment)
        return series
    }
}

extension PositionHistory {
    /// The holdings at the moments that their timestamps stand for, where those are labels like the account's.
    func placed(_ meaning: TimestampMeaning) -> PositionHistory {
        guard meaning != .moment,
            TimestampMeaning(TimeAxis(timestamps), content: .levels, areInstants: meaning == .midnightEastward)
                == meaning
        else { return self }
        var history = self
        history.timestamps = timestamps.map(meaning.moment)
        return history
    }
}
