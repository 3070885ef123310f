import Glibc

/// The standard normal distribution.
package enum NormalDistribution {
    /// φ(x).
    package static func density(_ value: Double) -> Double { exp(-value * value / 2) / (2 * Double.pi).squareRoot() }

    /// Φ(x), through the complementary error function so that the lower tail keeps its digits.
    package static func cumulative(_ value: Double) -> Double { erfc(-value / 2.0.squareRoot()) / 2 }

    /// Φ⁻¹(p) for 0 < p < 1; infinite at 0 and 1, NaN outside.
    ///
    /// A rational start from Abramowitz and Stegun 26.2.23 (error below 4.5e-4), then Halley's method on Φ itself, which
    /// triples the digits each time.
    package static func quantile(_ probability: Double) -> Double {
        guard probability >= 0, probability <= 1 else { return .nan }
        guard probability > 0, probability < 1 else { return probability == 0 ? -.infinity : .infinity }
        let isLower = probability < 0.5
        let tail = isLower ? probability : 1 - probability
        var value = -start(tail)
        for _ in 0..<3 {
            let error = (cumulative(value) - tail) / density(value)
            value -= error / (1 + value * error / 2)
        }
        return isLower ? value : -value
    }

    private static func start(_ tail: Double) -> Double {
        let t = (-2 * log(tail)).squareRoot()
        return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    }
}
