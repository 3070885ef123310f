import Analytics

/// Core metrics per regime, and how regimes follow each other.
enum RegimeTables {
    private typealias Column = TableColumn<RegimeSection.Row>
    private typealias Step = TableColumn<RegimeSection.Transition>

    static let metrics = TableDefinition<Analysis>(
        name: "regimes", title: "Regimes", summary: "core metrics of every regime",
        columns: [
            Column("regime", "Regime", .word, stretch: 1) { .text($0.name) },
            Column("count", "Returns", .count) { .integer($0.count) },
            Column("share", "Share", .fraction, places: 0) { .number($0.share) },
            Column("spells", "Spells", .count) { .integer($0.spells) },
            Column("mean_duration", "Mean length", .ratio, places: 1) { .number($0.meanDuration) },
            Column("total_return", "Return", .fraction, places: 1) { .number($0.total) }.toned(.bySign),
            Column("mean_return", "Mean a year", .fractionPerYear, places: 1) { .number($0.meanReturn) }.toned(.bySign),
            Column("volatility", "Volatility", .fractionPerYear, places: 1) { .number($0.volatility) },
            Column("sharpe", "Sharpe", .ratio, places: 2) { .number($0.sharpe) },
            Column("max_drawdown", "Drawdown", .fraction, places: 1) { .number($0.maxDrawdown) }.toned(.bySign),
            Column("win_rate", "Win rate", .fraction, places: 0) { .number($0.winRate) },
            Column("worst", "Worst", .fraction, places: 1) { .number($0.worst) }.toned(.bySign),
        ]
    ) { (analysis) throws(Unavailable) in
        let section = try analysis.regimes
        return TableRows(section.rows).with { $0.subtitle = section.source + "; drawdown of its returns put together" }
    }

    static let transitions = TableDefinition<Analysis>(
        name: "regime_transitions", title: "Transitions",
        summary: "how often each regime follows each, and how often the spell that begins so earned",
        columns: [
            Step("from", "From", .word, stretch: 1) { .text($0.from) },
            Step("to", "To", .word, stretch: 1) { .text($0.to) },
            Step("count", "Times", .count) { .integer($0.count) },
            Step("probability", "Probability", .probability, places: 3) { .number($0.probability) },
            Step("profitable", "Spells that earned", .fraction, places: 0) { .optional($0.profitable) }.without("–"),
        ]
    ) { (analysis) throws(Unavailable) in
        TableRows(try analysis.regimes.transitions).with { $0.subtitle = "from one return to the next" }
    }
}
