import Glibc
import Series

/// What dependence between neighbouring returns costs a ratio that is scaled by √A: the smart ratios' divisor.
private struct AutocorrelationPenalty: Statistic {
    /// √(1 + 2·Σ (n−k)/n·|ρ|^k), at least 1.
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireReturns(4)
        try context.requireVariation()
        let excess = context.view.riskFree.excess(of: context.view.returns)
        let (now, before) = (Array(excess.dropFirst()), Array(excess.dropLast()))
        guard let correlation = LinearFit(before.span, now.span)?.correlation else { throw .constant }
        let count = Double(excess.count)
        var (sum, power) = (StableSum(), 1.0)
        for distance in 1..<excess.count {
            power *= correlation.magnitude
            // Nothing that is left can move the sum.
            if power * count < 1e-18 { break }
            sum.add((count - Double(distance)) / count * power)
        }
        value = (1 + 2 * sum.value).squareRoot()
    }
}

extension MetricKey {
    /// Smart Sharpe ratio.
    public static let smartSharpe = MetricKey("smart_sharpe")
    /// Smart Sortino ratio.
    public static let smartSortino = MetricKey("smart_sortino")
}

extension MetricDefinition {
    static let smartSharpe = smart(.smartSharpe, "Smart Sharpe ratio", "Sharpe", [.ratioNumerator]) {
        context throws(Unavailable) in try context(SharpeRatio.self).value
    }
    static let smartSortino = smart(
        .smartSortino, "Smart Sortino ratio", "Sortino", [.ratioNumerator, .downside, .downsideScale]
    ) { context throws(Unavailable) in try context(SortinoRatio.self).value }

    private static func smart(
        _ key: MetricKey, _ name: String, _ plain: String, _ choices: [ConventionField],
        _ ratio: @escaping @Sendable (MetricContext) throws(Unavailable) -> Double
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .ratios, unit: .ratio, places: 2, better: .higher,
                summary: "\(plain) ratio, lowered by how much a return says about the next one.",
                formula: "\(plain)/√(1 + 2·Σ_{k<n} (n−k)/n·|ρ|^k)",
                edgeCases:
                    "ρ is the correlation of e with e one period before; its sign does not matter, so reversal lowers it too. "
                    + "n < 4: n/a; else as \(plain).",
                peers: "`sharpe_lo_adjusted` is the correction from the literature.", source: "As in quantstats.",
                appliesToBenchmark: true),
            decidedBy: choices + [.shortSpans] + ConventionField.ofExcess, inputs: { $0.text.yearly },
            compute: { context throws(Unavailable) in
                try ratio(context) / context(AutocorrelationPenalty.self).value
            })
    }
}
