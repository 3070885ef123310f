import Glibc

/// The χ² distribution, for tests of several numbers at once.
package enum ChiSquareDistribution {
    /// The probability of a sum at least this large with a whole number of degrees of freedom.
    ///
    /// The finite sums of Abramowitz and Stegun 26.4.4 and 26.4.5.
    package static func upperTail(_ value: Double, freedom: Int) -> Double {
        guard freedom > 0, !value.isNaN else { return .nan }
        guard value > 0 else { return 1 }
        let isEven = freedom.isMultiple(of: 2)
        var term = isEven ? exp(-value / 2) : (2 * value / Double.pi).squareRoot() * exp(-value / 2)
        var sum = isEven ? term : erfc((value / 2).squareRoot()) + (freedom > 1 ? term : 0)
        var place = isEven ? 2.0 : 3.0
        while place < Double(freedom) {
            term *= value / place
            sum += term
            place += 2
        }
        return min(1, sum)
    }
}
