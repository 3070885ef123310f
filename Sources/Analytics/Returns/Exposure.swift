import RunModel

extension MetricContext {
    /// Share of rows of the position history after the start value with at least one position; nil without such rows.
    var positionExposure: Double? {
        guard let positions = run.positions else { return nil }
        let rows = positions.stamps.indices.filter { positions.stamps[$0] > history.baseline }
        guard !rows.isEmpty else { return nil }
        let held = rows.count { row in positions.values.contains { $0[row] != 0 } }
        return Double(held) / Double(rows.count)
    }
}

extension MetricKey {
    /// Exposure.
    public static let exposure = MetricKey("exposure")
}

extension MetricDefinition {
    static let exposure = MetricDefinition(
        MetricDeclaration(
            key: .exposure, name: "Exposure", group: .returns, unit: .fraction, places: 1, better: .neither,
            summary: "Share of the time with a position in the market.",
            formula: "rows with a position / rows after the start; without positions: count(r ≠ 0)/n",
            edgeCases:
                "From recorded positions where there are any, otherwise from returns other than zero on the finest data, "
                + "and the convention says which. The row of the start value is no period. n = 0: n/a.",
            peers: "quantstats counts returns other than zero and rounds up to whole percent.",
            appliesToBenchmark: false),
        convention: {
            $0.positionExposure == nil
                ? "share of periods with a return other than zero" : "share of periods with a position"
        },
        compute: { context throws(Unavailable) in
            if let exposure = context.positionExposure { return exposure }
            try context.requireReturns()
            return Double(context.history.returns.count { $0 != 0 }) / Double(context.history.count)
        })
}
