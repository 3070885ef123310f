import Analytics
import Series

/// One metric of all runs over the common span.
public struct ComparedMetric: Sendable {
    /// What it is; the reading of the first run, which names what its frequency decides: `VaR 95 %, one month`.
    public let declaration: MetricDeclaration
    /// The metric of each run.
    public let metrics: [Metric]
    /// The runs with the best value, as far as one can be called better than another: empty without two numbers, where
    /// all are equal, for metrics of which neither more nor less is better, and where the runs do not measure the same:
    /// amounts in different currencies, or a day's risk beside a month's.
    public let best: [Int]
    /// The currency of all runs; nil where there are several, or none is named.
    public let currency: String?

    /// Every metric that any run has something to say of, in the order of the catalogue.
    static func all(of members: [Member]) -> [ComparedMetric] {
        rows(members, \.common) { metrics in areAlike(metrics, members) ? best(of: metrics) : [] }
    }

    /// The same over each run's own span.
    static func ofOwnSpans(_ members: [Member]) -> [ComparedMetric] { rows(members, \.whole) { _ in [] } }

    private static func rows(
        _ members: [Member], _ analysis: (Member) -> Analysis, best: ([Metric]) -> [Int]
    ) -> [ComparedMetric] {
        let columns = members.map { analysis($0).metrics.metrics(where: isCompared) }
        let currencies = Set(members.map { $0.whole.run.currency.value })
        let currency = currencies.count == 1 ? currencies.first ?? nil : nil
        return (columns.first ?? []).indices.compactMap { index in
            let metrics = columns.map { $0[index] }
            guard metrics.contains(where: { $0.value.reason == nil }) else { return nil }
            return ComparedMetric(
                declaration: metrics[0].declaration, metrics: metrics, best: best(metrics), currency: currency)
        }
    }

    /// What has a table of its own is left out, but for the two numbers that `--events` and `--limits` decide: drawing every
    /// run anew would cost more than all the rest.
    static func isCompared(_ declaration: MetricDeclaration) -> Bool {
        !declaration.hasOwnTable || declaration.key == .stressWorstReturn || declaration.key == .limitBreaches
    }

    private static func areAlike(_ metrics: [Metric], _ members: [Member]) -> Bool {
        let currency = members[0].common.run.currency.value
        let isMoney = metrics[0].declaration.unit == .money
        return metrics.allSatisfy { $0.declaration.name == metrics[0].declaration.name }
            && (!isMoney || members.allSatisfy { $0.common.run.currency.value == currency })
    }

    /// Numbers that agree to twelve digits are the same number.
    private static func best(of metrics: [Metric]) -> [Int] {
        let direction = metrics[0].declaration.better
        let numbers = metrics.map(\.value.number)
        let known = numbers.compactMap { $0 }
        guard direction != .neither, known.count > 1,
            let best = direction == .higher ? known.max() : known.min()
        else { return [] }
        let winners = numbers.indices.filter { index in numbers[index].map { Self.agree($0, best) } ?? false }
        return winners.count == known.count ? [] : winners
    }

    private static func agree(_ one: Double, _ other: Double) -> Bool {
        (one - other).magnitude <= 1e-12 * max(one.magnitude, other.magnitude)
    }
}

/// One calendar year of the common span.
public struct ComparedYear: Equatable, Sendable {
    /// First of January.
    public let start: CalendarDate
    /// Each run's return in it; nil where a run has no return there.
    public let returns: [PeriodReturn?]
    /// Whether the span covers only a part of the year.
    public var isPartial: Bool { returns.contains { $0?.isPartial ?? true } }

    /// Every year that any run touches, in order.
    static func all(of members: [Member]) -> [ComparedYear] {
        let columns = members.map { member in
            Dictionary(member.common.periods.years.map { ($0.start, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let starts = Set(columns.flatMap(\.keys)).sorted()
        return starts.map { start in ComparedYear(start: start, returns: columns.map { $0[start] }) }
    }
}
