import Glibc
import Series

/// Least squares of a column on several others and a constant, with what is needed to judge the coefficients.
///
/// By modified Gram–Schmidt on the columns with the explained one behind them, which is as stable as Householder's
/// reflections (Björck 1967).
struct LeastSquares: Sendable {
    /// Observations.
    let count: Int
    /// The constant's, then one of each column.
    let coefficients: [Double]
    /// y less what the columns explain.
    let residuals: [Double]
    private let explained: [Double]
    /// 1, then the columns.
    private let design: [[Double]]
    /// (XᵀX)⁻¹.
    private let inverse: [[Double]]

    /// Fits y; nil where there are no more observations than coefficients, or a column is made of the others.
    init?(_ y: [Double], on columns: [[Double]]) {
        let design = [[Double](repeating: 1, count: y.count)] + columns
        guard y.count > design.count, columns.allSatisfy({ $0.count == y.count }) else { return nil }
        guard let factors = Orthogonal(design, explaining: y) else { return nil }
        (self.design, explained) = (design, y)
        count = y.count
        coefficients = factors.solution
        residuals = factors.remainder
        inverse = factors.inverseOfProducts
    }

    /// Share of the variance of y that is explained; nil where y does not vary. Linear time.
    var rSquared: Double? {
        let mean = StableSum.of(explained) / Double(count)
        let centred = explained.map { $0 - mean }
        let total = Self.dot(centred, centred)
        return total > 0 ? max(0, 1 - Self.dot(residuals, residuals) / total) : nil
    }

    /// Observations less coefficients, at least one.
    var freedom: Int { count - design.count }

    /// Standard deviation of the residuals with ``freedom`` in the denominator.
    var residualDeviation: Double { (Self.dot(residuals, residuals) / Double(freedom)).squareRoot() }

    /// Standard errors for residuals that are independent and of one variance.
    var standardErrors: [Double] {
        inverse.indices.map { residualDeviation * max(0, inverse[$0][$0]).squareRoot() }
    }

    /// The Newey–West lag for so many observations: 4·(n/100)^(2/9), rounded down.
    static func lag(for count: Int) -> Int {
        Int(exactly: (4 * pow(Double(count) / 100, 2.0 / 9)).rounded(.down)) ?? 0
    }

    /// Newey and West's standard errors: residuals may vary in size and depend on each other up to a lag.
    ///
    /// Bartlett's weights 1 − l/(lag+1), times n/(n − k) as for small samples.
    func neweyWestErrors(lag: Int) -> [Double] {
        let scores = design.map { column in column.indices.map { column[$0] * residuals[$0] } }
        let size = design.count
        var middle = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
        for row in 0..<size {
            for column in 0...row {
                var sum = StableSum()
                for distance in 0...min(lag, count - 1) {
                    let weight = 1 - Double(distance) / Double(lag + 1)
                    let products = Self.dot(scores[row], scores[column], apart: distance)
                    let mirrored =
                        distance == 0
                        ? 0 : row == column ? products : Self.dot(scores[column], scores[row], apart: distance)
                    sum.add(weight * (products + mirrored))
                }
                (middle[row][column], middle[column][row]) = (sum.value, sum.value)
            }
        }
        let correction = Double(count) / Double(freedom)
        return inverse.indices.map { place in
            var sum = StableSum()
            for row in 0..<size {
                for column in 0..<size { sum.add(inverse[place][row] * middle[row][column] * inverse[column][place]) }
            }
            return (max(0, sum.value) * correction).squareRoot()
        }
    }

    /// Σ left[t]·right[t − distance].
    static func dot(_ left: [Double], _ right: [Double], apart distance: Int = 0) -> Double {
        var sum = StableSum()
        let (left, right) = (left.span, right.span)
        for index in distance..<max(distance, left.count) { sum.add(left[index] * right[index - distance]) }
        return sum.value
    }
}

/// Columns made orthogonal one after the other.
private struct Orthogonal {
    /// The coefficients of the original columns.
    let solution: [Double]
    /// What is left of y.
    let remainder: [Double]
    /// R, upper triangular, with unit columns beside it.
    private let triangle: [[Double]]

    /// Nil where a column is, but for rounding, made of those before it.
    init?(_ columns: [[Double]], explaining y: [Double]) {
        var (columns, y) = (columns, y)
        let size = columns.count
        var triangle = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
        var projections = [Double](repeating: 0, count: size)
        let lengths = columns.map { LeastSquares.dot($0, $0).squareRoot() }
        for place in 0..<size {
            let length =
                place == 0 ? lengths[0] : LeastSquares.dot(columns[place], columns[place]).squareRoot()
            guard length > 1e-10 * lengths[place], length > 0 else { return nil }
            triangle[place][place] = length
            let unit = columns[place].map { $0 / length }
            for later in (place + 1)..<max(size, place + 1) {
                let share = LeastSquares.dot(unit, columns[later])
                triangle[place][later] = share
                for index in unit.indices { columns[later][index] -= share * unit[index] }
            }
            projections[place] = LeastSquares.dot(unit, y)
            for index in unit.indices { y[index] -= projections[place] * unit[index] }
        }
        (self.triangle, remainder) = (triangle, y)
        solution = Self.solve(triangle, projections)
    }

    /// x of R·x = right.
    private static func solve(_ triangle: [[Double]], _ right: [Double]) -> [Double] {
        var result = right
        for place in right.indices.reversed() {
            for later in (place + 1)..<max(right.count, place + 1) {
                result[place] -= triangle[place][later] * result[later]
            }
            result[place] /= triangle[place][place]
        }
        return result
    }

    /// (XᵀX)⁻¹ = R⁻¹·R⁻ᵀ.
    var inverseOfProducts: [[Double]] {
        let size = triangle.count
        let columns = (0..<size).map { place in
            Self.solve(triangle, (0..<size).map { $0 == place ? 1 : 0 })
        }
        return (0..<size).map { row in
            (0..<size).map { column in (0..<size).reduce(0) { $0 + columns[$1][row] * columns[$1][column] } }
        }
    }
}
