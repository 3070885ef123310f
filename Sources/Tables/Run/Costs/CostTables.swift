import Analytics

/// The run at further costs, and how gross P&L became the change of the account.
enum CostTables {
    private typealias SweepColumn = TableColumn<CostStep>
    private typealias BridgeColumn = TableColumn<CostBridge.Step>

    static let sweep = TableDefinition<Analysis>(
        name: "cost_sweep", title: "What if trading had cost more",
        summary: "return, Sharpe ratio and drawdown at further costs of 0 to 50 basis points of what was traded",
        columns: [
            SweepColumn("basis_points", "Basis points", .ratio, places: 0, stretch: 1) { .number($0.basisPoints) },
            SweepColumn("total_return", "Total return", .fraction, places: 1) { .number($0.totalReturn) }.toned(
                .bySign),
            SweepColumn("cagr", "CAGR", .fractionPerYear, places: 1) { .number($0.cagr) }.toned(.bySign),
            SweepColumn("sharpe", "Sharpe", .ratio, places: 2) { .number($0.sharpe) }.toned(.bySign),
            SweepColumn("max_drawdown", "Drawdown", .fraction, places: 1) { .number($0.maxDrawdown) }.toned(.bySign),
        ]
    ) { (analysis) throws(Unavailable) in
        TableRows(try analysis.costSweep).with {
            $0.subtitle = "further cost of all that was bought or sold, one way, beside the fees paid"
        }
    }

    static let bridge = TableDefinition<Analysis>(
        name: "cost_bridge", title: "From gross to net",
        summary: "how P&L before fees became the change of the account",
        columns: [
            BridgeColumn("key", "Step", .word, stretch: 1) { .text($0.key) }.showing { .text($0.name) }
                .toned { $0.isLevel ? .strong : .plain },
            BridgeColumn("amount", "Amount", .money, places: 0) { .number($0.amount) }.toned(.bySign),
            BridgeColumn("level", nil, .flag) { .flag($0.isLevel) },
        ]
    ) { (analysis) throws(Unavailable) in TableRows(try analysis.costBridge.steps) }
}
