import RunModel
import Series

/// One side of a comparison: its level at each of its moments.
///
/// Levels of different segments are not comparable: a return between them is missing in the file.
struct LevelMoments {
    private(set) var timestamps = [Timestamp]()
    private(set) var levels = [Double]()
    private(set) var segments = [Int]()
    /// The return that ends at each moment, as written where returns were written; NaN where there is none.
    private(set) var returns = [Double]()
    /// For a run, the index of the equity point.
    private(set) var positions = [Int]()

    /// Half of the spacing of written levels; empty where returns were written, or levels are doubles.
    private(set) var halves = [Double]()

    var count: Int { timestamps.count }

    private mutating func add(
        _ timestamp: Timestamp, _ level: Double, _ segment: Int, _ value: Double, at position: Int
    ) {
        timestamps.append(timestamp)
        levels.append(level)
        segments.append(segment)
        returns.append(value)
        positions.append(position)
    }

    /// How far a return between two moments may be off by the digits of its levels; nil where those are not known.
    func rounding(from start: Int, to end: Int) -> Double? {
        guard !halves.isEmpty else { return nil }
        return (halves[end] + halves[start] * (levels[end] / levels[start])) / levels[start]
    }

    /// The return from one moment to a later one; nil where one in between is missing.
    func growth(from start: Int, to end: Int) -> Double? {
        guard segments[start] == segments[end] else { return nil }
        return end == start + 1 ? returns[end] : levels[end] / levels[start] - 1
    }
}

extension LevelMoments {
    /// The moments of a run; a missing return is a moment at which a new segment begins.
    init(_ curve: AccountCurve, missing: [Timestamp]) {
        self.init(
            start: curve.equity.timestamps[0], levels: curve.equity.values, returns: curve.returns, missing: missing)
    }

    /// The moments of written levels.
    init(levels: MainSeries, digits: WrittenDigits?) {
        for index in levels.timestamps.indices {
            let value = index > 0 ? levels.values[index] / levels.values[index - 1] - 1 : .nan
            add(levels.timestamps[index], levels.values[index], 0, value, at: index)
        }
        if let digits { halves = levels.values.map { digits.spacing(near: $0) / 2 } }
    }

    /// The moments of written returns, the first one period before them.
    init(returns series: MainSeries, start: Timestamp) {
        let returns = TimeSeries(timestamps: series.timestamps, values: series.values)
        let curve = AccountCurve.compounded(returns, from: start, 1)
        self.init(start: start, levels: curve.values, returns: returns, missing: series.missingTimestamps)
    }

    private init(start: Timestamp, levels: [Double], returns: TimeSeries, missing: [Timestamp]) {
        var open = missing.drop { $0 <= start }
        var segment = 0
        add(start, levels[0], 0, .nan, at: 0)
        for index in returns.timestamps.indices {
            while let gap = open.first, gap < returns.timestamps[index] {
                open.removeFirst()
                segment += 1
                add(gap, levels[index], segment, .nan, at: index)
            }
            add(returns.timestamps[index], levels[index + 1], segment, returns.values[index], at: index + 1)
        }
    }
}

extension MainSeries {
    /// Timestamps of the file whose value is missing.
    var missingTimestamps: [Timestamp] {
        guard allTimestamps.count > timestamps.count else { return [] }
        let present = Set(timestamps)
        return allTimestamps.filter { !present.contains($0) }
    }
}
