extension MetricKey {
    /// Adjusted Sharpe ratio.
    public static let adjustedSharpe = MetricKey("adjusted_sharpe")
}

extension MetricDefinition {
    static let adjustedSharpe = MetricDefinition(
        decidedBy: [.adjustedSharpe, .ratioNumerator, .shortSpans] + ConventionField.ofExcess,
        { conventions in
            MetricDeclaration(
                key: .adjustedSharpe, name: "Adjusted Sharpe ratio", group: .ratios, unit: .ratio, places: 2,
                better: .higher,
                summary: "Sharpe ratio, lowered for negative skewness and heavy tails.",
                formula: conventions.adjustedSharpe.phrase,
                edgeCases:
                    "γ₃, γ₄ population moments, normal = 3. The same whether moments and ratio are per period or, of "
                    + "independent returns, per year. n < 4, spans under 90 days, returns that do not vary: n/a.",
                peers: "PerformanceAnalytics and Bacon put the yearly ratio beside moments per period.",
                source: "Pézier and White (2006), The Relative Merits of Investable Hedge Fund Indices.",
                appliesToBenchmark: true)
        },
        inputs: { $0.text.yearly },
        compute: { context throws(Unavailable) in
            try context.requireReturns(4)
            let deviation = try context(ExcessDeviation.self).value
            let sharpe = try context(SharpeRatio.self).value
            let excess = context(ExcessStatistics.self).moments
            switch context.conventions.adjustedSharpe {
            case .perPeriod:
                let ratio = excess.mean / deviation
                return try correction(ratio, excess) * ratio * context.periodsPerYear.squareRoot()
            case .annualRatio: return try correction(sharpe, context.moments) * sharpe
            }
        })

    /// 1 + γ₃/6·SR − (γ₄−3)/24·SR².
    private static func correction(_ ratio: Double, _ moments: Moments) throws(Unavailable) -> Double {
        guard let skewness = moments.skewness, let kurtosis = moments.kurtosis else { throw .constant }
        return 1 + skewness / 6 * ratio - (kurtosis - 3) / 24 * ratio * ratio
    }
}
