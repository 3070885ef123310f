/// The returns of the daily view in order beside those that a normal distribution of their mean and deviation would give.
public struct NormalPlot: Sendable {
    /// What a normal distribution gives at the place of each, increasing: mean + s·Φ⁻¹((i − ½)/n).
    public let expected: [Double]
    /// What was observed, in order.
    public let observed: [Double]
    /// How many returns there are in all; of many, the middle is given by a part of them.
    public let count: Int
    /// What one return is of: `daily`.
    public let periodName: String
}

/// How returns depend on those before them.
public struct Autocorrelations: Sendable {
    /// ρ at lags 1, 2, …, of the daily view.
    public let values: [Double]
    /// How many returns they are of.
    public let count: Int
    /// What 95 % of estimates of independent returns stay within on either side of zero: 1.96/√n.
    public var bound: Double { 1.96 / Double(count).squareRoot() }
}

extension Analysis {
    /// The returns beside a normal distribution's; throws where they are fewer than twenty or do not vary.
    public var normalPlot: NormalPlot {
        get throws(Unavailable) {
            let sorted = context.daily.returns.sorted()
            guard sorted.count >= 20 else { throw .fewerThan(20, "returns") }
            let section = distribution
            guard let mean = section.mean, let deviation = section.deviation, deviation > 0 else { throw .constant }
            let places = NormalPlot.places(of: sorted.count)
            return NormalPlot(
                expected: places.map { place in
                    mean + deviation * NormalDistribution.quantile((Double(place) + 0.5) / Double(sorted.count))
                },
                observed: places.map { sorted[$0] }, count: sorted.count, periodName: section.periodName)
        }
    }

    /// Autocorrelations at lags up to twenty, or a fifth of the returns; throws where these are few or do not vary.
    public var autocorrelations: Autocorrelations {
        get throws(Unavailable) {
            let dependence = try context(ReturnDependence.self)
            let lags = min(20, dependence.count / 5)
            guard lags > 3 else { throw .fewerThan(20, "returns") }
            return Autocorrelations(
                values: (1...lags).map { dependence.autocorrelation.lag($0) }, count: dependence.count)
        }
    }
}

extension NormalPlot {
    /// The hundred outermost on either side are all there, in between every so many that there are four hundred.
    fileprivate static func places(of count: Int) -> [Int] {
        let (tail, middle) = (100, 400)
        guard count > 2 * tail + middle else { return Array(0..<count) }
        let inner = count - 2 * tail
        let step = (inner + middle - 1) / middle
        return Array(0..<tail) + Array(stride(from: tail, to: count - tail, by: step)) + Array((count - tail)..<count)
    }
}
