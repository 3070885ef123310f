import Glibc
import Series

/// What drawing the run anew says: the distribution of its Sharpe ratio, and the cone of its growth.
public struct ResampleSection: Sendable {
    /// One number of the run beside those of the paths.
    public struct Row: Sendable {
        /// What it is.
        public let declaration: MetricDeclaration
        /// The run's own.
        public let observed: MetricValue
        /// The 2.5, 5, 25, 50, 75, 95 and 97.5 % quantiles of the paths; empty with a reason where there are none.
        public let quantiles: Result<[Double], Unavailable>
    }

    /// The shares of ``Row/quantiles``.
    public static let shares = [0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975]

    /// How many paths.
    public let paths: Int
    /// Returns in a block.
    public let blockLength: Int
    /// The Sharpe ratios of the paths, ascending; empty where there are none.
    public let sharpeRatios: [Double]
    /// The same, binned.
    public let sharpeHistogram: Histogram
    /// Sharpe, CAGR, growth of 1 and maximum drawdown.
    public let rows: [Row]
}

extension ResampleSection: Statistic {
    /// Throws where there is nothing to draw from.
    init(_ context: MetricContext) throws(Unavailable) {
        let resamples = try context(Resamples.self)
        paths = Resamples.paths
        blockLength = resamples.blockLength
        sharpeRatios = (try? resamples.sharpe(0.5, context)) == nil ? [] : resamples.sharpe
        sharpeHistogram = Histogram(sorted: sharpeRatios)
        let metrics = MetricSet(context)
        func row(_ key: MetricKey, _ value: (Double) throws(Unavailable) -> Double) -> Row? {
            metrics[key].map { metric in
                let quantiles = Result { () throws(Unavailable) in
                    var values = [Double]()
                    for share in Self.shares { values.append(try value(share)) }
                    return values
                }
                return Row(declaration: metric.declaration, observed: metric.value, quantiles: quantiles)
            }
        }
        rows = [
            row(.sharpe) { share throws(Unavailable) in try resamples.sharpe(share, context) },
            row(.cagr) { share throws(Unavailable) in try resamples.annualGrowth(share, context) },
            row(.totalReturn) { share throws(Unavailable) in resamples.endValue(share) - 1 },
            row(.maxDrawdown) { share throws(Unavailable) in resamples.deepest(share) },
        ].compactMap { $0 }
    }
}

extension Analysis {
    /// The run drawn anew; throws where it has fewer than twenty returns, or one that took everything.
    public var resamples: ResampleSection { get throws(Unavailable) { try context(ResampleSection.self) } }
    /// Whether ``resamples`` has something to draw from; draws nothing.
    public var hasResamples: Bool { context.view.count >= 20 && context.view.returns.allSatisfy { $0 > -1 } }
}
