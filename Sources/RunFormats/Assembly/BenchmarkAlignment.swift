import RunModel
import Series

/// Puts a benchmark beside a run: by date where both have one value a day or fewer, by moment within days.
///
/// What only one of the two has is counted and left out; nothing is filled. A benchmark that is finer than the run is
/// compounded over each of the run's periods; one that is coarser is not compared.
struct BenchmarkAlignment {
    let name: String
    let returns: TimeSeries
    let run: AccountCurve
    let runPattern: StampPattern
    let cadence: Cadence

    /// How the distances of neighbours compare.
    enum Fit {
        case same, finer, coarser
    }

    /// A distance of half as much again is another frequency; a day and three over a weekend are not.
    static func fit(_ benchmark: StampPattern, _ run: StampPattern) -> Fit {
        if benchmark.isIntraday == run.isIntraday, !run.isIntraday, benchmark.cadence == run.cadence { return .same }
        if Double(benchmark.step) * 1.5 < Double(run.step) { return .finer }
        if Double(run.step) * 1.5 < Double(benchmark.step) { return .coarser }
        return .same
    }

    /// The benchmark with what it has in common with the run.
    func aligned(_ fit: Fit) -> Benchmark { fit == .finer ? compounded() : matched() }

    // MARK: Same frequency

    private func matched() -> Benchmark {
        let (left, right) = keys()
        var (indices, values) = ([Int](), [Double]())
        indices.reserveCapacity(left.count)
        values.reserveCapacity(left.count)
        var position = 0
        for index in left.indices {
            while position < right.count, right[position] < left[index] { position += 1 }
            guard position < right.count, right[position] == left[index] else { continue }
            indices.append(index)
            values.append(returns.values[position])
        }
        let inSpan = right.count { key in (left.first.map { key >= $0 } ?? false) && key <= left[left.count - 1] }
        return benchmark(indices, values, unmatchedInBenchmark: inSpan - indices.count)
    }

    /// What must be equal for two moments to be the same period, for run and benchmark; each strictly increasing.
    private func keys() -> (run: [Int64], benchmark: [Int64]) {
        let byPeriod = (run.returns.stamps.map(key), returns.stamps.map(key))
        if isIncreasing(byPeriod.0), isIncreasing(byPeriod.1) { return byPeriod }
        // Two values in one month or week: then only the date itself tells.
        let byDate = (run.returns.stamps.map { Int64($0.date.day) }, returns.stamps.map { Int64($0.date.day) })
        if isIncreasing(byDate.0), isIncreasing(byDate.1) { return byDate }
        return (run.returns.stamps.map(\.milliseconds), returns.stamps.map(\.milliseconds))
    }

    private func key(_ stamp: Timestamp) -> Int64 {
        switch cadence {
        case .minute, .hourly: stamp.milliseconds
        case .daily, .irregular: Int64(stamp.date.day)
        case .weekly: Int64(stamp.date.weekStart.day)
        case .monthly: Int64(stamp.date.monthIndex)
        case .quarterly: Int64(stamp.date.monthIndex / 3)
        case .yearly: Int64(stamp.date.year)
        }
    }

    private func isIncreasing(_ keys: [Int64]) -> Bool {
        keys.indices.dropFirst().allSatisfy { keys[$0] > keys[$0 - 1] }
    }

    // MARK: A finer benchmark

    /// Compounds the benchmark over (previous stamp, stamp] of each return. A date stands for the end of its day.
    private func compounded() -> Benchmark {
        let isByDate = !runPattern.isIntraday
        func moment(_ stamp: Timestamp) -> Int64 { isByDate ? Int64(stamp.date.day) : stamp.milliseconds }
        var (indices, values) = ([Int](), [Double]())
        var position = 0
        for index in run.returns.values.indices {
            let (start, end) = (moment(run.equity.stamps[index]), moment(run.returns.stamps[index]))
            while position < returns.count, moment(returns.stamps[position]) <= start { position += 1 }
            var growth = 1.0
            let first = position
            while position < returns.count, moment(returns.stamps[position]) <= end {
                growth *= 1 + returns.values[position]
                position += 1
            }
            guard position > first else { continue }
            indices.append(index)
            values.append(growth - 1)
        }
        return benchmark(indices, values, unmatchedInBenchmark: 0)
    }

    private func benchmark(_ indices: [Int], _ values: [Double], unmatchedInBenchmark: Int) -> Benchmark {
        Benchmark(
            name: name, returns: returns, matchedRunIndices: indices, matchedReturns: values,
            unmatchedInRun: run.returns.count - indices.count, unmatchedInBenchmark: unmatchedInBenchmark)
    }
}
