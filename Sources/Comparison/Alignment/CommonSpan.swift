import Analytics
import RunModel
import Series

/// The moments at which every run of a comparison has a value, and the returns of each between them.
///
/// Runs are aligned as a run is with its benchmark: by *levels* at moments that all have, by trading day where they observe
/// once a day or more often. The run that observes least often gives the moments; of a finer one the last level at or
/// before each is taken. Nothing is filled: what happened at moments that only some have lies inside a longer return.
public struct CommonSpan: Sendable {
    /// The common moments, strictly increasing, at least two: timestamps of the run ``base``.
    public let timestamps: [Timestamp]
    /// For each run, the index of its equity point at each common moment.
    public let points: [[Int]]
    /// For each run, its simple returns between neighbouring moments.
    public let returns: [[Double]]
    /// Calendar days from the first moment to the last.
    public let days: Double
    /// How many such returns a year has.
    public let periodsPerYear: Double
    /// The run that observes least often, whose moments are matched.
    public let base: Int
    /// For each run, how many of its own moments within the span are not common.
    public let unmatched: [Int]

    /// When the span begins: the start value of every run.
    public var start: Timestamp { timestamps[0] }
    /// When it ends.
    public var end: Timestamp { timestamps[timestamps.count - 1] }
    /// How many returns every run has.
    public var count: Int { timestamps.count - 1 }

    /// The returns of a run that lie within the span, as indices.
    func range(of run: Int) -> Range<Int> { points[run][0]..<points[run][count] }

    /// How many returns a year has under a convention.
    func periodsPerYear(_ conventions: Conventions) -> Double {
        switch conventions.periodsPerYear {
        case .calendar: periodsPerYear
        case .fixed(let periods): periods
        }
    }
}

extension CommonSpan {
    /// The span of two runs or more. Linear time.
    init(of runs: [Run], names: [String]) throws(ComparisonError) {
        guard Self.overlaps(runs) else { throw .noCommonSpan(Self.spans(runs, names)) }
        let sides = runs.map { CommonMoments.Side($0.equity.timestamps) }
        let base = Self.sparsest(sides)
        let points = Self.points(runs, sides, base)
        let kept = Self.increasing(points)
        guard kept.count > 1 else { throw .noCommonMoments(names) }
        self.points = points.map { column in kept.map { column[$0] } }
        self.base = base
        timestamps = self.points[base].map { runs[base].equity.timestamps[$0] }
        days = timestamps[timestamps.count - 1].fractionalDays - timestamps[0].fractionalDays
        returns = zip(runs, self.points).map { Self.returns(of: $0, at: $1) }
        let ends = (first: 0, last: kept.count - 1)
        unmatched = zip(sides, self.points).map { side, column in
            Self.moments(of: side, from: column[ends.first], to: column[ends.last]) - kept.count
        }.map { max(0, $0) }
        periodsPerYear = Self.perYear(runs, base: base, unmatched: unmatched[base], count: kept.count - 1, days: days)
    }

    private static func overlaps(_ runs: [Run]) -> Bool {
        let starts = runs.compactMap { $0.equity.timestamps.first?.date }
        let ends = runs.compactMap { $0.equity.timestamps.last?.date }
        guard let latest = starts.max(), let earliest = ends.min(), starts.count == runs.count else { return false }
        return latest <= earliest
    }

    private static func spans(_ runs: [Run], _ names: [String]) -> [String] {
        zip(runs, names).map { run, name in
            let dates = [run.equity.timestamps.first, run.equity.timestamps.last].map { $0?.date.iso ?? "n/a" }
            return "\(name) \(dates[0]) to \(dates[1])"
        }
    }

    /// The run with the longest usual distance of neighbours; of equals the first.
    private static func sparsest(_ sides: [CommonMoments.Side]) -> Int {
        let steps = sides.map { max($0.pattern.step, Timestamp.day) }
        return steps.indices.max { steps[$0] < steps[$1] || (steps[$0] == steps[$1] && $0 > $1) } ?? 0
    }

    /// For each run, its point at every moment of the base that all have.
    private static func points(_ runs: [Run], _ sides: [CommonMoments.Side], _ base: Int) -> [[Int]] {
        var present = Array(repeating: 1, count: sides[base].timestamps.count)
        var columns = Array(repeating: [Int](), count: sides.count)
        for index in sides.indices where index != base {
            let fit = FrequencyFit(of: sides[index].pattern, beside: sides[base].pattern)
            let matched = CommonMoments(
                of: sides[base], beside: sides[index], fit, joinsWeekends: runs[base].calendar.name == "fx")
            var column = Array(repeating: -1, count: present.count)
            for moment in matched.common {
                column[moment.base] = moment.other
                present[moment.base] += 1
            }
            columns[index] = column
        }
        columns[base] = Array(present.indices)
        let kept = present.indices.filter { present[$0] == sides.count }
        return columns.map { column in kept.map { column[$0] } }
    }

    /// Moments at which every run has gone on since the one before: a level that stands for two moments is one.
    private static func increasing(_ points: [[Int]]) -> [Int] {
        var kept = [Int]()
        for index in points[0].indices {
            guard let last = kept.last else { kept = [index]; continue }
            if points.allSatisfy({ $0[index] > $0[last] }) { kept.append(index) }
        }
        return kept
    }

    private static func returns(of run: Run, at points: [Int]) -> [Double] {
        zip(points, points.dropFirst()).map { start, end in
            end == start + 1 ? run.returns.values[start] : run.equity.values[end] / run.equity.values[start] - 1
        }
    }

    /// Moments of a run between two of its points: days where it observes within days.
    private static func moments(of side: CommonMoments.Side, from first: Int, to last: Int) -> Int {
        guard side.pattern.isIntraday else { return last - first + 1 }
        var count = 0
        var date: CalendarDate?
        for index in first...last where side.timestamps[index].date != date {
            date = side.timestamps[index].date
            count += 1
        }
        return count
    }

    /// As many as the run observes that observes least often, unless the returns that are there say otherwise. A declared
    /// number stays in force while nearly every moment of that run is common.
    private static func perYear(_ runs: [Run], base: Int, unmatched: Int, count: Int, days: Double) -> Double {
        let calendar = runs[base].calendar
        if !calendar.isInferred, unmatched * 20 <= count + 1 + unmatched { return calendar.sessionsPerYear }
        let nominal = runs.map(\.calendar.sessionsPerYear).min() ?? calendar.sessionsPerYear
        let density = ObservationDensity(count: count, days: days)
        let isOff = density.contradicts(nominal, forgiving: ObservationDensity.slack(of: calendar, perSession: 1))
        return isOff ? density.perYear ?? nominal : nominal
    }
}
