import RunModel
import Series

/// A run's excess returns beside those of factors, over the same stretches of time.
///
/// Where factors are observed as often as the run, each stretch is one of the run's daily view, with the factors' returns of
/// its days compounded. Where they are observed less often, each stretch is one of theirs, with the run's returns compounded.
struct FactorAlignment: Statistic {
    /// e over each stretch.
    let excess: [Double]
    /// Returns of each factor over each stretch.
    let factors: [[Double]]
    /// Moments at which the stretches end.
    let timestamps: [Timestamp]
    /// Stretches in a year.
    let periodsPerYear: Double
    /// Names of the factors.
    let names: [String]
    /// Rounding of the run's returns over the stretches.
    let varies: Bool

    init(_ context: MetricContext) throws(Unavailable) {
        guard let factors = context.run.factors, !factors.names.isEmpty else { throw .noFactors }
        let daily = context.daily
        guard daily.count > 0 else { throw .noReturns }
        let days = factors.timestamps.map(\.date.day)
        let (start, end) = (daily.baseline.date.day, daily.end.date.day)
        let inside = days.indices.filter { days[$0] > start && days[$0] <= end }
        guard !inside.isEmpty else { throw .noFactorOverlap }
        let isSlower = inside.count * 2 < daily.count
        let own = daily.dates.map(\.day)
        let ends = isSlower ? days : own
        let stretches = isSlower ? Self.coarse(ends: days, own, from: start) : Self.fine(ends: own, days, from: start)
        guard stretches.count > 1 else { throw .noFactorOverlap }
        names = factors.names
        excess = stretches.map { stretch in
            Self.compounded(daily.returns, stretch.run)
                - Self.compounded(stretch.run.map { daily.riskFree[$0] }, 0..<stretch.run.count)
        }
        self.factors = factors.values.map { column in stretches.map { Self.compounded(column, $0.factor) } }
        timestamps = stretches.map { Timestamp(CalendarDate(day: ends[$0.end])) }
        periodsPerYear = isSlower ? Self.perYear(stretches.map { ends[$0.end] }) : daily.periodsPerYear
        varies = !context.moments.isConstant
    }

    /// One stretch: places of the run's returns and of the factors', and the place of its end.
    private struct Stretch {
        let run: Range<Int>
        let factor: Range<Int>
        let end: Int
    }

    /// A stretch for each return of the run in whose days there is a factor's return.
    private static func fine(ends: [Int], _ factors: [Int], from start: Int) -> [Stretch] {
        var (stretches, place, previous) = ([Stretch](), 0, start)
        for (index, end) in ends.enumerated() {
            while place < factors.count, factors[place] <= previous { place += 1 }
            let first = place
            while place < factors.count, factors[place] <= end { place += 1 }
            if place > first { stretches.append(Stretch(run: index..<(index + 1), factor: first..<place, end: index)) }
            previous = end
        }
        return stretches
    }

    /// A stretch for each return of the factors that the run covers whole.
    private static func coarse(ends: [Int], _ own: [Int], from start: Int) -> [Stretch] {
        var (stretches, place) = ([Stretch](), 0)
        for index in ends.indices.dropFirst() where ends[index - 1] >= start {
            while place < own.count, own[place] <= ends[index - 1] { place += 1 }
            let first = place
            while place < own.count, own[place] <= ends[index] { place += 1 }
            guard place > first, ends[index] <= (own.last ?? 0) else { continue }
            stretches.append(Stretch(run: first..<place, factor: index..<(index + 1), end: index))
        }
        return stretches
    }

    private static func compounded(_ returns: [Double], _ range: Range<Int>) -> Double {
        guard range.count > 1 else { return range.isEmpty ? 0 : returns[range.lowerBound] }
        return range.reduce(1) { $0 * (1 + returns[$1]) } - 1
    }

    /// Stretches in a year: 1, 4, 12 or 52 where that is near what there were, else what there were.
    private static func perYear(_ ends: [Int]) -> Double {
        guard let first = ends.first, let last = ends.last, last > first else { return 1 }
        let seen = Double(ends.count - 1) / (Double(last - first) / 365.25)
        return [1, 4, 12, 52].first { (seen / $0 - 1).magnitude < 0.1 } ?? seen
    }
}

extension Unavailable {
    /// A run without factors.
    public static let noFactors = Unavailable("no_factors", "no factor returns given")
    static let noFactorOverlap = Unavailable("no_factor_overlap", "fewer than two periods in common with the factors")
}
