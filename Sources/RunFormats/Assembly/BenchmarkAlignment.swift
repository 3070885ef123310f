import RunModel
import Series

/// Puts a benchmark beside a run: levels at the moments that both have, and returns of both between those moments.
///
/// Series that observe within days are paired by trading day. A run slower than its benchmark takes the benchmark's last
/// level at or before each of its moments. Nothing is filled: a moment that only one side has lies inside a pair.
struct BenchmarkAlignment {
    let name: String
    let run: LevelMoments
    let benchmark: LevelMoments
    let runPattern: TimestampPattern
    let benchmarkPattern: TimestampPattern
    let runCalendar: TradingCalendar

    /// Run and benchmark side by side, and the benchmark's own returns.
    func aligned(_ fit: FrequencyFit) -> Benchmark {
        let moments = CommonMoments(
            of: .init(run.timestamps, runPattern), beside: .init(benchmark.timestamps, benchmarkPattern), fit,
            joinsWeekends: runCalendar.name == "fx")
        let own = OwnReturns(self, moments, isOnRunMoments: fit == .finer)
        let calendar = ownCalendar(own, moments, fit)
        let (pairs, missing) = pairs(moments, calendar)
        var result = Benchmark(
            name: name, start: own.start, returns: TimeSeries(timestamps: own.timestamps, values: own.returns),
            rounding: own.rounding, calendar: calendar, pairs: pairs, matched: moments.common.count,
            unmatchedInRun: moments.unmatchedInBase,
            unmatchedInBenchmark: moments.unmatchedInOther, missingPairs: missing)
        result.startLevel = own.startLevel
        return result
    }

    // MARK: Pairs

    private func pairs(_ moments: CommonMoments, _ calendar: TradingCalendar) -> (BenchmarkPairs, missing: Int) {
        var pairs = BenchmarkPairs(
            starts: [], ends: [], timestamps: [], days: 0, runReturns: [], benchmarkReturns: [], periodsPerYear: 0)
        var missing = 0
        var spacing = benchmark.digits.map(DigitSpacing.init)
        for (start, end) in zip(moments.common, moments.common.dropFirst()) {
            guard let own = run.growth(from: start.base, to: end.base),
                let other = benchmark.growth(from: start.other, to: end.other)
            else {
                missing += 1
                continue
            }
            pairs.starts.append(run.position(start.base))
            pairs.ends.append(run.position(end.base))
            pairs.timestamps.append(run.timestamps[end.base])
            pairs.days += run.timestamps[end.base].fractionalDays - run.timestamps[start.base].fractionalDays
            pairs.runReturns.append(own)
            pairs.benchmarkReturns.append(other)
            if var known = spacing {
                pairs.benchmarkRounding.append(benchmark.rounding(from: start.other, to: end.other, &known))
                spacing = known
            }
        }
        pairs.periodsPerYear = perYear(pairs, moments, calendar)
        return (pairs, missing)
    }

    /// As many as the sparser of the two observes, unless the pairs that are there say otherwise.
    /// A declared number stays in force while nearly every moment of the run is one of both.
    private func perYear(_ pairs: BenchmarkPairs, _ moments: CommonMoments, _ calendar: TradingCalendar) -> Double {
        let nominal = min(runCalendar.sessionsPerYear, calendar.sessionsPerYear)
        let all = moments.common.count + moments.unmatchedInBase
        if !runCalendar.isInferred, moments.unmatchedInBase * 20 <= all { return runCalendar.sessionsPerYear }
        let density = ObservationDensity(count: pairs.count, days: pairs.days)
        let isOff = density.contradicts(nominal, forgiving: ObservationDensity.slack(of: runCalendar, perSession: 1))
        return isOff ? density.perYear ?? nominal : nominal
    }

    // MARK: The benchmark's own calendar

    /// The run's calendar where the benchmark keeps it, else what its own timestamps show.
    private func ownCalendar(_ own: OwnReturns, _ moments: CommonMoments, _ fit: FrequencyFit) -> TradingCalendar {
        let isDaily = runPattern.isIntraday && !benchmarkPattern.isIntraday
        var calendar = runCalendar
        if isDaily {
            calendar.cadence = .daily
            calendar.periodsPerSession = 1
            calendar.periodsPerYear = calendar.sessionsPerYear
        }
        let isMatched = moments.unmatchedInBase + moments.unmatchedInOther == 0
        guard fit == .same, !isMatched, own.timestamps.count > 1 else { return calendar }
        let timestamps = own.timestamps.led(by: own.start)
        let inferred = CalendarInference.infer(TimestampPattern(timestamps), observed: timestamps).calendar
        // Held against what the run's own timestamps show, since a declared calendar may be of the same market.
        let shown = CalendarInference.infer(runPattern, observed: run.timestamps).calendar
        let isNear = (inferred.sessionsPerYear / shown.sessionsPerYear - 1).magnitude <= 0.01
        return isNear ? calendar : inferred
    }
}
