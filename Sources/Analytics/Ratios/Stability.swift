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
            var logs = [Double]()
            logs.reserveCapacity(context.history.count)
            var sum = StableSum()
            for value in context.history.returns {
                guard value > -1 else { throw .ruined }
                sum.add(log1p(value))
                logs.append(sum.value)
            }
            let steps = logs.indices.map { Double($0) }
            guard let correlation = LinearFit(steps.span, logs.span)?.correlation else { throw .constant }
            return correlation * correlation
        })
}
