import RunModel
import Series

/// The daily account of a run of LEAN, with the benchmark at the same days.
struct LeanAccount {
    let samples: LeanSamples
    let sessions: LeanSessions
    let benchmark: LeanBenchmark
    let zone: LeanZone
    /// How many points the file has of the account, those within days too.
    let points: Int
    /// The deepest drawdown over all of them, zero or negative.
    let deepestOfAllPoints: Double
    private let file: String
    /// Dates and values of the observations, the start value first.
    private let days: [(date: CalendarDate, value: Double)]

    /// Nil where the file has no equity.
    init?(_ charts: LeanCharts, file: String, zone declared: TimeZoneRules?, tradesAlways: Bool) {
        guard let equity = charts.series("Strategy Equity", "Equity") else { return nil }
        let returns =
            charts.series("Strategy Equity", "Return") ?? charts.series("Strategy Equity", "Daily Performance")
        let zone =
            declared.map(LeanZone.init)
            ?? LeanZone(samples: equity.seconds.prefix(1) + (returns ?? equity).seconds)
        guard let samples = LeanSamples(equity: equity, returns: returns, zone: zone) else { return nil }
        benchmark = LeanBenchmark(charts.series("Benchmark", "Benchmark"), samples)
        sessions = LeanSessions(samples, benchmark: benchmark.values, tradesAlways: tradesAlways)
        (self.samples, self.zone, self.file) = (samples, zone, file)
        (points, deepestOfAllPoints) = (equity.values.count, Self.deepestDrawdown(equity.values))
        days = Self.days(samples, sessions)
    }

    private static func deepestDrawdown(_ values: [Double]) -> Double {
        var (highest, deepest) = (0.0, 0.0)
        for value in values {
            highest = max(highest, value)
            if highest > 0 { deepest = min(deepest, value / highest - 1) }
        }
        return deepest
    }

    private static func days(_ samples: LeanSamples, _ sessions: LeanSessions) -> [(CalendarDate, Double)] {
        var days = sessions.kept.map { (samples.dates[$0], samples.values[$0]) }
        if sessions.week != .always, days[0].0.weekday > 4 { days[0].0.day -= days[0].0.weekday - 4 }
        // What moved at a weekend behind the last observation is a part of it.
        if let last = samples.values.last, days.count > 1 { days[days.count - 1].1 = last }
        return days
    }

    /// The account as the run's main series.
    var equity: RawSeries { series("Strategy Equity/Equity", days) }

    /// The benchmark on those of the same days that have one; nil where none has.
    var benchmarkSeries: RawSeries? {
        guard !benchmark.values.isEmpty else { return nil }
        let levels = zip(days, sessions.kept).map { (date: $0.date, value: benchmark.values[$1]) }
        return series("Benchmark/Benchmark", levels.filter { !$0.value.isNaN })
    }

    private func series(_ column: String, _ days: [(date: CalendarDate, value: Double)]) -> RawSeries {
        let areRounded = days.allSatisfy { ($0.value * 1e4).rounded() / 1e4 == $0.value }
        return RawSeries(
            file: file, column: column, timestampColumn: "time", content: .levels,
            timestamps: TimestampColumn(walls: days.map { Int64($0.date.day) * Timestamp.day }),
            values: days.map(\.value), lines: Array(repeating: 0, count: days.count),
            digits: areRounded ? WrittenDigits(decimals: 4, significant: 16) : nil)
    }
}

extension LeanAccount {
    /// What was decided, for the provenance.
    var notes: [String] {
        var notes = [
            "LEAN stamps a day's account at the midnight that ends it: dates are those of one second before, in "
                + "\(zone.rules.name) (\(zone.how))."
        ]
        let left = samples.count - sessions.kept.count
        let weekends = left - sessions.holidays
        if left > 0 {
            let holidays =
                sessions.holidays > 0
                ? " and \(Phrase.count(sessions.holidays, "weekday")) on which neither account nor benchmark moved" : ""
            notes.append(
                "LEAN samples every day of the calendar. \(Phrase.count(weekends, "weekend sample"))\(holidays) "
                    + "are no observations; what moved then is in the next one.")
        }
        if samples.compounded > 0 {
            notes.append(
                "\(samples.compounded) of \(Phrase.count(samples.count, "daily sample")) have no point in Equity: the "
                    + "file's daily return was compounded there.")
        }
        return notes
    }
}
