import Analytics
import Formatting

/// What positions add to the risk, and how they and factors go together.
enum AssetRiskTables {
    private typealias Column = TableColumn<AssetRisk.Row>

    static let contributions = TableDefinition<Analysis>(
        name: "risk_contributions", title: "Contribution to the risk",
        summary: "what each position held at the end adds to the volatility; the parts sum to it", shownRows: 20,
        columns: [
            Column("symbol", "Symbol", .word, stretch: 1) { .text($0.symbol) },
            Column("weight", "Weight", .fraction, places: 1) { .number($0.weight) },
            Column("volatility", "Volatility", .fractionPerYear, places: 1) { .number($0.volatility) },
            Column("contribution", "Part of the risk", .fractionPerYear, places: 2) { .number($0.contribution) }
                .toned(.bySign),
            Column("share", "Share", .fraction, places: 1) { .number($0.share) },
        ]
    ) { (analysis) throws(Unavailable) in
        let risk = try analysis.assetRisk
        return TableRows(risk.rows).with {
            $0.subtitle =
                "of a volatility of \(ValueUnit.fraction.text(risk.volatility, places: 1)) a year"
            $0.footnote =
                "Weights of \(risk.moment.date.display), covariance of \(risk.count) days; the parts sum to the volatility. "
                + "Diversification ratio \(ValueUnit.ratio.text(risk.diversification, places: 2))."
                + (risk.leftOut.isEmpty ? "" : " Without returns: \(risk.leftOut.joined(separator: ", ")).")
        }
    }

    static let positions = correlations(
        "position_correlations", "Correlation of positions", "correlations of the daily returns of what was held"
    ) { (analysis) throws(Unavailable) in try analysis.positionCorrelations }

    static let factors = correlations(
        "factor_correlations", "Correlation of factors", "correlations of the factors with each other and with the run"
    ) { (analysis) throws(Unavailable) in try analysis.factorCorrelations }

    private struct Pair: Sendable {
        let first: String
        let second: String
        let pair: PairCorrelations.Pair
    }

    private static func correlations(
        _ name: String, _ title: String, _ summary: String,
        _ matrix: @escaping @Sendable (Analysis) throws(Unavailable) -> PairCorrelations
    ) -> TableDefinition<Analysis> {
        TableDefinition<Analysis>(
            name: name, title: title, summary: summary, shownRows: 30, isSortable: true,
            columns: [
                TableColumn<Pair>("first", "", .word) { .text($0.first) },
                TableColumn<Pair>("second", "and", .word, stretch: 1) { .text($0.second) },
                TableColumn<Pair>("correlation", "Correlation", .ratio, places: 2) { .optional($0.pair.value) },
                TableColumn<Pair>("count", "Days", .count) { .integer($0.pair.count) },
            ]
        ) { (analysis) throws(Unavailable) in
            let all = try matrix(analysis)
            return TableRows(
                all.pairs.map { Pair(first: all.names[$0.first], second: all.names[$0.second], pair: $0) })
        }
    }
}
