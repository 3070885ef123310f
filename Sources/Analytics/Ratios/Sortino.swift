import Glibc

extension MetricContext {
    /// Deviation below the target per period, above zero.
    func downsideDeviation() throws(Unavailable) -> Double {
        try requireReturns()
        switch conventions.downside {
        case .allPeriods:
            guard excess.downsideSquares > 0 else { throw .noDownside }
            return (excess.downsideSquares / Double(view.count)).squareRoot()
        case .negativeDeviation:
            let negatives = Moments(view.riskFree.excess(of: view.returns).filter { $0 < 0 })
            guard let deviation = negatives.sampleDeviation, deviation > 0 else { throw .oneDownside }
            return deviation
        }
    }
}

extension MetricKey {
    /// Sortino ratio.
    public static let sortino = MetricKey("sortino")
    /// Downside deviation.
    public static let downsideDeviation = MetricKey("downside_deviation")
    /// Upside deviation.
    public static let upsideDeviation = MetricKey("upside_deviation")
}

extension MetricDefinition {
    static let sortino = MetricDefinition(
        MetricDeclaration(
            key: .sortino, name: "Sortino ratio", group: .ratios, unit: .ratio, places: 2, better: .higher,
            summary: "Return above the risk-free rate per unit of downside deviation, per year.",
            formula: "mean(e)/√(Σ min(e,0)²/n)·√A",
            edgeCases:
                "All n in the denominator, of the daily view. Returns that do not vary, no return below the target, n = 0, "
                + "spans under 90 days: n/a.",
            peers: "Lean takes the deviation of negative returns about their own mean; PerformanceAnalytics does not "
                + "annualise.",
            source: "Sortino and Price (1994), Performance Measurement in a Downside Risk Framework.",
            appliesToBenchmark: true),
        convention: { context in
            let root = context.text.root
            let ratio =
                switch context.conventions.ratioNumerator {
                case .meanTimesPeriods: "mean(e)/\(context.text.downside)·\(root)"
                case .compoundedMean: "\(context.ratioNumeratorText)/(\(context.text.downside)·\(root))"
                }
            return "\(ratio), \(context.text.riskFree)\(context.text.view)"
        },
        compute: { context throws(Unavailable) in
            try context.requireReturns()
            try context.requireVariation()
            let deviation = try context.downsideDeviation()
            try context.requireYear()
            return context.ratioNumerator() / (deviation * context.periodsPerYear.squareRoot())
        })

    static let downsideDeviation = MetricDefinition(
        MetricDeclaration(
            key: .downsideDeviation, name: "Downside deviation", group: .risk, unit: .fractionPerYear, places: 1,
            better: .lower,
            summary: "Root mean square of the returns below the risk-free rate, scaled to a year.",
            formula: "√(Σ min(e,0)²/n)·√A",
            edgeCases:
                "All n in the denominator, of the daily view. No return below the target: 0; n = 0, spans under 90 days: n/a.",
            appliesToBenchmark: true),
        convention: { "\($0.text.downside)·\($0.text.root), \($0.text.riskFree)" },
        compute: { context throws(Unavailable) in
            try context.requireYear()
            let scale = context.periodsPerYear.squareRoot()
            return context.excess.downsideSquares == 0 ? 0 : try context.downsideDeviation() * scale
        })

    static let upsideDeviation = MetricDefinition(
        MetricDeclaration(
            key: .upsideDeviation, name: "Upside deviation", group: .risk, unit: .fractionPerYear, places: 1,
            better: .neither,
            summary: "Root mean square of the returns above the risk-free rate, scaled to a year.",
            formula: "√(Σ max(e,0)²/n)·√A",
            edgeCases:
                "All n in the denominator, of the daily view. No return above the target: 0; n = 0, spans under 90 days: n/a.",
            appliesToBenchmark: true),
        convention: { "√(Σ max(e,0)²/n)·\($0.text.root), \($0.text.riskFree)" },
        compute: { context throws(Unavailable) in
            try context.requireYear()
            let mean = context.excess.upsideSquares / Double(context.view.count)
            return (mean * context.periodsPerYear).squareRoot()
        })
}
