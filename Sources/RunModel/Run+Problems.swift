import Series

extension Run {
    /// What does not hold of that which is guaranteed of a run, one sentence each; empty for a sound one.
    ///
    /// For tests of readers and for debugging: a run with a problem is a mistake of whoever made it, and no analysis looks at
    /// it. Walks every series once.
    public func problems() -> [String] {
        seriesProblems() + tradeProblems() + fillProblems() + (positions?.problems() ?? [])
            + (benchmark?.problems(in: self) ?? [])
            + rateProblems()
    }

    private func seriesProblems() -> [String] {
        var problems = [String]()
        if equity.count < 2 { problems.append("equity has \(equity.count) points, fewer than two") }
        if !equity.timestamps.areIncreasing { problems.append("the moments of equity do not increase") }
        if returns.timestamps != equity.timestamps.afterFirst {
            problems.append("returns are not those between the points of equity")
        }
        if !returns.values.allSatisfy(\.isFinite) { problems.append("a return is not finite") }
        // Only a loss of everything, at the end, leaves nothing.
        let isRuined = returns.values.last == -1 && equity.values.last == 0
        let levels = isRuined ? equity.values.dropLast() : equity.values[...]
        if !levels.allSatisfy({ $0.isFinite && $0 > 0 }) { problems.append("an equity is not finite and above zero") }
        if !(calendar.periodsPerYear > 0 && calendar.periodsPerYear.isFinite) {
            problems.append("a year has \(calendar.periodsPerYear) periods")
        }
        return problems
    }

    private func tradeProblems() -> [String] {
        let trades = trades ?? []
        var problems = [String]()
        let isSorted = trades.indices.dropFirst().allSatisfy { index in
            (trades[index - 1].exit, trades[index - 1].entry) <= (trades[index].exit, trades[index].entry)
        }
        if !isSorted { problems.append("trades are not sorted by exit, then entry") }
        for trade in trades where !(trade.quantity > 0 && trade.quantity.isFinite && trade.profit.isFinite) {
            problems.append("trade \(trade.id) has a quantity of \(trade.quantity) and a profit of \(trade.profit)")
        }
        if trades.contains(where: { $0.exit < $0.entry }) { problems.append("a trade exits before it enters") }
        if trades.contains(where: { ($0.mae ?? 0) > 0 || ($0.mfe ?? 0) < 0 }) {
            problems.append("an excursion has the other sign")
        }
        return problems
    }

    private func fillProblems() -> [String] {
        let fills = fills ?? []
        var problems = [String]()
        if fills.indices.dropFirst().contains(where: { fills[$0].time < fills[$0 - 1].time }) {
            problems.append("fills are not in the order of time")
        }
        if !fills.allSatisfy({ $0.quantity != 0 && $0.quantity.isFinite && $0.price.isFinite && $0.fee.isFinite }) {
            problems.append("a fill has no quantity, or one that is not finite")
        }
        return problems
    }

    private func rateProblems() -> [String] {
        guard case .perPeriod(let rates, _) = riskFree else { return [] }
        guard rates.count == returns.count else { return ["\(rates.count) rates for \(returns.count) returns"] }
        return rates.allSatisfy(\.isFinite) ? [] : ["a risk-free rate is not finite"]
    }
}

extension PositionHistory {
    func problems() -> [String] {
        var problems = [String]()
        if !timestamps.areIncreasing { problems.append("the moments of positions do not increase") }
        let columns = values + (quantities ?? []) + (cash.map { [$0] } ?? [])
        if values.count != symbols.count || quantities.map({ $0.count != symbols.count }) ?? false
            || columns.contains(where: { $0.count != timestamps.count })
        {
            problems.append("positions are no table of one column a symbol and one row a moment")
        }
        return problems
    }
}

extension Benchmark {
    func problems(in run: Run) -> [String] {
        var problems = [String]()
        if !returns.timestamps.areIncreasing { problems.append("the moments of the benchmark do not increase") }
        if !returns.values.allSatisfy(\.isFinite) { problems.append("a return of the benchmark is not finite") }
        if let first = returns.timestamps.first, first <= start {
            problems.append("a benchmark's return ends at its start")
        }
        let counts = [
            pairs.starts.count, pairs.timestamps.count, pairs.runReturns.count, pairs.benchmarkReturns.count,
        ]
        if counts.contains(where: { $0 != pairs.count }) { problems.append("columns of pairs differ in length") }
        if zip(pairs.starts, pairs.ends).contains(where: { $0 >= $1 || !run.equity.timestamps.indices.contains($1) }) {
            problems.append("a pair does not end behind its start, within the run")
        }
        return problems
    }
}

extension RandomAccessCollection where Element == Timestamp, Index == Int {
    /// Whether each moment is later than the one before it.
    fileprivate var areIncreasing: Bool { indices.dropFirst().allSatisfy { self[$0 - 1] < self[$0] } }
}
