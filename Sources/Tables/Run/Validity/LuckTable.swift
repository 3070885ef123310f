import Analytics

/// What is left without the best days, the worst days and the best trades.
enum LuckTable {
    private typealias Column = TableColumn<LuckSection.Row>

    static let definition = TableDefinition<Analysis>(
        name: "luck", title: "What hangs on a few",
        summary: "the run without its best days, worst days and best trades",
        columns: [
            Column("left_out", "Without", .count, stretch: 1, alignment: .left) { .integer($0.left) }
                .showing { .text($0.left == 0 ? "as it was" : $0.left == 1 ? "the one" : "the \($0.left)") },
            Column("without_best_days", "best days", .fraction, places: 1) { .number($0.withoutBest) }.toned(.bySign),
            Column("cagr_without_best_days", "CAGR", .fractionPerYear, places: 1) { .number($0.growthWithoutBest) }
                .toned(.bySign),
            Column("sharpe_without_best_days", "Sharpe", .ratio, places: 2) { .number($0.sharpeWithoutBest) },
            Column("without_worst_days", "worst days", .fraction, places: 1) { .number($0.withoutWorst) }
                .toned(.bySign),
            Column("pnl_without_best_trades", "P&L, best trades", .money) { .number($0.profitWithoutBest) }
                .toned(.bySign),
        ]
    ) { (analysis) throws(Unavailable) in
        let section = try analysis.luck
        return TableRows(section.rows).with {
            $0.subtitle = "total return; CAGR and Sharpe without the best days"
            if analysis.run.trades == nil { $0.hidden = ["pnl_without_best_trades"] }
        }
    }
}
