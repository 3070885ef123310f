import Series

/// What a segment's weight and what was chosen within it added to the difference from the benchmark.
///
/// Brinson, Hood and Beebower (1986), with allocation against the benchmark's total as Brinson and Fachler (1985) have it.
public struct BrinsonEffects: Equatable, Sendable {
    /// (w − b)·(rb − RB): more of what did better than the whole benchmark.
    public var allocation: Double
    /// b·(r − rb): better than the benchmark's own part of the segment.
    public var selection: Double
    /// (w − b)·(r − rb), and what was earned in a segment that was not held at the start.
    public var interaction: Double

    /// All three.
    public var total: Double { allocation + selection + interaction }
}

extension BrinsonEffects {
    /// The effects of one period; they sum to the difference of returns.
    ///
    /// - Parameters:
    ///   - weights: The portfolio's weights at the start, w; with cash they sum to one.
    ///   - results: What each segment added to the portfolio's return, w·r where it was held unchanged.
    ///   - benchmarkWeights: b, which sum to one.
    ///   - benchmarkReturns: rb.
    static func of(
        weights: [Double], results: [Double], benchmarkWeights: [Double], benchmarkReturns: [Double]
    ) -> [BrinsonEffects] {
        let whole = zip(benchmarkWeights, benchmarkReturns).reduce(0) { $0 + $1.0 * $1.1 }
        return weights.indices.map { place in
            let (weight, other, otherReturn) = (weights[place], benchmarkWeights[place], benchmarkReturns[place])
            let own = weight == 0 ? otherReturn : results[place] / weight
            let selection = other * (own - otherReturn)
            return BrinsonEffects(
                allocation: (weight - other) * (otherReturn - whole), selection: selection,
                interaction: results[place] - weight * otherReturn - selection)
        }
    }
}
