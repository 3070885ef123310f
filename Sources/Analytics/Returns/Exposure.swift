import RunModel

extension MetricContext {
    /// Share of rows of the position history with at least one position; nil without positions.
    var positionExposure: Double? {
        guard let positions = run.positions, !positions.stamps.isEmpty else { return nil }
        var held = 0
        for row in positions.stamps.indices where positions.values.contains(where: { $0[row] != 0 }) { held += 1 }
        return Double(held) / Double(positions.stamps.count)
    }
}

extension MetricDefinition {
    static let exposure = MetricDefinition(
        MetricDeclaration(
            key: "exposure", name: "Exposure", group: .returns, unit: .fraction, places: 1,
            summary: "Share of the time with a position in the market.",
            formula: "periods with a position / n; without positions: count(r ≠ 0)/n",
            edgeCases: "From recorded positions where there are any, otherwise from returns other than zero, and the "
                + "convention says which. n = 0: n/a.",
            peers: "quantstats counts returns other than zero and rounds up to whole percent.",
            appliesToBenchmark: false),
        convention: {
            $0.positionExposure == nil
                ? "share of periods with a return other than zero" : "share of periods with a position"
        },
        compute: { context throws(Absence) in
            if let exposure = context.positionExposure { return exposure }
            try context.requireReturns()
            return Double(context.history.returns.count { $0 != 0 }) / Double(context.history.count)
        })
}
