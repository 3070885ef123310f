import Series

/// The run and its benchmark over the periods in which the benchmark moved one way.
struct CaptureSide: Sendable {
    /// Periods.
    private(set) var count = 0
    /// Σr and Σb.
    private(set) var sums = (run: 0.0, benchmark: 0.0)

    /// The side on which b·sign is above zero; branch-free, because signs cannot be predicted.
    init(_ comparison: BenchmarkComparison, sign: Double, withStill: Bool) {
        let (ours, theirs) = (comparison.returns.span, comparison.benchmark.span)
        var (run, benchmark) = (StableSum(), StableSum())
        for index in theirs.indices {
            let isChosen = theirs[index] * sign > 0 || (withStill && theirs[index] == 0)
            count += isChosen ? 1 : 0
            run.add(isChosen ? ours[index] : 0)
            benchmark.add(isChosen ? theirs[index] : 0)
        }
        sums = (run.value, benchmark.value)
    }

    /// ∏(1+r) and ∏(1+b) over the same periods.
    static func growth(
        _ comparison: BenchmarkComparison, sign: Double, withStill: Bool = false
    ) -> (run: Double, benchmark: Double) {
        var (run, benchmark) = (1.0, 1.0)
        for index in comparison.benchmark.indices {
            let move = comparison.benchmark[index] * sign
            guard move > 0 || (withStill && move == 0) else { continue }
            run *= 1 + comparison.returns[index]
            benchmark *= 1 + comparison.benchmark[index]
        }
        return (run, benchmark)
    }
}

extension MetricKey {
    /// Up capture, means.
    public static let upCapture = MetricKey("up_capture")
    /// Down capture, means.
    public static let downCapture = MetricKey("down_capture")
}

extension MetricDefinition {
    static let upCapture = capture(.upCapture, "Up capture", "rose", "b > 0", sign: 1, none: .noUpPeriod)
    static let downCapture = capture(.downCapture, "Down capture", "fell", "b < 0", sign: -1, none: .noDownPeriod)

    private static func capture(
        _ key: MetricKey, _ name: String, _ verb: String, _ condition: String, sign: Double, none: Unavailable
    ) -> MetricDefinition {
        MetricDefinition(
            decidedBy: [.capture, .periodsPerYear],
            { conventions in
                MetricDeclaration(
                    key: key, name: conventions.capture == .means ? name + ", means" : name + ", compounded",
                    group: .benchmark, unit: .fraction, places: 0, better: sign > 0 ? .higher : .lower,
                    summary: conventions.capture == .means
                        ? "Mean return over the benchmark's mean in the periods in which the benchmark \(verb)."
                        : "Growth over the benchmark's growth in the periods in which the benchmark \(verb).",
                    formula: "\(conventions.capture.phrase), over the n periods with \(condition)",
                    edgeCases: (conventions.capture == .totalReturns
                        ? "" : "Periods with b = 0 belong to neither side. ")
                        + "No such period, fewer than two common periods: n/a.",
                    appliesToBenchmark: false)
            },
            inputs: { $0.conventions.capture == .annualReturns ? [$0(ComparisonWords.self).periods] : [] },
            compute: { context throws(Unavailable) in
                let comparison = try context(BenchmarkComparison.self).overlapping()
                let side = CaptureSide(
                    comparison, sign: sign, withStill: sign < 0 && context.conventions.capture == .totalReturns)
                guard side.count > 0 else { throw none }
                switch context.conventions.capture {
                case .means: return side.sums.run / side.sums.benchmark
                case .annualReturns:
                    let growth = CaptureSide.growth(comparison, sign: sign)
                    let years = Double(side.count) / comparison.periodsPerYear
                    return try AnnualGrowth.rate(of: growth.run, over: years)
                        / AnnualGrowth.rate(of: growth.benchmark, over: years)
                case .totalReturns:
                    let growth = CaptureSide.growth(comparison, sign: sign, withStill: sign < 0)
                    guard growth.benchmark != 1 else { throw none }
                    return (growth.run - 1) / (growth.benchmark - 1)
                }
            })
    }
}
