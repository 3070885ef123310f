import Series

/// Which days of a run are days on which its market trades: LEAN samples every day of the calendar, and a day on which nothing
/// can move is no observation.
///
/// A sample that is left out loses nothing: what moved at it is in the return of the next one.
struct LeanSessions {
    /// The days of the week on which something trades.
    enum Week: Equatable {
        case always, sundayEvenings, weekdays
    }

    private let samples: LeanSamples
    private let benchmark: [Double]
    let week: Week
    /// Weekdays that were taken for holidays.
    private(set) var holidays = 0
    /// Indices of the samples that are observations, the start first.
    private(set) var kept = [Int]()

    /// - Parameters:
    ///   - benchmark: The benchmark at each sample; NaN where it has none.
    ///   - tradesAlways: Whether the run trades what trades at weekends.
    init(_ samples: LeanSamples, benchmark: [Double], tradesAlways: Bool) {
        self.samples = samples
        self.benchmark = benchmark
        let moves = Self.moves(samples)
        let weekdays = (0..<5).reduce(0) { max($0, moves[$1]) }
        // More than a fifth as often as on weekdays: an option that is settled on a Saturday makes no market of it.
        func trades(on weekday: Int) -> Bool { moves[weekday] * 5 > weekdays }
        week = tradesAlways || trades(on: 5) ? .always : trades(on: 6) ? .sundayEvenings : .weekdays
        choose()
    }

    /// How often the account moved on each day of the week, as a share of its samples.
    private static func moves(_ samples: LeanSamples) -> [Double] {
        var (moved, all) = ([Double](repeating: 0, count: 7), [Double](repeating: 0, count: 7))
        for index in samples.values.indices.dropFirst() {
            let weekday = samples.dates[index].weekday
            all[weekday] += 1
            if samples.values[index] != samples.values[index - 1] { moved[weekday] += 1 }
        }
        return zip(moved, all).map { $1 > 0 ? $0 / $1 : 0 }
    }

    private mutating func choose() {
        guard week != .always else {
            kept = Array(samples.dates.indices)
            return
        }
        let weekdays = samples.dates.indices.dropFirst().filter { samples.dates[$0].weekday < 5 }
        let closed = closedDays(weekdays)
        // Markets close on four to eight weekdays of a hundred; more is data that is missing.
        let areHolidays = closed.count * 100 <= weekdays.count * 8 + 100
        holidays = areHolidays ? closed.count : 0
        kept = [0] + (areHolidays ? weekdays.filter { !closed.contains($0) } : Array(weekdays))
    }

    /// Weekdays on which neither the account nor the benchmark moved, among days on which the benchmark moves.
    ///
    /// Without a benchmark nothing tells a holiday from a day in cash, and none is left out.
    private func closedDays(_ weekdays: [Int]) -> Set<Int> {
        let reach = 3
        let moved = weekdays.map(benchmarkMoved)
        var closed = Set<Int>()
        for place in weekdays.indices where !moved[place] && !accountMoved(weekdays[place]) {
            let before = moved[max(0, place - reach)..<place]
            let after = moved[(place + 1)..<min(moved.count, place + 1 + reach)]
            // The first day of a run has nothing before it.
            if before.contains(true) || place == 0, after.contains(true) { closed.insert(weekdays[place]) }
        }
        return closed
    }

    private func accountMoved(_ index: Int) -> Bool { samples.values[index] != samples.values[index - 1] }

    private func benchmarkMoved(_ index: Int) -> Bool {
        guard index < benchmark.count, !benchmark[index].isNaN, !benchmark[index - 1].isNaN else { return false }
        return benchmark[index] != benchmark[index - 1]
    }
}
