import Glibc
import Series

/// Cariño's linking of parts over several periods, so that they sum to what was earned in all.
///
/// Each period's parts are weighed with ln(1+r)/r over ln(1+R)/R. D. R. Cariño (1999), Combining Attribution Effects Over
/// Time, Journal of Performance Measurement 3(4).
enum Linking {
    /// What each period's parts are multiplied by; nil after a total loss.
    static func factors(_ returns: [Double]) -> [Double]? {
        guard returns.allSatisfy({ $0 > -1 }) else { return nil }
        let logs = returns.map { log1p($0) }
        let sum = StableSum.of(logs)
        let whole = coefficient(expm1(sum), sum)
        return returns.indices.map { coefficient(returns[$0], logs[$0]) / whole }
    }

    /// The same for differences to a benchmark: (ln(1+r) − ln(1+b))/(r − b).
    static func factors(_ returns: [Double], against benchmark: [Double]) -> [Double]? {
        guard (returns + benchmark).allSatisfy({ $0 > -1 }) else { return nil }
        let (own, other) = (returns.map { log1p($0) }, benchmark.map { log1p($0) })
        let (sum, otherSum) = (StableSum.of(own), StableSum.of(other))
        let whole = coefficient(expm1(sum), expm1(otherSum), sum - otherSum)
        return returns.indices.map {
            coefficient(returns[$0], benchmark[$0], own[$0] - other[$0]) / whole
        }
    }

    /// ln(1+r)/r, 1 at 0.
    private static func coefficient(_ value: Double, _ logarithm: Double) -> Double {
        value.magnitude < 1e-9 ? 1 - value / 2 : logarithm / value
    }

    /// The difference of logarithms over the difference, 1/(1+r) where there is none.
    private static func coefficient(_ value: Double, _ other: Double, _ logarithms: Double) -> Double {
        let difference = value - other
        // The logarithmic mean is flat here: its midpoint has more digits than the quotient.
        return difference.magnitude < 1e-6 ? 1 / (1 + (value + other) / 2) : logarithms / difference
    }
}
