import RunModel
import Series

/// One side of a comparison: its level at each of its moments.
///
/// The columns are those of the run or of the benchmark's file, not copies, unless a return is missing between moments.
/// Levels of different segments are not comparable: a return between them is missing in the file.
struct LevelMoments {
    let timestamps: TimeAxis
    let levels: [Double]
    /// How exactly written levels are known; nil where returns were written, or levels are doubles.
    let digits: WrittenDigits?
    /// The return that ends at each moment but the first, as written; empty where levels were written.
    private let written: [Double]
    /// The segment of each moment; empty where all are of one.
    private let segments: [Int]
    /// For a run, the index of the equity point of each moment; empty where each moment is one.
    private let positions: [Int]

    private init(
        _ timestamps: TimeAxis, _ levels: [Double], written: [Double], digits: WrittenDigits? = nil,
        segments: [Int] = [], positions: [Int] = []
    ) {
        (self.timestamps, self.levels, self.written, self.digits) = (timestamps, levels, written, digits)
        (self.segments, self.positions) = (segments, positions)
    }

    var count: Int { timestamps.count }

    /// For a run, the index of the equity point of a moment.
    func position(_ index: Int) -> Int { positions.isEmpty ? index : positions[index] }

    private func segment(_ index: Int) -> Int { segments.isEmpty ? 0 : segments[index] }

    /// The return that ends at a moment; NaN where there is none.
    func value(_ index: Int) -> Double {
        guard index > 0 else { return .nan }
        return written.isEmpty ? levels[index] / levels[index - 1] - 1 : written[index - 1]
    }

    /// How far a return between two moments may be off by the digits of its levels.
    func rounding(from start: Int, to end: Int, _ spacing: inout DigitSpacing) -> Double {
        let (first, last) = (spacing.near(levels[start]) / 2, spacing.near(levels[end]) / 2)
        return (last + first * (levels[end] / levels[start])) / levels[start]
    }

    /// The return from one moment to a later one; nil where one in between is missing.
    func growth(from start: Int, to end: Int) -> Double? {
        guard segment(start) == segment(end) else { return nil }
        return end == start + 1 ? value(end) : levels[end] / levels[start] - 1
    }
}

extension LevelMoments {
    /// The moments of a run; a missing return is a moment at which a new segment begins.
    init(_ curve: AccountCurve, missing: [Timestamp]) {
        self.init(curve.equity, returns: curve.returns.values, missing: missing)
    }

    /// The moments of written levels.
    init(levels: MainSeries, digits: WrittenDigits?) {
        self.init(levels.timestamps, levels.values, written: [], digits: digits)
    }

    /// The moments of written returns, the first one period before them.
    init(returns series: MainSeries, start: Timestamp) {
        let returns = TimeSeries(timestamps: series.timestamps, values: series.values)
        let levels = AccountCurve.compounded(returns, from: start, 1)
        self.init(levels, returns: series.values, missing: series.missingTimestamps)
    }

    /// Levels from a start on, and the returns between them.
    private init(_ levels: TimeSeries, returns: [Double], missing: [Timestamp]) {
        let gaps = missing.drop { $0 <= levels.timestamps[0] }
        guard !gaps.isEmpty else {
            self.init(levels.timestamps, levels.values, written: returns)
            return
        }
        var rows = Rows(start: levels.timestamps[0], level: levels.values[0])
        var open = gaps
        for index in returns.indices {
            let timestamp = levels.timestamps[index + 1]
            while let gap = open.first, gap < timestamp {
                open.removeFirst()
                rows.addGap(gap, levels.values[index], at: index)
            }
            rows.add(timestamp, levels.values[index + 1], returns[index], at: index + 1)
        }
        self.init(
            TimeAxis(milliseconds: rows.timestamps), rows.levels, written: rows.written, segments: rows.segments,
            positions: rows.positions)
    }

    /// The columns where some moments have no return.
    private struct Rows {
        var timestamps: [Int64]
        var levels: [Double]
        var written = [Double]()
        var segments = [0]
        var positions = [0]

        init(start: Timestamp, level: Double) { (timestamps, levels) = ([start.milliseconds], [level]) }

        mutating func add(_ timestamp: Timestamp, _ level: Double, _ value: Double, at position: Int) {
            timestamps.append(timestamp.milliseconds)
            levels.append(level)
            written.append(value)
            segments.append(segments[segments.count - 1])
            positions.append(position)
        }

        /// A moment at which a new segment begins, with the level before it.
        mutating func addGap(_ timestamp: Timestamp, _ level: Double, at position: Int) {
            add(timestamp, level, .nan, at: position)
            segments[segments.count - 1] += 1
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
