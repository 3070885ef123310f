import Glibc
import Series

/// The run and its benchmark over the whole months in which the benchmark moved one way.
struct MonthlyCapture: Sendable {
    /// Months.
    private(set) var count = 0
    /// Σ log(1+r) and Σ log(1+b).
    private var logs = (run: StableSum(), benchmark: StableSum())

    /// The months, whole for both, in which b·sign is above zero.
    init(_ run: [CalendarPeriod], _ benchmark: [CalendarPeriod], sign: Double) {
        var other = benchmark[...]
        for month in run where !month.isPartial {
            while let first = other.first, first.start < month.start { other.removeFirst() }
            guard let match = other.first, match.start == month.start, !match.isPartial, match.value * sign > 0 else {
                continue
            }
            count += 1
            logs.run.add(log1p(month.value))
            logs.benchmark.add(log1p(match.value))
        }
    }

    /// The mean month of the run over that of the benchmark, both geometric.
    var ratio: Double {
        expm1(logs.run.value / Double(count)) / expm1(logs.benchmark.value / Double(count))
    }
}

extension MetricKey {
    /// Up capture.
    public static let upCaptureMonthly = MetricKey("up_capture_monthly")
    /// Down capture.
    public static let downCaptureMonthly = MetricKey("down_capture_monthly")
}

extension MetricDefinition {
    static let upCaptureMonthly = monthly(.upCaptureMonthly, "Up capture", "rose", "b > 0", 1, none: .noUpMonthOf)
    static let downCaptureMonthly = monthly(
        .downCaptureMonthly, "Down capture", "fell", "b < 0", -1, none: .noDownMonthOf)

    private static func monthly(
        _ key: MetricKey, _ name: String, _ verb: String, _ condition: String, _ sign: Double, none: Unavailable
    ) -> MetricDefinition {
        MetricDefinition(
            decidedBy: [.monthlyReturns],
            { conventions in
                MetricDeclaration(
                    key: key, name: name, group: .benchmark, unit: .fraction, places: 0,
                    better: sign > 0 ? .higher : .lower,
                    summary:
                        "Mean month over the benchmark's, both geometric, in the months in which the benchmark \(verb).",
                    formula: "(∏(1+r)^(1/n) − 1)/(∏(1+b)^(1/n) − 1) over the n months with \(condition), each "
                        + conventions.monthlyReturns.phrase,
                    edgeCases:
                        "Calendar months that run and benchmark cover whole. Series slower than a month, no such "
                        + "month: n/a.",
                    source: "Morningstar, Upside and Downside Capture Ratios.", appliesToBenchmark: false)
            },
            inputs: { _ in ["whole months"] },
            compute: { context throws(Unavailable) in
                guard let benchmark = context.benchmark else { throw .noBenchmark }
                guard context.cadence.resolves(.monthly) else { throw .coarse }
                let months = MonthlyCapture(
                    context(CalendarReturns.self).months, benchmark(CalendarReturns.self).months, sign: sign)
                guard months.count > 0 else { throw none }
                return months.ratio
            })
    }
}
