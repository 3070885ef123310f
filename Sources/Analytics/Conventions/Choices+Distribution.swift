/// Form of skewness.
public enum SkewnessForm: Equatable, Sendable {
    /// Bias-corrected, G₁.
    case adjusted
    /// Population moments, g₁.
    case moment
}

/// Form of kurtosis.
public enum KurtosisForm: Equatable, Sendable {
    /// Bias-corrected excess over the normal distribution's, G₂.
    case adjustedExcess
    /// Population moments, less 3.
    case momentExcess
    /// Population moments, normal = 3.
    case moment
}

/// Which returns the historical CVaR averages.
public enum HistoricalTail: Equatable, Sendable {
    /// Those at or below the quantile.
    case atOrBelowQuantile
    /// The lowest ⌊(n−1)·c⌋ + 1 of them.
    case lowestCount
}

/// How the Gaussian CVaR is found.
public enum GaussianTail: Equatable, Sendable {
    /// μ − s·φ(z)/c: the expectation under the same normal distribution.
    case closedForm
    /// The mean of the returns that lie below the Gaussian VaR; the VaR itself where none does.
    case observationsBelow
}
