import Glibc
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
                let chosen = comparison.benchmark.indices.filter { selects(comparison.benchmark[$0]) }
                guard !chosen.isEmpty else { throw absent }
                let strategy = chosen.map { comparison.returns[$0] }
                let benchmark = chosen.map { comparison.benchmark[$0] }
                switch context.conventions.capture {
                case .means: return StableSum.of(strategy) / StableSum.of(benchmark)
                case .annualReturns:
                    return try annualReturn(strategy, context) / annualReturn(benchmark, context)
                }
            })
    }

    private static func annualReturn(_ values: [Double], _ context: MetricContext) throws(Absence) -> Double {
        var growth = 1.0
        for value in values { growth *= 1 + value }
        return try context.annualised(growth: growth, years: Double(values.count) / context.periodsPerYear)
    }
}
