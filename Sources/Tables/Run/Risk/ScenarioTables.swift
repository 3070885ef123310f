import Analytics
import Formatting

/// What scenarios would cost what was held at the end.
enum ScenarioTables {
    private struct Total: Sendable {
        let outcome: ScenarioSection.Outcome
        let equity: Double
    }

    private struct Part: Sendable {
        let scenario: String
        let position: ScenarioSection.Position
        let equity: Double
    }

    static let totals = TableDefinition<Analysis>(
        name: "scenarios", title: "Scenarios", summary: "what each scenario would cost what was held at the end",
        columns: [
            TableColumn<Total>("scenario", "Scenario", .word, stretch: 1) { .text($0.outcome.name) },
            TableColumn<Total>("result", "Result", .fraction, places: 1) { .number($0.outcome.total) }.toned(.bySign),
            TableColumn<Total>("pnl", "P&L", .money, places: 0) { .number($0.outcome.total * $0.equity) }
                .toned(.bySign),
            TableColumn<Total>("worst", "Worst position", .word) { .optional($0.outcome.worst?.symbol) }.without("–"),
            TableColumn<Total>("worst_result", "Its result", .fraction, places: 1) {
                .optional($0.outcome.worst?.result)
            }.without("–"),
            TableColumn<Total>("touched", "Touched", .count) { .integer($0.outcome.touched) },
            TableColumn<Total>("positions", "Positions", .count) { .integer($0.outcome.positions.count) },
        ]
    ) { (analysis) throws(Unavailable) in
        let section = try analysis.scenarios
        return TableRows(section.outcomes.map { Total(outcome: $0, equity: section.equity) }).with {
            $0.subtitle = "of what was held on \(section.moment.date.display), shares of the account"
        }
    }

    static let positions = TableDefinition<Analysis>(
        name: "scenario_positions", title: "Scenarios by position",
        summary: "the shock and the result of each position in each scenario", shownRows: 40,
        columns: [
            TableColumn<Part>("scenario", nil, .word) { .text($0.scenario) },
            TableColumn<Part>("symbol", "Symbol", .word, stretch: 1) { .text($0.position.symbol) },
            TableColumn<Part>("weight", "Weight", .fraction, places: 1) { .number($0.position.weight) },
            TableColumn<Part>("shock", "Shock", .fraction, places: 1) { .number($0.position.shock) },
            TableColumn<Part>("source", "Of its", .word) { .text($0.position.source.rawValue) },
            TableColumn<Part>("result", "Result", .fraction, places: 2) { .number($0.position.result) }
                .toned(.bySign),
            TableColumn<Part>("pnl", "P&L", .money, places: 0) { .number($0.position.result * $0.equity) }
                .toned(.bySign),
        ]
    ) { (analysis) throws(Unavailable) in
        let section = try analysis.scenarios
        let parts = section.outcomes.flatMap { outcome in
            outcome.positions.map { Part(scenario: outcome.name, position: $0, equity: section.equity) }
        }
        return TableRows(parts).with { rows in
            rows.group = { $0.scenario }
            rows.subtitle = "of what was held on \(section.moment.date.display)"
        }
    }
}
