import RunModel

/// How often the run held something. Time is linear in rows times symbols.
private struct PositionExposure: Statistic {
    /// Share of rows of the position history after the start value with at least one position; nil without such rows.
    let share: Double?

    init(_ context: MetricContext) {
        guard let positions = context.run.positions else { share = nil; return }
        let rows = positions.timestamps.indices.filter { positions.timestamps[$0] > context.history.baseline }
        let held = rows.count { row in positions.values.contains { $0[row] != 0 } }
        share = rows.isEmpty ? nil : Double(held) / Double(rows.count)
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
            return [context(PositionExposure.self).share == nil ? "no positions recorded" : "of recorded positions"]
        },
        compute: { context throws(Unavailable) in
            let isOfPositions = context.conventions.exposure == .positions
            if isOfPositions, let exposure = context(PositionExposure.self).share { return exposure }
            try context.requireReturns()
            let share = Double(context.history.returns.count { $0 != 0 }) / Double(context.history.count)
            return isOfPositions ? share : (share * 100).rounded(.up) / 100
        })
}
