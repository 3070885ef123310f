import Series

extension Run {
    /// The run between two of its equity points, with everything that falls into that time: what a comparison looks at.
    ///
    /// The account's value at the first point is the start value and the first peak. Trades belong to the time in which
    /// they were closed, positions to their moment; the benchmark starts at its last level at or before the first point.
    /// Linear time; the whole run gives itself.
    ///
    /// - Parameter range: Indices of the returns to keep, at least one: `0..<returns.count` is the whole run.
    public func excerpt(_ range: Range<Int>) -> Run {
        if range == 0..<returns.count { return self }
        var part = self
        let points = range.lowerBound...range.upperBound
        part.equity = TimeSeries(
            timestamps: equity.timestamps.part(Range(points)), values: Array(equity.values[points]))
        part.returns = TimeSeries(timestamps: part.equity.timestamps.afterFirst, values: Array(returns.values[range]))
        part.baselineIsAdded = baselineIsAdded && range.lowerBound == 0
        if initialCapital.value != nil, range.lowerBound > 0 {
            part.initialCapital = .derived(equity.values[range.lowerBound], "account value where the excerpt begins")
        }
        if case .perPeriod(let rates, let name) = riskFree {
            part.riskFree = .perPeriod(Array(rates[range]), name: name)
        }
        part.benchmark = benchmark?.excerpt(points, of: equity.timestamps)
        part.trades = trades.map { closed($0, within: range) }
        let (first, last) = (returns.timestamps[range.lowerBound].date, returns.timestamps[range.upperBound - 1].date)
        part.fills = fills?.filter {
            ($0.time.date >= first || range.lowerBound == 0)
                && ($0.time.date <= last || range.upperBound == returns.count)
        }
        // What the engine computed is of the whole run.
        part.reported = []
        part.positions = positions?.excerpt(
            from: equity.timestamps[points.lowerBound], to: equity.timestamps[points.upperBound])
        return part
    }

    /// The first part has what was closed before its first return, the last what is open beyond the last.
    private func closed(_ trades: [Trade], within range: Range<Int>) -> [Trade] {
        let (first, last) = (returns.timestamps[range.lowerBound].date, returns.timestamps[range.upperBound - 1].date)
        return trades.filter {
            ($0.exit.date >= first || range.lowerBound == 0)
                && ($0.exit.date <= last || range.upperBound == returns.count)
        }
    }
}

extension Benchmark {
    /// The benchmark between two equity points of its run; nil where it has no return there.
    fileprivate func excerpt(_ points: ClosedRange<Int>, of timestamps: TimeAxis) -> Benchmark? {
        let (first, last) = (timestamps[points.lowerBound], timestamps[points.upperBound])
        let kept = returns.timestamps.indices.filter {
            returns.timestamps[$0] > first && returns.timestamps[$0] <= last
        }
        guard let from = kept.first, let end = kept.last else { return nil }
        var part = self
        part.start = from == 0 ? start : returns.timestamps[from - 1]
        part.returns = TimeSeries(
            timestamps: returns.timestamps.part(from..<end + 1), values: Array(returns.values[from...end]))
        if rounding.count == returns.count { part.rounding = Array(rounding[from...end]) }
        part.pairs = pairs.excerpt(points, of: timestamps)
        part.matched = part.pairs.count + 1
        part.unmatchedInRun = max(0, Self.days(timestamps.part(Range(points))) - part.matched)
        part.unmatchedInBenchmark = max(0, Self.days(part.returns.timestamps) + 1 - part.matched)
        return part
    }

    /// Dates with a moment: what is matched within days is matched by trading day.
    private static func days(_ timestamps: TimeAxis) -> Int {
        var count = 0
        var last: CalendarDate?
        for timestamp in timestamps where timestamp.date != last {
            last = timestamp.date
            count += 1
        }
        return count
    }
}

extension BenchmarkPairs {
    /// The pairs that lie between two equity points, counted from the first of them.
    fileprivate func excerpt(_ points: ClosedRange<Int>, of timestamps: TimeAxis) -> BenchmarkPairs {
        let kept = ends.indices.filter { starts[$0] >= points.lowerBound && ends[$0] <= points.upperBound }
        let days = kept.reduce(0) { sum, index in
            sum + timestamps[ends[index]].fractionalDays - timestamps[starts[index]].fractionalDays
        }
        return BenchmarkPairs(
            starts: kept.map { starts[$0] - points.lowerBound }, ends: kept.map { ends[$0] - points.lowerBound },
            timestamps: kept.map { self.timestamps[$0] }, days: days, runReturns: kept.map { runReturns[$0] },
            benchmarkReturns: kept.map { benchmarkReturns[$0] },
            benchmarkRounding: benchmarkRounding.count == count ? kept.map { benchmarkRounding[$0] } : [],
            periodsPerYear: periodsPerYear)
    }
}

extension PositionHistory {
    /// The rows from one moment to another; nil where there are none.
    fileprivate func excerpt(from first: Timestamp, to last: Timestamp) -> PositionHistory? {
        let rows = timestamps.indices.filter { timestamps[$0] >= first && timestamps[$0] <= last }
        guard !rows.isEmpty else { return nil }
        func chosen(_ column: [Double]) -> [Double] { rows.map { column[$0] } }
        return PositionHistory(
            timestamps: rows.map { timestamps[$0] }, symbols: symbols, values: values.map(chosen),
            cash: cash.map(chosen),
            quantities: quantities.map { $0.map(chosen) }, areClasses: areClasses)
    }
}
