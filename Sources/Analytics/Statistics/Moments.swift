import Glibc
import Series

/// Mean and central moments of a column, by two passes of compensated sums.
///
/// One pass for the mean, one for the powers about it: a one-pass update loses digits where the mean is small beside the
/// deviation, which is the case for every series of returns.
struct Moments: Equatable, Sendable {
    /// How many values.
    let count: Int
    /// Arithmetic mean; 0 for none.
    let mean: Double
    /// Σ(x−mean)².
    let squares: Double
    /// Σ(x−mean)³.
    let cubes: Double
    /// Σ(x−mean)⁴.
    let fourths: Double
    /// Whether the values differ by no more than rounding; then all powers are exactly 0.
    let isConstant: Bool

    /// The moments of a column whose values are known within `rounding`.
    init(_ values: Span<Double>, within rounding: Rounding = .none) {
        count = values.count
        guard count > 0 else { (mean, squares, cubes, fourths, isConstant) = (0, 0, 0, 0, true); return }
        let mean = StableSum.of(values) / Double(values.count)
        var (second, third, fourth) = (StableSum(), StableSum(), StableSum())
        var (low, high) = (values[0], values[0])
        for index in values.indices {
            let value = values[index]
            low = min(low, value)
            high = max(high, value)
            let distance = value - mean
            let square = distance * distance
            second.add(square)
            third.add(square * distance)
            fourth.add(square * square)
        }
        let varies = Variation.exists(in: values, from: low, to: high, within: rounding)
        self.mean = low == high ? low : mean
        (squares, cubes, fourths) = varies ? (second.value, third.value, fourth.value) : (0, 0, 0)
        isConstant = !varies
    }

    private init(count: Int, mean: Double, squares: Double, cubes: Double, fourths: Double, isConstant: Bool) {
        (self.count, self.mean, self.isConstant) = (count, mean, isConstant)
        (self.squares, self.cubes, self.fourths) = (squares, cubes, fourths)
    }

    /// The moments of the same values, each with the same number added: only the mean moves.
    func moved(by distance: Double) -> Moments {
        Moments(
            count: count, mean: mean + distance, squares: squares, cubes: cubes, fourths: fourths,
            isConstant: isConstant)
    }

    /// The moments of a column.
    init(_ values: [Double], within rounding: Rounding = .none) { self.init(values.span, within: rounding) }

    /// Σ(x−mean)²/(n−1); nil for fewer than two values.
    var sampleVariance: Double? { count > 1 ? squares / Double(count - 1) : nil }

    /// s, with n − 1; nil for fewer than two values.
    var sampleDeviation: Double? { sampleVariance.map { $0.squareRoot() } }

    /// g₁ = m₃/m₂^1.5; nil where the values do not vary.
    var skewness: Double? {
        guard count > 0, squares > 0 else { return nil }
        let second = squares / Double(count)
        return cubes / Double(count) / (second * second.squareRoot())
    }

    /// m₄/m₂², 3 for a normal distribution; nil where the values do not vary.
    var kurtosis: Double? {
        guard count > 0, squares > 0 else { return nil }
        return fourths * Double(count) / (squares * squares)
    }

    /// G₁, bias-corrected; nil for fewer than three values or none that vary.
    var adjustedSkewness: Double? {
        guard count > 2, let skewness else { return nil }
        let n = Double(count)
        return skewness * (n * (n - 1)).squareRoot() / (n - 2)
    }

    /// G₂, bias-corrected excess; nil for fewer than four values or none that vary.
    var adjustedExcessKurtosis: Double? {
        guard count > 3, let kurtosis else { return nil }
        let n = Double(count)
        return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (kurtosis - 3) + 6)
    }
}
