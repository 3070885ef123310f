import Glibc
import Series

extension MetricKey {
    /// Stability.
    public static let stability = MetricKey("stability")
}

extension MetricDefinition {
    static let stability = MetricDefinition(
        MetricDeclaration(
            key: .stability, name: "Stability", group: .ratios, unit: .ratio, places: 2, better: .higher,
            summary: "How straight the line of log growth is: R² of its regression on time.",
            formula: "R² of Σ log(1+r) on 1…n",
            edgeCases: "0…1, regardless of direction, of the daily view. n < 2, flat growth, a total loss: n/a.",
            appliesToBenchmark: true),
        inputs: { $0.text.dailyReturns },
        compute: { context throws(Unavailable) in
            try context.requireReturns(2)
            guard context.view.returns.allSatisfy({ $0 > -1 }) else { throw .ruined }
            let wealth = context.isIntraday ? LevelColumn(context.daily.wealth) : context.wealth
            guard let share = straightness(ofLogsAfter: wealth) else { throw .constant }
            return share
        })

    /// R² of the logarithms of all values but the first on their position; nil where they do not vary.
    ///
    /// The positions' own sums are known: Σ(i−ī)² = n(n²−1)/12, and Σ(i−ī)·y needs no mean of y.
    private static func straightness(ofLogsAfter wealth: LevelColumn) -> Double? {
        let count = Double(wealth.count - 1)
        let middle = (count - 1) / 2
        let logs = wealth.dropFirst().map { log($0) }
        let spread = MeanAndVariance(logs.span)
        guard spread.squares > 0 else { return nil }
        var products = StableSum()
        for index in logs.indices { products.add((Double(index) - middle) * logs[index]) }
        let positions = count * (count * count - 1) / 12
        return min(1, products.value * products.value / (positions * spread.squares))
    }
}
