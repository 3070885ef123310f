import RunModel
import Series

/// Is every position its quantity times its price?
struct PositionValueCheck {
    let evidence: RunEvidence

    func result() -> CheckResult {
        guard let raw = evidence.raw.positions, let positions = evidence.positions else {
            return .notChecked(.positionValues, "the run has no positions")
        }
        guard let details = raw.details, details.compared > 0 else {
            return .notChecked(.positionValues, "\(raw.file) has no quantities and prices beside values")
        }
        guard let first = details.contradictions.first else {
            return CheckResult(
                check: Reconciliation.Check(
                    .positionValues, .agrees, "values are quantity times price on all of \(details.compared) rows",
                    compared: details.compared, differing: 0))
        }
        let timestamp = positions.timestamps[first.moment]
        return CheckResult(
            check: Reconciliation.Check(
                .positionValues, .differs,
                "values are not quantity times price on \(details.contradictions.count) of "
                    + Phrase.count(details.compared, "row"),
                compared: details.compared, differing: details.contradictions.count, observed: first.value,
                expected: first.product, tolerance: first.tolerance, first: timestamp, symbol: first.symbol),
            findings: [Finding.positionValue(raw.file, first, details.contradictions.count, at: timestamp)])
    }
}

/// Is the engine's own end value the last equity?
struct EndValueCheck {
    let evidence: RunEvidence

    func result() -> CheckResult {
        guard let (value, file, name) = evidence.raw.reportedEndValue else {
            return .notChecked(.engineEndValue, "no file gives the engine's own end value")
        }
        let last = evidence.equity.values[evidence.equity.count - 1]
        let tolerance = last * 1e-6
        let agrees = (value - last).magnitude <= tolerance
        return CheckResult(
            check: Reconciliation.Check(
                .engineEndValue, agrees ? .agrees : .differs,
                agrees ? "the engine's end value is the last equity" : "the engine's end value is not the last equity",
                compared: 1, differing: agrees ? 0 : 1, observed: value, expected: last, tolerance: tolerance),
            findings: agrees ? [] : [Finding.endValue(file, name, value, last: last)])
    }
}

/// Are returns and equity, where a run has both, the same?
struct ReturnCheck {
    let evidence: RunEvidence

    func result() -> CheckResult {
        if let name = evidence.raw.unreadable.first {
            return .notChecked(.returnsMatchEquity, "\(name) cannot be read")
        }
        guard let other = evidence.raw.other else {
            let isLevels = evidence.raw.main.content == .levels
            return .notChecked(.returnsMatchEquity, "the run has no " + (isLevels ? "returns" : "equity") + " beside")
        }
        let compared = compared(other)
        guard !compared.isEmpty else {
            return .notChecked(.returnsMatchEquity, "\(other.file) has no moment in common with the series")
        }
        let differing = compared.filter { ($0.value - $0.own).magnitude > $0.tolerance }
        guard let first = differing.first else {
            return CheckResult(
                check: Reconciliation.Check(
                    .returnsMatchEquity, .agrees,
                    "returns and equity agree at \(Phrase.count(compared.count, "moment"))",
                    compared: compared.count, differing: 0, tolerance: compared.map(\.tolerance).max()))
        }
        return CheckResult(
            check: Reconciliation.Check(
                .returnsMatchEquity, .differs,
                "returns and equity differ at \(differing.count) of \(Phrase.count(compared.count, "moment"))",
                compared: compared.count, differing: differing.count, observed: first.value, expected: first.own,
                tolerance: first.tolerance, first: first.timestamp),
            findings: [
                Finding.returnsAndEquity(
                    other.file, first.line, differing.count, of: compared.count, first.value, first.own,
                    at: first.timestamp
                )
            ])
    }

    /// A return of the other file beside the run's own.
    private struct Pair {
        var timestamp: Timestamp
        var line: Int
        var value: Double
        var own: Double
        var tolerance: Double
    }

    /// Returns at moments that both have, by date for series of days; equity gives the return over the same step only.
    private func compared(_ other: RawSeries) -> [Pair] {
        let labels = evidence.clock.timestamps(other.timestamps).timestamps
        let timestamps = labels.map(TimestampMeaning(labels, content: other.content).moment)
        let own = evidence.account.returns
        func moment(_ timestamp: Timestamp) -> Int64 {
            evidence.isIntraday ? timestamp.milliseconds : Int64(timestamp.date.day)
        }
        var (place, pairs) = (0, [Pair]())
        for index in timestamps.indices {
            let key = moment(timestamps[index])
            while place < own.count, moment(own.timestamps[place]) < key { place += 1 }
            guard place < own.count, moment(own.timestamps[place]) == key else { continue }
            let start = moment(evidence.equity.timestamps[place])
            guard let value = otherReturn(other, index, isSameStep: index > 0 && moment(timestamps[index - 1]) == start)
            else { continue }
            pairs.append(
                Pair(
                    timestamp: timestamps[index], line: Int(other.lines[index]), value: value, own: own.values[place],
                    tolerance: tolerance(other, index, place)))
        }
        return pairs
    }

    private func otherReturn(_ other: RawSeries, _ index: Int, isSameStep: Bool) -> Double? {
        let value = other.values[index]
        guard other.content == .levels else { return value.isNaN ? nil : value }
        guard isSameStep, !value.isNaN, !other.values[index - 1].isNaN, other.values[index - 1] != 0 else { return nil }
        return value / other.values[index - 1] - 1
    }

    private func tolerance(_ other: RawSeries, _ index: Int, _ place: Int) -> Double {
        let isLevels = other.content == .levels
        let returns = isLevels ? evidence.raw.main : other
        let levels = isLevels ? other.values : evidence.equity.values
        let point = isLevels ? index : place + 1
        let digits = isLevels ? other.digits : evidence.raw.main.digits
        let half = RunEvidence.half(digits, levels[point]) + RunEvidence.half(digits, levels[point - 1])
        let value = isLevels ? evidence.account.returns.values[place] : other.values[index]
        return RunEvidence.half(returns.digits, value) + 1.2 * half / levels[point - 1].magnitude + 1e-10
    }
}

/// Does the benchmark have a level at the run's moments?
struct BenchmarkCheck {
    let evidence: RunEvidence

    func result() -> CheckResult {
        guard let benchmark = evidence.benchmark else {
            return .notChecked(.benchmarkMatched, "the run has no benchmark")
        }
        let matched = benchmark.matched
        let count = matched + benchmark.unmatchedInRun
        // The same bound as the finding of the alignment has.
        let agrees = benchmark.unmatchedInRun * 2 <= count
        return CheckResult(
            check: Reconciliation.Check(
                .benchmarkMatched, agrees ? .agrees : .differs, "benchmark matched \(matched) of \(count)",
                compared: count, differing: benchmark.unmatchedInRun))
    }
}
