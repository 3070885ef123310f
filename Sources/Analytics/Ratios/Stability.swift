import Glibc
import Series

extension MetricDefinition {
    static let stability = MetricDefinition(
        MetricDeclaration(
            key: "stability", name: "Stability", group: .ratios, unit: .ratio, places: 2,
            summary: "How straight the line of log wealth is: R² of its regression on time.",
            formula: "R² of Σ log(1+r) on 1…n",
            edgeCases: "0…1, regardless of direction. n < 2, no variation, a total loss: n/a."),
        convention: { _ in "cumulative log returns on their count" },
        compute: { context throws(Absence) in
            try context.requireReturns(2)
            guard context.history.returns.allSatisfy({ $0 > -1 }) else { throw .ruined }
            let logs = context.wealth.dropFirst().map { log($0) }
            let steps = logs.indices.map { Double($0) }
            guard let correlation = Correlation.of(steps.span, logs.span) else { throw .constant }
            return correlation * correlation
        })
}
