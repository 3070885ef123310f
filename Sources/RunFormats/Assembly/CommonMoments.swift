import RunModel
import Series

/// The moments of a run at which its benchmark has a level, and what only one of the two has.
struct CommonMoments {
    /// A moment of both, as indices into their ``LevelMoments``.
    struct Common {
        var run: Int
        var benchmark: Int
    }

    /// In order of time; the run's start is among them where the benchmark has a level at or before it.
    private(set) var common = [Common]()
    private(set) var unmatchedInRun = 0
    private(set) var unmatchedInBenchmark = 0
    /// The benchmark's moments of the span: the last of each period.
    private(set) var benchmarkMoments = [Int]()

    /// A period that counts as one moment, with the last moment in it.
    private struct Keyed {
        var key: Int64
        var index: Int
    }

    init(_ alignment: BenchmarkAlignment, _ fit: BenchmarkAlignment.Fit) {
        let key = Self.key(alignment, fit)
        let run = Self.reduced(alignment.run.stamps, key)
        let benchmark = Self.reduced(alignment.benchmark.stamps, key)
        benchmarkMoments = benchmark.map(\.index)
        if fit == .finer { matchLatest(run, benchmark, alignment) } else { matchEqual(run, benchmark) }
        addStart(run, benchmark, alignment, fit)
        unmatchedInRun = alignment.run.count > 0 ? momentCount(run) - common.count : 0
        guard fit != .finer, let first = run.first, let last = run.last else { return }
        let inside = benchmark.count { $0.key >= first.key && $0.key <= last.key }
        unmatchedInBenchmark = max(
            0,
            inside
                - common.count { alignmentKey in
                    let place = key(alignment.benchmark.stamps[alignmentKey.benchmark])
                    return place >= first.key && place <= last.key
                })
    }

    /// Moments of the run: its periods, and its start where that shares the first period.
    private func momentCount(_ run: [Keyed]) -> Int { run.count + (run.first?.index == 0 ? 0 : 1) }

    // MARK: What counts as one moment

    private static func key(
        _ alignment: BenchmarkAlignment, _ fit: BenchmarkAlignment.Fit
    ) -> (Timestamp) -> Int64 {
        let joins = alignment.runPattern.isIntraday && alignment.runCalendar.name == "fx"
        let byDate: (Timestamp) -> Int64 = { stamp in
            let date = stamp.date
            return Int64(joins && date.weekday > 4 ? date.day + 7 - date.weekday : date.day)
        }
        guard fit == .same else { return byDate }
        let byPeriod: (Timestamp) -> Int64
        switch alignment.runPattern.cadence {
        case .minute, .hourly, .daily, .irregular: return byDate
        case .weekly: byPeriod = { Int64($0.date.weekStart.day) }
        case .monthly: byPeriod = { Int64($0.date.monthIndex) }
        case .quarterly: byPeriod = { Int64($0.date.monthIndex / 3) }
        case .yearly: byPeriod = { Int64($0.date.year) }
        }
        // Two values in one month or week: then only the date itself tells.
        let isClear = isIncreasing(alignment.run.stamps, byPeriod) && isIncreasing(alignment.benchmark.stamps, byPeriod)
        return isClear ? byPeriod : byDate
    }

    private static func isIncreasing(_ stamps: [Timestamp], _ key: (Timestamp) -> Int64) -> Bool {
        stamps.indices.dropFirst().allSatisfy { key(stamps[$0]) > key(stamps[$0 - 1]) }
    }

    private static func reduced(_ stamps: [Timestamp], _ key: (Timestamp) -> Int64) -> [Keyed] {
        var kept = [Keyed]()
        kept.reserveCapacity(min(stamps.count, 8192))
        for index in stamps.indices {
            let moment = Keyed(key: key(stamps[index]), index: index)
            if kept.last?.key == moment.key { kept[kept.count - 1] = moment } else { kept.append(moment) }
        }
        return kept
    }

    // MARK: Matching

    private mutating func matchEqual(_ run: [Keyed], _ benchmark: [Keyed]) {
        var position = 0
        for moment in run {
            while position < benchmark.count, benchmark[position].key < moment.key { position += 1 }
            guard position < benchmark.count, benchmark[position].key == moment.key else { continue }
            common.append(Common(run: moment.index, benchmark: benchmark[position].index))
        }
    }

    /// The last level at or before each moment, while the benchmark goes on or no session of it lies between.
    private mutating func matchLatest(_ run: [Keyed], _ benchmark: [Keyed], _ alignment: BenchmarkAlignment) {
        var position = -1
        for moment in run {
            while position + 1 < benchmark.count, benchmark[position + 1].key <= moment.key { position += 1 }
            guard position >= 0 else { continue }
            let level = benchmark[position]
            let isOpen =
                position + 1 < benchmark.count && moment.key - level.key <= Int64(BenchmarkAlignment.oldestStart)
            guard isOpen || Self.sessions(after: level.key, to: moment.key, alignment.benchmarkPattern) <= 1 else {
                continue
            }
            common.append(Common(run: moment.index, benchmark: level.index))
        }
    }

    /// Usual sessions of the benchmark after one day and up to another; one of them may be a holiday.
    private static func sessions(after start: Int64, to end: Int64, _ pattern: StampPattern) -> Int {
        guard end > start else { return 0 }
        guard end - start <= 14 else { return Int(end - start) }
        return ((start + 1)...end).count { pattern.weekdays[CalendarDate(day: Int($0)).weekday] }
    }

    /// The run's start value stands beside the benchmark's last level at or before it.
    private mutating func addStart(
        _ run: [Keyed], _ benchmark: [Keyed], _ alignment: BenchmarkAlignment, _ fit: BenchmarkAlignment.Fit
    ) {
        guard fit == .same, alignment.runPattern.isDailyOrFiner || alignment.runPattern.cadence == .irregular,
            let first = run.first, common.first?.run != 0
        else { return }
        let start = alignment.run.stamps[0]
        let isSeparate = first.index != 0
        let level: Int?
        if isSeparate, alignment.benchmarkPattern.isIntraday {
            level = alignment.benchmark.stamps.lastIndex { $0 <= start }
        } else {
            level = benchmark.last { $0.key < first.key }?.index
        }
        guard let level, start.date.day - alignment.benchmark.stamps[level].date.day <= BenchmarkAlignment.oldestStart
        else { return }
        common.insert(Common(run: 0, benchmark: level), at: 0)
    }
}
