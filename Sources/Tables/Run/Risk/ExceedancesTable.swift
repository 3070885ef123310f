import Analytics

/// The days that fell below the value at risk forecast for them.
enum ExceedancesTable {
    private typealias Column = TableColumn<ValueAtRiskBacktest.Exceedance>

    static let definition = TableDefinition<Analysis>(
        name: "var_exceedances", title: "Returns below value at risk",
        summary: "the returns below the VaR forecast for them", shownRows: 12, isSortable: true,
        columns: [
            Column("time", "Date", .time) { .time($0.timestamp) },
            Column("return", "Return", .fraction, places: 2) { .number($0.value) }.toned(.bySign),
            Column("var_95", "VaR 95", .fraction, places: 2) { .number($0.var95) },
            Column("var_99", "VaR 99", .fraction, places: 2) { .optional($0.var99) },
            Column("level", "Below", .count) { .integer($0.level) }.showing { .text("\($0.level) %") },
        ]
    ) { (analysis) throws(Unavailable) in
        let backtest = try analysis.valueAtRiskBacktest
        return TableRows(backtest.exceedances).with {
            $0.subtitle = "forecast by the \(backtest.window) observations before"
            $0.emptyReason = Unavailable(code: "no_exceedance", reason: "no return was below VaR")
        }
    }
}
