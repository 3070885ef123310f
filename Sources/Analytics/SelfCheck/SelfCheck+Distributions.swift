/// Points of distributions that tables print.
extension SelfCheck {
    static var distributions: [PublishedNumber] {
        let tables = "Abramowitz and Stegun (1964), Handbook of Mathematical Functions"
        let quantiles = "Fisher and Yates (1938), Statistical Tables"
        return [
            PublishedNumber(
                tables, "Φ(1), table 26.1", "0.841344746068543", NormalDistribution.cumulative(1)),
            PublishedNumber(
                tables, "Φ(2), table 26.1", "0.977249868051821", NormalDistribution.cumulative(2)),
            PublishedNumber(
                quantiles, "|t| above 2.228, ten degrees of freedom", "0.050",
                StudentDistribution.twoSidedTail(2.228, freedom: 10)),
            PublishedNumber(
                quantiles, "|t| above 2.845, twenty degrees of freedom", "0.010",
                StudentDistribution.twoSidedTail(2.845, freedom: 20)),
            PublishedNumber(
                quantiles, "χ² above 18.307, ten degrees of freedom", "0.050",
                ChiSquareDistribution.upperTail(18.307, freedom: 10)),
            PublishedNumber(
                quantiles, "χ² above 3.841, one degree of freedom", "0.050",
                ChiSquareDistribution.upperTail(3.841, freedom: 1)),
        ]
    }

    /// Bacon's example of three regions, chapter 5.
    static var attribution: [PublishedNumber] {
        let book = "Bacon (2008), chapter 5, equity portfolio of three regions"
        let effects = BrinsonEffects.of(
            weights: [0.4, 0.3, 0.3], results: [0.4 * 0.2, 0.3 * -0.05, 0.3 * 0.06], benchmarkWeights: [0.4, 0.2, 0.4],
            benchmarkReturns: [0.1, -0.04, 0.08])
        func sum(_ path: (BrinsonEffects) -> Double) -> Double { effects.reduce(0) { $0 + path($1) } }
        return [
            PublishedNumber(book, "allocation", "-0.012", sum(\.allocation)),
            PublishedNumber(book, "selection", "0.030", sum(\.selection)),
            PublishedNumber(book, "interaction", "0.001", sum(\.interaction)),
            PublishedNumber(book, "excess return", "0.019", sum(\.total)),
        ]
    }
}
