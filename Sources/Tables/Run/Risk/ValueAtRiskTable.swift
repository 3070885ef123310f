import Analytics

/// VaR and CVaR by every method, level and horizon.
enum ValueAtRiskTable {
    private typealias Column = TableColumn<Row>

    static let definition = TableDefinition<Analysis>(
        name: "value_at_risk", title: "Value at risk",
        summary: "VaR and CVaR at 95 and 99 % over one and five days by four methods",
        metrics: keys, columns: columns, rows: rows)

    /// One method over one horizon; the numbers are computed when the row is read.
    private struct Row: Sendable {
        let name: String
        let method: String
        let days: Int
        let analysis: Analysis

        func value(_ measure: String, _ level: Int) -> TableValue {
            let key = "\(measure)_\(method)_\(level)" + (days == 1 ? "" : "_\(days)d")
            return analysis.metrics[named: key].map { .number($0.value) } ?? .none
        }

        func convention(_ measure: String, _ level: Int) -> String {
            analysis.metrics[named: "\(measure)_\(method)_\(level)" + (days == 1 ? "" : "_\(days)d")]?.convention ?? ""
        }
    }

    private static let columns: [Column] = [
        Column("method", "Method", .word, stretch: 1) { .text($0.method) }.showing { .text($0.name) },
        Column("periods", nil, .count) { .integer($0.days) },
        number("var_95", "VaR 95", "var", 95), number("cvar_95", "CVaR 95", "cvar", 95),
        number("var_99", "VaR 99", "var", 99), number("cvar_99", "CVaR 99", "cvar", 99),
    ]

    private static func number(_ key: String, _ head: String, _ measure: String, _ level: Int) -> Column {
        Column(key, head, .fraction, places: 2) { $0.value(measure, level) }
            .explained { $0.convention(measure, level) }
    }

    private static let keys = methods.flatMap { method in
        ["var", "cvar"].flatMap { measure in
            ["95", "99"].flatMap { level in ["", "_5d"].map { "\(measure)_\(method.0)_\(level)\($0)" } }
        }
    }

    private static let methods = [
        ("historical", "Historical"), ("gaussian", "Gaussian"), ("cornish_fisher", "Cornish–Fisher"),
        ("monte_carlo", "Monte Carlo, fat tails"),
    ]

    private static func rows(_ analysis: Analysis) -> TableRows<Row> {
        let all = [1, 5].flatMap { days in
            methods.map { Row(name: $0.1, method: $0.0, days: days, analysis: analysis) }
        }
        let noun = analysis.distribution.periodName
        return TableRows(all).with {
            $0.subtitle = "of \(noun) returns; CVaR is the mean beyond VaR, by the same method"
            $0.group = { $0.days == 1 ? "One period" : "Five periods" }
        }
    }
}
