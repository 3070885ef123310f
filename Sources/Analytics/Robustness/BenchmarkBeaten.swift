import Series

/// How often the run earned more than its benchmark over windows of whole months, one beginning with every month.
public struct BenchmarkBeaten: Statistic {
    /// Windows of one length.
    public struct Row: Equatable, Sendable {
        /// Months in a window.
        public let months: Int
        /// How many windows.
        public let windows: Int
        /// In how many the run earned more.
        public let beaten: Int
        /// The mean of run less benchmark over the windows; 0 without one.
        public let meanLead: Double
        /// The largest shortfall of the run against the benchmark; 0 without one.
        public let worstLead: Double
        /// Beaten over windows; nil without one.
        public var share: Double? { windows == 0 ? nil : Double(beaten) / Double(windows) }
    }

    /// Lengths of windows.
    public static let lengths = [6, 12, 24]

    /// By length.
    public let rows: [Row]

    /// Throws without a benchmark, or where the series does not see months.
    init(_ context: MetricContext) throws(Unavailable) {
        guard context.benchmark != nil else { throw .noBenchmark }
        _ = try context(CalendarReturns.self).resolving(.monthly)
        let stretches = Self.stretches(context(PeriodSection.self).months)
        rows = Self.lengths.map { length in
            let leads = stretches.flatMap { Self.leads($0, over: length) }
            return Row(
                months: length, windows: leads.count, beaten: leads.count { $0 > 0 },
                meanLead: leads.isEmpty ? 0 : StableSum.of(leads) / Double(leads.count), worstLead: leads.min() ?? 0)
        }
    }

    /// Whole months that both have, in stretches without a gap.
    private static func stretches(_ months: [PeriodReturn]) -> [[(Double, Double)]] {
        var stretches = [[(Double, Double)]]()
        var next: CalendarDate?
        for month in months where !month.isPartial {
            guard let benchmark = month.comparableBenchmark else { continue }
            if month.start != next { stretches.append([]) }
            stretches[stretches.count - 1].append((month.strategy, benchmark))
            next = month.start.adding(months: 1)
        }
        return stretches
    }

    private static func leads(_ months: [(Double, Double)], over length: Int) -> [Double] {
        guard months.count >= length else { return [] }
        return (0...(months.count - length)).map { start in
            let window = months[start..<(start + length)]
            return window.reduce(1) { $0 * (1 + $1.0) } - window.reduce(1) { $0 * (1 + $1.1) }
        }
    }
}

extension MetricDefinition {
    /// The share of windows that beat the benchmark.
    static let benchmarkBeaten = BenchmarkBeaten.lengths.map { months in
        MetricDefinition(
            MetricDeclaration(
                key: MetricKey("benchmark_beaten_\(months)m"), name: "Benchmark beaten over \(months) months",
                group: .benchmark, unit: .fraction, places: 0, better: .higher,
                summary: "The share of windows of \(months) months in which the run earned more than its benchmark.",
                formula: "#{∏(1+m) > ∏(1+m_b)}/#windows of \(months) months",
                edgeCases: "Whole months that both have, a window from every month on; they overlap and so are not "
                    + "independent. Fewer months than one window: n/a.",
                appliesToBenchmark: false, hasOwnTable: true),
            inputs: { _ in [] },
            compute: { context throws(Unavailable) in
                let row = try context(BenchmarkBeaten.self).rows.first { $0.months == months }
                guard let share = row?.share else { throw .fewerThan(months, "whole months") }
                return share
            })
    }
}

extension Analysis {
    /// How often the benchmark was beaten; throws without one.
    public var benchmarkBeaten: BenchmarkBeaten { get throws(Unavailable) { try context(BenchmarkBeaten.self) } }
}
