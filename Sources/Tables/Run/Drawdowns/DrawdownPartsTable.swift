import Analytics

/// The worst drawdowns split by symbol.
enum DrawdownPartsTable {
    private typealias Column = TableColumn<DrawdownPart>

    static let definition = TableDefinition<Analysis>(
        name: "drawdowns_by_symbol", title: "Drawdowns by symbol",
        summary: "what each symbol lost or earned between peak and valley of the worst drawdowns", shownRows: 30,
        columns: [
            Column("rank", nil, .count) { .integer($0.rank) },
            Column("peak", nil, .date) { .time($0.drawdown.peak) },
            Column("valley", nil, .date) { .time($0.drawdown.valley) },
            Column("depth", nil, .fraction) { .number($0.drawdown.depth) },
            Column("symbol", "Symbol", .word, stretch: 1) { .text($0.symbol) },
            Column("sector", "Sector", .word) { .optional($0.sector) }.without(""),
            Column("pnl", "P&L", .money) { .number($0.profit) }.toned(.bySign),
        ]
    ) { (analysis) throws(Unavailable) in
        let parts = try analysis.drawdownParts()
        return TableRows(parts).with {
            $0.subtitle =
                parts.first?.isOfPositions == true
                ? "from positions and trades, fees included" : "trades closed between peak and valley, net of costs"
            $0.group = { part in
                "\(part.rank): \(part.drawdown.peak.date.display) to \(part.drawdown.valley.date.display)"
            }
            $0.emptyReason = .noClosedTrade
            if !parts.contains(where: { $0.sector != nil }) { $0.hidden = ["sector"] }
        }
    }
}
