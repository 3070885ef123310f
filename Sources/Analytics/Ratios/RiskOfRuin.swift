import Glibc
import Series

extension MetricKey {
    /// Risk of losing half.
    public static let riskOfRuin = MetricKey("risk_of_ruin")
}

extension MetricDefinition {
    static let riskOfRuin = MetricDefinition(
        decidedBy: [.ruin, .shortSpans],
        { conventions in
            let isOfHalf = conventions.ruin == .halfOfCapital
            return MetricDeclaration(
                key: .riskOfRuin, name: isOfHalf ? "Risk of losing half" : "Risk of ruin", group: .ratios,
                unit: .probability, places: 3, better: .lower,
                summary: isOfHalf
                    ? "Probability of ever falling to half of the start value, if log returns go on normal and independent."
                    : "Probability of losing every period, by the share of winning days alone.",
                formula: conventions.ruin.phrase,
                edgeCases:
                    isOfHalf
                    ? "1 where mean log growth is not above zero. Of the daily view. A total loss, n < 2, spans under 90 days, returns that "
                        + "do not vary: n/a."
                    : "Near zero for any long run, whatever it earned. No return other than zero: n/a.",
                peers: "quantstats' says how likely it is to lose n times in a row.",
                source: isOfHalf ? "Cox and Miller (1965), The Theory of Stochastic Processes, 5.7." : "",
                appliesToBenchmark: true)
        },
        inputs: { $0.text.dailyReturns },
        compute: { context throws(Unavailable) in
            try context.requireReturns(2)
            switch context.conventions.ruin {
            case .halfOfCapital:
                try context.requireYear()
                try context.requireVariation()
                guard context.view.returns.allSatisfy({ $0 > -1 }) else { throw .ruined }
                let logs = MeanAndVariance(context.view.returns.map { log1p($0) })
                guard let deviation = logs.sampleDeviation, deviation > 0 else { throw .constant }
                return logs.mean > 0 ? exp(-2 * M_LN2 * logs.mean / (deviation * deviation)) : 1
            case .winRate:
                let tally = context(ReturnTally.self).tally
                guard tally.wins + tally.losses > 0 else { throw .noMovement }
                let wins = Double(tally.wins) / Double(tally.wins + tally.losses)
                return pow((1 - wins) / (1 + wins), Double(context.view.count))
            }
        })
}
