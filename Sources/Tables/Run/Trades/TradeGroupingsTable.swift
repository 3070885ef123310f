import Analytics

/// Closed trades by sector, tag, exit reason, hour, weekday and month.
extension TradeGroupsTable {
    static let groupings: [TableDefinition<Analysis>] = TradeGrouping.allCases.map { grouping in
        let (title, header) = words(grouping)
        return TableDefinition<Analysis>(
            name: "trades_by_\(grouping.rawValue)", title: title, summary: "trade statistics per " + noun(grouping),
            shownRows: 25, isSortable: true, columns: columns(header)
        ) { (analysis) throws(Unavailable) in rows(try analysis.tradeGroups(by: grouping)) }
    }

    private static func noun(_ grouping: TradeGrouping) -> String {
        switch grouping {
        case .sector: "sector"
        case .tag: "tag"
        case .exitReason: "exit reason"
        case .hour: "hour of the entry"
        case .weekday: "weekday of the entry"
        case .month: "month of the exit"
        }
    }

    private static func words(_ grouping: TradeGrouping) -> (title: String, header: String) {
        switch grouping {
        case .sector: ("P&L by sector", "Sector")
        case .tag: ("P&L by tag", "Tag")
        case .exitReason: ("P&L by exit reason", "Exit reason")
        case .hour: ("P&L by hour of the entry", "Hour")
        case .weekday: ("P&L by weekday of the entry", "Weekday")
        case .month: ("P&L by month of the exit", "Month")
        }
    }

    static let bySymbolAndYear = TableDefinition<Analysis>(
        name: "trades_by_symbol_and_year", title: "P&L by symbol and year",
        summary: "closed trades and net P&L per symbol and year of the exit", shownRows: 40, isSortable: true,
        columns: [
            TableColumn<SymbolYear>("symbol", "Symbol", .word, stretch: 1) { .text($0.symbol) },
            TableColumn<SymbolYear>("year", "Year", .word) { .text($0.year.name) },
            TableColumn<SymbolYear>("count", "Trades", .count) { .integer($0.year.count) },
            TableColumn<SymbolYear>("win_rate", "Won", .fraction, places: 1) { .number($0.year.winRate) },
            TableColumn<SymbolYear>("pnl", "P&L", .money) { .number($0.year.profit) }.toned(.bySign),
        ]
    ) { (analysis) throws(Unavailable) in
        TableRows(try analysis.profitsBySymbolAndYear()).with { $0.subtitle = "net of costs, by the year of the exit" }
    }
}
