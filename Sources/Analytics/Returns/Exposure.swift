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
        decidedBy: [.exposure],
        { conventions in
            let isOfPositions = conventions.exposure == .positions
            return MetricDeclaration(
                key: .exposure, name: "Exposure", group: .returns, unit: .fraction, places: 1, better: .neither,
                summary: isOfPositions
                    ? "Share of the time with a position in the market."
                    : "Share of the returns other than zero, rounded up to whole percent.",
                formula: conventions.exposure.phrase,
                edgeCases: isOfPositions
                    ? "From recorded positions where there are any, otherwise from returns on the finest data; the "
                        + "convention says which. The row of the start value is no period. n = 0: n/a."
                    : "On the finest data. n = 0: n/a.",
                appliesToBenchmark: false)
        },
        inputs: { context in
            guard context.conventions.exposure == .positions else { return [] }
            return [context.positionExposure == nil ? "no positions recorded" : "of recorded positions"]
        },
        compute: { context throws(Unavailable) in
            let isOfPositions = context.conventions.exposure == .positions
            if isOfPositions, let exposure = context.positionExposure { return exposure }
            try context.requireReturns()
            let share = Double(context.history.returns.count { $0 != 0 }) / Double(context.history.count)
            return isOfPositions ? share : (share * 100).rounded(.up) / 100
        })
}
