import Glibc

/// The chi-square distribution with one or two degrees of freedom, which is what tests of value at risk need: both have
/// closed forms.
package enum ChiSquareDistribution {
    /// The probability of a value at least this large; 1 at zero and below.
    ///
    /// One degree: the square of a standard normal number, so erfc(√(x/2)). Two: the sum of two, so e^(−x/2).
    package static func upperTail(_ value: Double, degrees: Degrees) -> Double {
        guard value > 0 else { return 1 }
        return switch degrees {
        case .one: erfc((value / 2).squareRoot())
        case .two: exp(-value / 2)
        }
    }

    /// How many degrees of freedom.
    package enum Degrees: Sendable {
        case one
        case two
    }
}
