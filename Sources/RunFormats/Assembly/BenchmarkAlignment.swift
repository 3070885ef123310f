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
    let runPattern: StampPattern
    let benchmarkPattern: StampPattern
    let runCalendar: TradingCalendar
    /// Calendar days after which the last level before the run's start is too old to start from.
    static let oldestStart = 10

    /// How the distances of neighbours compare; a series within days counts as daily.
    enum Fit {
        case same, finer, coarser
    }

    /// A distance of half as much again is another frequency; a day and three over a weekend are not. Every few days is
    /// still near enough to daily.
    static func fit(_ benchmark: StampPattern, _ run: StampPattern) -> Fit {
        if benchmark.isIntraday || run.isIntraday ? benchmark.isDailyOrFiner && run.isDailyOrFiner : false {
            return .same
        }
        if benchmark.cadence == run.cadence, run.cadence != .irregular { return .same }
        let (other, own) = (Double(max(benchmark.step, Timestamp.day)), Double(max(run.step, Timestamp.day)))
        if other * 1.5 < own { return .finer }
        return own * 1.5 < other && other >= 5 * Double(Timestamp.day) ? .coarser : .same
    }

    /// Run and benchmark side by side, and the benchmark's own returns.
    func aligned(_ fit: Fit) -> Benchmark {
        let moments = CommonMoments(self, fit)
        let own = OwnReturns(self, moments, isOnRunMoments: fit == .finer)
        let calendar = ownCalendar(own, moments, fit)
        let (pairs, missing) = pairs(moments, calendar)
        return Benchmark(
            name: name, start: own.start, returns: TimeSeries(stamps: own.stamps, values: own.returns),
            rounding: own.rounding, calendar: calendar, pairs: pairs, matched: moments.common.count,
            unmatchedInRun: moments.unmatchedInRun,
            unmatchedInBenchmark: moments.unmatchedInBenchmark, missingPairs: missing)
    }

    // MARK: Pairs

    private func pairs(_ moments: CommonMoments, _ calendar: TradingCalendar) -> (BenchmarkPairs, missing: Int) {
        var pairs = BenchmarkPairs(
            starts: [], ends: [], stamps: [], days: 0, runReturns: [], benchmarkReturns: [], periodsPerYear: 0)
        var missing = 0
        for (start, end) in zip(moments.common, moments.common.dropFirst()) {
            guard let own = run.growth(from: start.run, to: end.run),
                let other = benchmark.growth(from: start.benchmark, to: end.benchmark)
            else {
                missing += 1
                continue
            }
            pairs.starts.append(run.positions[start.run])
            pairs.ends.append(run.positions[end.run])
            pairs.stamps.append(run.stamps[end.run])
            pairs.days += run.stamps[end.run].fractionalDays - run.stamps[start.run].fractionalDays
            pairs.runReturns.append(own)
            pairs.benchmarkReturns.append(other)
            if let rounding = benchmark.rounding(from: start.benchmark, to: end.benchmark) {
                pairs.benchmarkRounding.append(rounding)
            }
        }
        pairs.periodsPerYear = perYear(pairs, moments, calendar)
        return (pairs, missing)
    }

    /// As many as the sparser of the two observes, unless the pairs that are there say otherwise.
    /// A declared number stays in force while nearly every moment of the run is one of both.
    private func perYear(_ pairs: BenchmarkPairs, _ moments: CommonMoments, _ calendar: TradingCalendar) -> Double {
        let nominal = min(runCalendar.sessionsPerYear, calendar.sessionsPerYear)
        let all = moments.common.count + moments.unmatchedInRun
        if !runCalendar.isInferred, moments.unmatchedInRun * 20 <= all { return runCalendar.sessionsPerYear }
        let density = ObservationDensity(count: pairs.count, days: pairs.days)
        let isOff = density.contradicts(nominal, forgiving: ObservationDensity.slack(of: runCalendar, perSession: 1))
        return isOff ? density.perYear ?? nominal : nominal
    }

    // MARK: The benchmark's own calendar

    /// The run's calendar where the benchmark keeps it, else what its own stamps show.
    private func ownCalendar(_ own: OwnReturns, _ moments: CommonMoments, _ fit: Fit) -> TradingCalendar {
        let isDaily = runPattern.isIntraday && !benchmarkPattern.isIntraday
        var calendar = runCalendar
        if isDaily {
            calendar.cadence = .daily
            calendar.periodsPerSession = 1
            calendar.periodsPerYear = calendar.sessionsPerYear
        }
        let isMatched = moments.unmatchedInRun + moments.unmatchedInBenchmark == 0
        guard fit == .same, !isMatched, own.stamps.count > 1 else { return calendar }
        let stamps = [own.start] + own.stamps
        let inferred = CalendarInference.infer(StampPattern(stamps), observed: stamps).calendar
        // Held against what the run's own stamps show, since a declared calendar may be of the same market.
        let shown = CalendarInference.infer(runPattern, observed: run.stamps).calendar
        let isNear = (inferred.sessionsPerYear / shown.sessionsPerYear - 1).magnitude <= 0.01
        return isNear ? calendar : inferred
    }
}

extension StampPattern {
    /// Whether a trading day has a value or more.
    var isDailyOrFiner: Bool { cadence == .daily || isIntraday }
}
