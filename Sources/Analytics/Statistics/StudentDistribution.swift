import Glibc

/// Student's t distribution, for the significance of regression coefficients.
enum StudentDistribution {
    /// The probability of a |t| at least this large: I_{ν/(ν+t²)}(ν/2, 1/2).
    static func twoSidedTail(_ statistic: Double, freedom: Double) -> Double {
        guard freedom > 0, !statistic.isNaN else { return .nan }
        guard statistic.isFinite else { return 0 }
        let square = statistic * statistic
        return IncompleteBeta.regularized(freedom / (freedom + square), freedom / 2, 0.5, square / (freedom + square))
    }
}

/// The regularised incomplete beta function I_x(a, b).
enum IncompleteBeta {
    /// I_x(a, b) for 0 ≤ x ≤ 1, with `complement` = 1 − x given apart so that it keeps its digits near one.
    ///
    /// The continued fraction DLMF 8.17.22 by Lentz's method, on the side where it converges fast.
    static func regularized(_ x: Double, _ a: Double, _ b: Double, _ complement: Double) -> Double {
        guard x > 0 else { return 0 }
        guard complement > 0 else { return 1 }
        let front = exp(
            a * log(x) + b * log(complement) + LogGamma.of(a + b) - LogGamma.of(a) - LogGamma.of(b))
        if x < (a + 1) / (a + b + 2) { return front * fraction(x, a, b) / a }
        return 1 - front * fraction(complement, b, a) / b
    }

    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        var c = 1.0
        var d = 1 / nonZero(1 - (a + b) * x / (a + 1), tiny)
        var result = d
        for step in 1...10_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / nonZero(1 + even * d, tiny)
            c = nonZero(1 + even / c, tiny)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / nonZero(1 + odd * d, tiny)
            c = nonZero(1 + odd / c, tiny)
            let factor = d * c
            result *= factor
            if (factor - 1).magnitude < 1e-16 { break }
        }
        return result
    }

    private static func nonZero(_ value: Double, _ tiny: Double) -> Double {
        value.magnitude < tiny ? tiny : value
    }
}

/// ln Γ(x) for x > 0, without the C library's global sign.
enum LogGamma {
    /// Stirling's series (DLMF 5.11.1) at x ≥ 12, reached from below by Γ(x+1) = x·Γ(x).
    static func of(_ value: Double) -> Double {
        var x = value
        var product = 1.0
        while x < 12 {
            product *= x
            x += 1
        }
        let inverse = 1 / x
        let square = inverse * inverse
        let series =
            inverse
            * (1.0 / 12 - square
                * (1.0 / 360 - square
                    * (1.0 / 1260 - square
                        * (1.0 / 1680
                            - square * (1.0 / 1188 - square * 691.0 / 360_360)))))
        return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series - log(product)
    }
}
