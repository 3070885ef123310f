import Series

/// The numerator of the Martin, pain and Burke ratios.
private struct DrawdownRatioNumerator: Statistic {
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        switch context.conventions.drawdownNumerator {
        case .annualGrowth: value = try context(AnnualExcessGrowth.self).value
        case .totalReturn: value = try context(TotalReturn.self).value - context.annualRiskFree
        case .annualGrowthLessPeriodRate:
            value = try context(AnnualGrowth.self).value - context.view.riskFree.mean
        }
    }
}

extension MetricKey {
    /// Calmar ratio.
    public static let calmar = MetricKey("calmar")
    /// Martin ratio.
    public static let martinRatio = MetricKey("martin_ratio")
    /// Pain ratio.
    public static let painRatio = MetricKey("pain_ratio")
    /// Burke ratio.
    public static let burkeRatio = MetricKey("burke_ratio")
    /// Sterling ratio.
    public static let sterlingRatio = MetricKey("sterling_ratio")
    /// Recovery factor.
    public static let recoveryFactor = MetricKey("recovery_factor")
}

extension MetricDefinition {
    static let calmar = MetricDefinition(
        MetricDeclaration(
            key: .calmar, name: "Calmar ratio", group: .ratios, unit: .ratio, places: 2, better: .higher,
            summary: "Yearly growth over the deepest drawdown, on the whole span.",
            formula: "CAGR/|max drawdown|",
            edgeCases: "No drawdown, spans under a year: n/a.",
            peers: "Young took the last 36 months; peers and we take the whole span.",
            source: "Young (1991), Calmar Ratio: A Smoother Tool, Futures 20(1).", appliesToBenchmark: true),
        decidedBy: ConventionField.ofGrowth, inputs: { $0.text.growth },
        compute: { context throws(Unavailable) in
            try context(AnnualGrowth.self).value / context(Drawdowns.self).deepest()
        })

    static let martinRatio = overDrawdown(
        .martinRatio, "Martin ratio", [.ulcerDivisor], summary: "over the ulcer index",
        source: "Martin and McCann (1989), The Investor's Guide to Fidelity Funds.",
        denominator: \.ulcerDivisor.phrase
    ) { context throws(Unavailable) in try context(Drawdowns.self).ulcerIndex(context.conventions.ulcerDivisor) }

    static let painRatio = overDrawdown(
        .painRatio, "Pain ratio", [], summary: "over the pain index",
        source: "Becker (2006), Pain index; as in PerformanceAnalytics.", denominator: { _ in "(Σ|dd|/n)" }
    ) { context throws(Unavailable) in try context(Drawdowns.self).painIndex() }

    static let burkeRatio = overDrawdown(
        .burkeRatio, "Burke ratio", [.burkeLosses], summary: "over the root of the summed squares of losses",
        edgeCases: "Every decline counts, unfinished ones too. ",
        source: "Burke (1994), A Sharper Sharpe Ratio, Futures 23(3).", denominator: \.burkeLosses.phrase
    ) { context throws(Unavailable) in
        let losses =
            switch context.conventions.burkeLosses {
            case .declines: context(Drawdowns.self).spans.map(\.depth)
            case .losingRuns: losingRuns(context.view.returns)
            }
        guard !losses.isEmpty else { throw .noLoss }
        return StableSum.of(losses.map { $0 * $0 }).squareRoot()
    }

    /// A ratio of growth to what drawdowns were.
    private static func overDrawdown(
        _ key: MetricKey, _ name: String, _ choices: [ConventionField], summary: String, edgeCases: String = "",
        source: String, denominator: @escaping @Sendable (Conventions) -> String,
        _ size: @escaping @Sendable (MetricContext) throws(Unavailable) -> Double
    ) -> MetricDefinition {
        MetricDefinition(
            decidedBy: [.drawdownNumerator] + choices + ConventionField.ofGrowth + ConventionField.ofExcess,
            { conventions in
                let numerator = conventions.drawdownNumerator
                return MetricDeclaration(
                    key: key, name: name, group: .ratios, unit: .ratio, places: 2, better: .higher,
                    summary: (numerator == .totalReturn ? "Total return" : "Yearly growth")
                        + " above the risk-free rate \(summary).",
                    formula: "(\(numerator.phrase))/\(denominator(conventions))",
                    edgeCases: edgeCases + "No drawdown"
                        + (numerator == .totalReturn ? ": n/a." : ", spans under a year: n/a."),
                    source: source, appliesToBenchmark: true)
            },
            inputs: { context in
                context.conventions.drawdownNumerator == .totalReturn
                    ? [context.text.riskFree] : context.text.growth + [context.text.riskFree]
            },
            compute: { context throws(Unavailable) in
                _ = try context(Drawdowns.self).deepest()
                return try context(DrawdownRatioNumerator.self).value / size(context)
            })
    }

    /// What PerformanceAnalytics squares: for every run of losing periods after the first period 100·(∏(1 + r/100) − 1).
    private static func losingRuns(_ returns: [Double]) -> [Double] {
        returns.dropFirst().split { !($0 < 0) }.map { run in 100 * (run.reduce(1) { $0 * (1 + $1 / 100) } - 1) }
    }

    static let sterlingRatio = MetricDefinition(
        MetricDeclaration(
            key: .sterlingRatio, name: "Sterling ratio", group: .ratios, unit: .ratio, places: 2, better: .higher,
            summary: "Yearly growth over the deepest drawdown plus ten points.",
            formula: "CAGR/(|max drawdown| + 10 %)",
            edgeCases:
                "The ten points are Kestner's; without a drawdown they are the denominator. Spans under a year: n/a.",
            source: "Kestner (1996), Getting a Handle on True Performance, Futures 25(1); as in PerformanceAnalytics.",
            appliesToBenchmark: true),
        decidedBy: ConventionField.ofGrowth, inputs: { $0.text.growth },
        compute: { context throws(Unavailable) in
            try context(AnnualGrowth.self).value / (0.1 - context(Drawdowns.self).maximum)
        })

    static let recoveryFactor = MetricDefinition(
        decidedBy: [.recoveryNumerator],
        { conventions in
            let isCompounded = conventions.recoveryNumerator == .compounded
            return MetricDeclaration(
                key: .recoveryFactor, name: "Recovery factor", group: .ratios, unit: .ratio, places: 2, better: .higher,
                summary: isCompounded
                    ? "Total return over the deepest drawdown."
                    : "Absolute sum of returns over the deepest drawdown: a loss reads as a gain.",
                formula: "(\(conventions.recoveryNumerator.phrase))/|max drawdown|",
                edgeCases: "Not annualised. No drawdown: n/a.", appliesToBenchmark: true)
        },
        inputs: { $0.conventions.recoveryNumerator == .compounded ? [] : [$0.text.riskFree] },
        compute: { context throws(Unavailable) in
            switch context.conventions.recoveryNumerator {
            case .compounded: return try context(TotalReturn.self).value / context(Drawdowns.self).deepest()
            case .summed:
                let sum = StableSum.of(context.view.returns) - context.annualRiskFree
                return try sum.magnitude / context(Drawdowns.self).deepest()
            }
        })
}
