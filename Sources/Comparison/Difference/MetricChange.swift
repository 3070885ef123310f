import Analytics

/// One metric of two runs.
public struct MetricChange: Sendable {
    /// What it is.
    public let declaration: MetricDeclaration
    /// Of the first run.
    public let first: Metric
    /// Of the second.
    public let second: Metric

    /// The second number less the first; nil without two numbers of the same kind.
    public var difference: Double? {
        guard let one = first.value.number, let other = second.value.number, areAlike else { return nil }
        let difference = other - one
        return difference.isFinite ? difference : nil
    }

    /// Whether the two are not the same: numbers that agree to twelve digits are.
    public var isChanged: Bool {
        switch (first.value, second.value) {
        case (.number(let one), .number(let other)):
            !areAlike || (one - other).magnitude > 1e-12 * max(one.magnitude, other.magnitude)
        case (.word(let one), .word(let other)): one != other
        case (.absent(let one), .absent(let other)): one.code != other.code
        default: true
        }
    }

    /// Whether the second is better; nil where none can be called so.
    public var isBetter: Bool? {
        guard let difference, isChanged else { return nil }
        return switch declaration.better {
        case .higher: difference > 0
        case .lower: difference < 0
        case .neither: nil
        }
    }

    /// A day's risk is not a month's.
    private var areAlike: Bool { first.declaration.name == second.declaration.name }

    /// What most readers look at; `metrics` has all.
    public static let mostRead: Set<MetricKey> = [
        .totalReturn, .cagr, .annualVolatility, .bestMonth, .worstMonth, .monthlyWinRate, .sharpe, .sortino, .calmar,
        .maxDrawdown, .longestDrawdownDays, .timeUnderwater, .historicalCVaR95, .skewness, .tradeCount, .tradeWinRate,
        .profitFactor, .expectancy, .probabilisticSharpe, .alpha, .beta,
    ]

    /// Every metric that one of two analyses has a value of. What has a table of its own is left out, as in comparisons.
    static func all(from first: Analysis, to second: Analysis) -> [MetricChange] {
        let columns = [first, second].map { $0.metrics.metrics(where: ComparedMetric.isCompared) }
        return zip(columns[0], columns[1]).compactMap { one, other in
            guard one.value.reason == nil || other.value.reason == nil else { return nil }
            return MetricChange(declaration: one.declaration, first: one, second: other)
        }
    }
}
