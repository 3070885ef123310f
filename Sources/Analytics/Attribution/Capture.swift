import Series

extension MetricDefinition {
    static let upCapture = capture(
        "up_capture", "Up capture", "rose", "b > 0", absent: .noUpPeriod
    ) { $0 > 0 }
    static let downCapture = capture(
        "down_capture", "Down capture", "fell", "b < 0", absent: .noDownPeriod
    ) { $0 < 0 }

    private static func capture(
        _ key: String, _ name: String, _ verb: String, _ condition: String, absent: Absence,
        _ selects: @escaping @Sendable (Double) -> Bool
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .benchmark, unit: .fraction, places: 0,
                summary: "Mean return over the benchmark's in the periods in which the benchmark \(verb).",
                formula: "mean(r | \(condition))/mean(b | \(condition))",
                edgeCases:
                    "Periods with b = 0 belong to neither side. No such period, fewer than two common returns: n/a.",
                peers: "empyrical compares annual returns compounded over the selected periods.",
                appliesToBenchmark: false),
            convention: {
                ($0.conventions.capture == .means ? "ratio of means" : "ratio of annual returns")
                    + " where \(condition)"
            },
            compute: { context throws(Absence) in
                let comparison = try context.compared()
                var (sums, growth, count) = ((StableSum(), StableSum()), (1.0, 1.0), 0)
                let (ours, theirs) = (comparison.returns.span, comparison.benchmark.span)
                for index in theirs.indices where selects(theirs[index]) {
                    let (run, benchmark) = (ours[index], theirs[index])
                    count += 1
                    sums.0.add(run)
                    sums.1.add(benchmark)
                    growth = (growth.0 * (1 + run), growth.1 * (1 + benchmark))
                }
                guard count > 0 else { throw absent }
                switch context.conventions.capture {
                case .means: return sums.0.value / sums.1.value
                case .annualReturns:
                    let years = Double(count) / context.periodsPerYear
                    return try context.annualised(growth: growth.0, years: years)
                        / context.annualised(growth: growth.1, years: years)
                }
            })
    }
}
