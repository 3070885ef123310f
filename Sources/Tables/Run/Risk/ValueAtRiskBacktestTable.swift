import Analytics

/// Whether value at risk held: what was forecast, what came, and the tests.
enum ValueAtRiskBacktestTable {
    private typealias Column = TableColumn<Row>

    static let definition = TableDefinition<Analysis>(
        name: "var_backtest", title: "Was value at risk right?",
        summary: "how often returns fell below the VaR forecast for them, with Kupiec's and Christoffersen's tests",
        columns: columns, rows: rows)

    private struct Row: Sendable {
        let level: Int
        let test: CoverageTest

        /// What clusters or not is unknown without a failure.
        func afterFailure(_ value: Double) -> TableValue {
            test.failures > 0
                ? .number(value) : .unavailable(Unavailable(code: "no_exceedance", reason: "no return was below VaR"))
        }

        var verdict: String {
            let isRight = test.coverageProbability >= 0.05
            let isClustered = test.failures > 0 && test.independenceProbability < 0.05
            let count = isRight ? "as many as forecast" : test.rate > test.share ? "too many" : "too few"
            let isJoint = isRight && !isClustered && test.failures > 0 && test.jointProbability < 0.05
            return count + (isClustered ? ", in clusters" : isJoint ? ", but not both at once" : "")
        }
    }

    private static let columns: [Column] = [
        Column("level", "VaR", .count) { .integer($0.level) }.showing { .text("\($0.level) %") },
        Column("forecasts", "Forecasts", .count) { .integer($0.test.count) },
        Column("exceedances", "Below", .count) { .integer($0.test.failures) },
        Column("expected", "Expected", .count, places: 1) { .number($0.test.expected) },
        Column("rate", "Below", .fraction, places: 2) { .number($0.test.rate) },
        Column("kupiec_ratio", nil, .ratio, places: 3) { .number($0.test.coverage) },
        Column("kupiec_p", "Kupiec p", .probability, places: 3) { .number($0.test.coverageProbability) },
        Column("independence_ratio", nil, .ratio, places: 3) { .number($0.test.independence) },
        Column("independence_p", "Independence p", .probability, places: 3) {
            $0.afterFailure($0.test.independenceProbability)
        },
        Column("christoffersen_p", "Christoffersen p", .probability, places: 3) {
            $0.afterFailure($0.test.jointProbability)
        },
        Column("verdict", "Exceedances at 5 %", .word, stretch: 1) { .text($0.verdict) },
    ]

    private static func rows(_ analysis: Analysis) throws(Unavailable) -> TableRows<Row> {
        let backtest = try analysis.valueAtRiskBacktest
        let rows = [Row(level: 95, test: backtest.test95)] + (backtest.test99.map { [Row(level: 99, test: $0)] } ?? [])
        return TableRows(rows).with {
            $0.subtitle = "historical VaR of the \(backtest.window) observations before, without looking ahead"
        }
    }
}
