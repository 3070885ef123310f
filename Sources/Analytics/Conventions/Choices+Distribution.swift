/// Form of skewness.
public enum SkewnessForm: String, Choice {
    /// Bias-corrected.
    case adjusted = "G₁ = √(n(n−1))/(n−2)·m₃/m₂^1.5"
    /// Population moments.
    case moment = "m₃/m₂^1.5"
}

/// Form of kurtosis.
public enum KurtosisForm: String, Choice {
    /// Bias-corrected, above that of a normal distribution.
    case adjustedExcess = "G₂ = (n−1)/((n−2)(n−3))·((n+1)·(m₄/m₂² − 3) + 6)"
    /// Population moments, above those of a normal distribution.
    case momentExcess = "m₄/m₂² − 3"
    /// Population moments.
    case moment = "m₄/m₂²"

    /// What a normal distribution has.
    var ofNormal: Int { self == .moment ? 3 : 0 }
}

/// Which returns the historical CVaR averages.
public enum HistoricalTail: String, Choice {
    /// The tail with its edge.
    case atOrBelowQuantile = "mean(r | r ≤ VaR)"
    /// The tail without its edge; VaR where nothing is below it.
    case belowQuantile = "mean(r | r < VaR)"
    /// A fixed number of returns.
    case lowestCount = "mean of the lowest ⌊(n−1)·c⌋ + 1 returns"
}

/// The normal distribution of the Gaussian VaR and CVaR.
public enum GaussianVaR: String, Choice {
    /// Mean and sample deviation of all returns.
    case sampleDeviation = "mean(r) + s(r)·Φ⁻¹(c)"
    /// Mean and population deviation of all returns.
    case populationDeviation = "mean(r) + σ·Φ⁻¹(c), σ² = Σ(r−mean(r))²/n"
    /// Mean and sample deviation of the last A returns.
    case lastYear = "mean(r) + s(r)·Φ⁻¹(c) of the last A returns"
    /// Two deviations at 95 %, where a normal distribution has 1.645.
    case twoDeviations = "mean(r) − 2·s(r) at 95 %"

    /// The distribution in words.
    var distribution: String {
        switch self {
        case .sampleDeviation, .twoDeviations: "μ = mean(r), σ = s(r)"
        case .populationDeviation: "μ = mean(r), σ² = Σ(r−μ)²/n"
        case .lastYear: "μ = mean(r), σ = s(r) of the last A returns"
        }
    }
}

/// How the Gaussian CVaR is found.
public enum GaussianTail: String, Choice {
    /// The expectation under the same normal distribution.
    case closedForm = "μ − σ·φ(Φ⁻¹(c))/c"
    /// Two estimators mixed; the VaR itself where no return is below it.
    case observationsBelow = "mean(r | r < Gaussian VaR)"
}
