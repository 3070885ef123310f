import Analytics
import Series

/// Pearson's correlation of the runs' returns between common moments.
public struct CorrelationMatrix: Sendable {
    /// How few common returns say nothing.
    public static let leastReturns = 3

    private let values: [[Result<Double, Unavailable>]]

    /// Every pair; time grows with the square of the number of runs.
    init(_ runs: [StretchReturns]) {
        values = runs.indices.map { row in
            runs.indices.map { column in
                // A run that does not vary goes with nothing, not even with itself.
                guard runs[row].varies, runs[column].varies else { return .failure(.noVariation) }
                if row == column { return .success(1) }
                let (low, high) = (min(row, column), max(row, column))
                return Self.correlation(runs[low].excess, runs[high].excess)
            }
        }
    }

    /// How many runs.
    public var count: Int { values.count }

    /// The correlation of two runs, −1…1, or why there is none.
    public subscript(row: Int, column: Int) -> Result<Double, Unavailable> { values[row][column] }

    /// The correlation of two columns of the same length.
    static func correlation(_ first: [Double], _ second: [Double]) -> Result<Double, Unavailable> {
        guard first.count >= leastReturns else { return .failure(.fewCommonReturns(leastReturns, first.count)) }
        let products = CenteredSums(first, second)
        guard let correlation = products.correlation else { return .failure(.noVariation) }
        return .success(correlation)
    }
}

/// Means of two columns and the sums of products about them, by compensated sums.
struct CenteredSums {
    let count: Int
    let firstMean: Double
    let secondMean: Double
    /// Σ(x−x̄)².
    let firstSquares: Double
    /// Σ(y−ȳ)².
    let secondSquares: Double
    /// Σ(x−x̄)(y−ȳ).
    let products: Double

    init(_ first: [Double], _ second: [Double]) {
        count = first.count
        let divisor = Double(max(1, count))
        firstMean = StableSum.of(first) / divisor
        secondMean = StableSum.of(second) / divisor
        var (one, two, both) = (StableSum(), StableSum(), StableSum())
        for index in first.indices {
            let (x, y) = (first[index] - firstMean, second[index] - secondMean)
            one.add(x * x)
            two.add(y * y)
            both.add(x * y)
        }
        (firstSquares, secondSquares, products) = (one.value, two.value, both.value)
    }

    /// Σxy/√(Σx²·Σy²), kept within −1…1; nil where one does not vary.
    var correlation: Double? {
        guard firstSquares > 0, secondSquares > 0 else { return nil }
        return min(1, max(-1, products / (firstSquares.squareRoot() * secondSquares.squareRoot())))
    }

    /// x̄/s(x), with n − 1.
    var firstRatio: Double { firstMean / (firstSquares / Double(count - 1)).squareRoot() }
    /// ȳ/s(y).
    var secondRatio: Double { secondMean / (secondSquares / Double(count - 1)).squareRoot() }
}
