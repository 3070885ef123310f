import Series

extension MetricContext {
    /// CAGR − rf.
    func annualExcessGrowth() throws(Unavailable) -> Double { try annualGrowth() - annualRiskFree }
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
        convention: { "whole span, years = \($0.text.years)" },
        compute: { context throws(Unavailable) in try context.annualGrowth() / context.deepest() })

    static let martinRatio = MetricDefinition(
        MetricDeclaration(
            key: .martinRatio, name: "Martin ratio", group: .ratios, unit: .ratio, places: 2, better: .higher,
            summary: "Yearly growth above the risk-free rate over the ulcer index.",
            formula: "(CAGR − rf)/ulcer index",
            edgeCases: "No drawdown, spans under a year: n/a.",
            peers: "quantstats' Ulcer Performance Index takes the total return instead of CAGR.",
            source: "Martin and McCann (1989), The Investor's Guide to Fidelity Funds.", appliesToBenchmark: true),
        convention: { context in
            let numerator = context.conventions.martinNumerator == .annualGrowth ? "CAGR" : "total return"
            return "(\(numerator) − rf)/ulcer index \(context.ulcerText), \(context.text.riskFree)"
        },
        compute: { context throws(Unavailable) in
            _ = try context.deepest()
            switch context.conventions.martinNumerator {
            case .annualGrowth: return try context.annualExcessGrowth() / context.ulcerIndex()
            case .totalReturn: return try (context.totalReturn() - context.annualRiskFree) / context.ulcerIndex()
            }
        })

    static let painRatio = MetricDefinition(
        MetricDeclaration(
            key: .painRatio, name: "Pain ratio", group: .ratios, unit: .ratio, places: 2, better: .higher,
            summary: "Yearly growth above the risk-free rate over the pain index.",
            formula: "(CAGR − rf)/pain index", edgeCases: "No drawdown, spans under a year: n/a.",
            source: "Becker (2006), Pain index; as in PerformanceAnalytics.", appliesToBenchmark: true),
        convention: { $0.text.riskFree },
        compute: { context throws(Unavailable) in
            _ = try context.deepest()
            return try context.annualExcessGrowth() / context.painIndex()
        })

    static let burkeRatio = MetricDefinition(
        MetricDeclaration(
            key: .burkeRatio, name: "Burke ratio", group: .ratios, unit: .ratio, places: 2, better: .higher,
            summary: "Yearly growth above the risk-free rate over the root of the summed squares of drawdown depths.",
            formula: "(CAGR − rf)/√(Σ depth²)",
            edgeCases: "Every decline counts, unfinished ones too. No drawdown, spans under a year: n/a.",
            peers: "Bacon and PerformanceAnalytics square uninterrupted losing runs instead of declines from peak to "
                + "recovery, which gives a higher ratio.",
            source: "Burke (1994), A Sharper Sharpe Ratio, Futures 23(3).", appliesToBenchmark: true),
        convention: { "all declines, \($0.text.riskFree)" },
        compute: { context throws(Unavailable) in
            let squares = try context.declines().spans.map { $0.depth * $0.depth }
            return try context.annualExcessGrowth() / StableSum.of(squares).squareRoot()
        })

    static let sterlingRatio = MetricDefinition(
        MetricDeclaration(
            key: .sterlingRatio, name: "Sterling ratio", group: .ratios, unit: .ratio, places: 2, better: .higher,
            summary: "Yearly growth over the deepest drawdown plus ten points.",
            formula: "CAGR/(|max drawdown| + 10 %)",
            edgeCases:
                "The ten points are Kestner's; without a drawdown they are the denominator. Spans under a year: n/a.",
            source: "Kestner (1996), Getting a Handle on True Performance, Futures 25(1); as in PerformanceAnalytics.",
            appliesToBenchmark: true),
        convention: { _ in "with ten points added to the maximum drawdown" },
        compute: { context throws(Unavailable) in try context.annualGrowth() / (0.1 - context.drawdowns.maximum) })

    static let recoveryFactor = MetricDefinition(
        MetricDeclaration(
            key: .recoveryFactor, name: "Recovery factor", group: .ratios, unit: .ratio, places: 2, better: .higher,
            summary: "Total return over the deepest drawdown.",
            formula: "(∏(1+r) − 1)/|max drawdown|",
            edgeCases: "Not annualised. No drawdown: n/a.",
            peers: "quantstats takes the absolute sum of returns, so a loss reads as a gain.", appliesToBenchmark: true),
        convention: { $0.conventions.recoveryNumerator == .compounded ? "compounded return" : "|Σr − rf|" },
        compute: { context throws(Unavailable) in
            switch context.conventions.recoveryNumerator {
            case .compounded: return try context.totalReturn() / context.deepest()
            case .summed:
                let sum = StableSum.of(context.view.returns) - context.annualRiskFree
                return try sum.magnitude / context.deepest()
            }
        })
}
