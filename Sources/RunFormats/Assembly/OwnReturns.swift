import RunModel
import Series

/// A benchmark's own returns within the span of a run.
struct OwnReturns {
    /// Where the first of them begins.
    private(set) var start: Timestamp
    /// The level there; nil where no level of few digits is written.
    private(set) var startLevel: Double?
    private(set) var timestamps = TimeAxis()
    private(set) var returns = [Double]()
    /// How far each may be off by the digits of its levels; empty where those are not known.
    private(set) var rounding = [Double]()

    /// All moments of the benchmark from the run's start to its end, or only the common ones of a slower run.
    init(_ alignment: BenchmarkAlignment, _ moments: CommonMoments, isOnRunMoments: Bool) {
        let (run, benchmark) = (alignment.run, alignment.benchmark)
        start = run.timestamps[run.count - 1]
        if isOnRunMoments {
            let common = moments.common
            add(benchmark, common.lazy.map(\.other), count: common.count) { place, _ in
                run.timestamps[common[place].base]
            }
            return
        }
        let span = Span(alignment, moments)
        var times = CommonTimes(run: run.timestamps, own: benchmark.timestamps, common: moments.common)
        if alignment.runPattern.isIntraday, alignment.benchmarkPattern.isIntraday {
            let inside = benchmark.timestamps.indices.lazy.filter(span.contains)
            add(benchmark, inside, count: benchmark.count) { _, index in times.timestamp(index) }
        } else {
            let inside = moments.otherMoments.lazy.filter(span.contains)
            add(benchmark, inside, count: moments.otherMoments.count) { _, index in times.timestamp(index) }
        }
    }

    /// Adds the returns between some moments of the benchmark, which increase.
    ///
    /// - Parameters:
    ///   - count: About how many there are.
    ///   - shown: The timestamp that a moment is shown at, by its place among those and by its index.
    private mutating func add(
        _ benchmark: LevelMoments, _ moments: some Sequence<Int>, count: Int,
        shown: (_ place: Int, _ index: Int) -> Timestamp
    ) {
        var spacing = benchmark.digits.map(DigitSpacing.init)
        returns.reserveCapacity(count)
        if spacing != nil { rounding.reserveCapacity(count) }
        var times = SharedTimes(benchmark.timestamps)
        var previous: Int?
        for (place, index) in moments.enumerated() {
            defer { previous = index }
            let timestamp = shown(place, index)
            guard let previous else {
                start = timestamp
                startLevel = benchmark.digits == nil ? nil : benchmark.levels[index]
                continue
            }
            // A moment whose return is missing has the level of the moment before it, and no return.
            let value =
                index == previous + 1
                ? benchmark.value(index) : benchmark.levels[index] / benchmark.levels[previous] - 1
            if index == previous + 1, value.isNaN { continue }
            returns.append(value)
            if var known = spacing {
                rounding.append(benchmark.rounding(from: previous, to: index, &known))
                spacing = known
            }
            times.append(timestamp, at: index)
        }
        timestamps = times.axis
    }
}

/// Which moments of a benchmark lie within a run: from its level at the run's start, or the first after it, to the run's end.
private struct Span {
    private let timestamps: TimeAxis
    private let (first, last): (Int?, Int?)
    /// Milliseconds of the midnights before and behind the run's first date, and of the run's end.
    private let (firstDay, secondDay, end): (Int64, Int64, Int64)

    init(_ alignment: BenchmarkAlignment, _ moments: CommonMoments) {
        timestamps = alignment.benchmark.timestamps
        first = moments.common.first.flatMap { $0.base == 0 ? $0.other : nil }
        last = moments.common.last?.other
        let run = alignment.run.timestamps
        firstDay = Int64(run[0].date.day) * Timestamp.day
        secondDay = firstDay + Timestamp.day
        end = run[run.count - 1].milliseconds
    }

    func contains(_ index: Int) -> Bool {
        if let first, index <= first { return index == first }
        let time = timestamps.milliseconds(index)
        if let last, index <= last { return time >= firstDay }
        return time >= secondDay && time <= end
    }
}

/// The timestamp at which a benchmark's moment is shown: the run's where both have it. For indices that increase.
private struct CommonTimes {
    let (run, own): (TimeAxis, TimeAxis)
    let common: [CommonMoments.Common]
    private var place = 0

    init(run: TimeAxis, own: TimeAxis, common: [CommonMoments.Common]) {
        (self.run, self.own, self.common) = (run, own, common)
    }

    mutating func timestamp(_ index: Int) -> Timestamp {
        while place < common.count, common[place].other < index { place += 1 }
        let isCommon = place < common.count && common[place].other == index
        return isCommon ? run[common[place].base] : own[index]
    }
}

/// Timestamps that are gathered one by one and mostly are a stretch of an axis that is there already: then nothing is copied.
private struct SharedTimes {
    private let all: TimeAxis
    private var part = 0..<0
    private var copied: [Int64]?

    init(_ all: TimeAxis) { self.all = all }

    var axis: TimeAxis { copied.map { TimeAxis(milliseconds: $0) } ?? all.part(part) }

    mutating func append(_ timestamp: Timestamp, at index: Int) {
        if copied == nil, part.isEmpty || index == part.upperBound, all[index] == timestamp {
            part = (part.isEmpty ? index : part.lowerBound)..<index + 1
            return
        }
        if copied == nil { copied = part.map { all.milliseconds($0) } }
        copied?.append(timestamp.milliseconds)
    }
}
