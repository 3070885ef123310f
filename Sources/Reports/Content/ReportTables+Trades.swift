import Analytics
import DocumentModel
import Formatting
import RunModel
import Series

extension ReportTables {
    func tradesBySymbol() -> TableResult { tradeGroups("trades-by-symbol", "By symbol", "Symbol") { $0.bySymbol } }

    func tradesBySide() -> TableResult { tradeGroups("trades-by-side", "Long and short", "Side") { $0.bySide } }

    private func tradeGroups(
        _ name: String, _ title: String, _ column: String, _ groups: (TradeSection) -> [TradeGroup]
    ) -> TableResult {
        guard let trades = try? analysis.trades else { return .absent(.noTradeRecord) }
        guard !groups(trades).isEmpty else { return .absent(.noClosedTrade) }
        let columns = [
            Table.Column(column, stretch: 1), Table.Column("Trades", .decimal), Table.Column("Won %", .decimal),
            Table.Column("Profit" + unit, .decimal), Table.Column("Mean" + unit, .decimal),
            Table.Column("Profit factor", .decimal),
        ]
        return .table(
            Table(
                name: name, title: title, subtitle: "net of costs", columns: columns,
                rows: groups(trades).map(row), isSortable: true))
    }

    private func row(_ group: TradeGroup) -> Table.Row {
        Table.Row([
            Table.Cell(group.name.isEmpty ? "(unnamed)" : group.name),
            Table.Cell(DisplayNumber.number(Double(group.count), places: 0), sortKey: Double(group.count)),
            percent(group.winRate), money(group.profit), money(group.average),
            group.profitFactor.number.map { Table.Cell(DisplayNumber.number($0, places: 2), sortKey: $0) }
                ?? Table.Cell("n/a", tone: .muted, help: group.profitFactor.reason ?? ""),
        ])
    }

    /// Units belong into the head: ` USD`, or nothing where the run names no currency.
    var unit: String { analysis.run.currency.value.map { " " + $0 } ?? "" }

    private func money(_ value: Double, places: Int = 0) -> Table.Cell {
        let text = DisplayNumber.number(value, places: places)
        return Table.Cell(text, tone: .signed(text), sortKey: value)
    }

    func tradeLog() -> TableResult {
        guard let trades = try? analysis.trades else { return .absent(.noTradeRecord) }
        let all = trades.closed + trades.open
        guard !all.isEmpty else { return .absent(.noTrade) }
        let largest = all.enumerated().sorted {
            ($0.element.profit.magnitude, $1.offset) > ($1.element.profit.magnitude, $0.offset)
        }
        let columns = [
            Table.Column("Symbol", stretch: 1), Table.Column("Side"), Table.Column("Size", .decimal),
            Table.Column("Entry", .right), Table.Column("Price", .decimal), Table.Column("Exit", .right),
            Table.Column("Price", .decimal), Table.Column("Profit" + unit, .decimal),
        ]
        return .table(
            Table(
                name: "trade-log", title: "Largest trades", subtitle: "by absolute net profit", columns: columns,
                rows: largest.map { row($0.element) }, isSortable: true))
    }

    private func row(_ trade: Trade) -> Table.Row {
        Table.Row([
            Table.Cell(trade.symbol.isEmpty ? "#" + trade.id : trade.symbol), Table.Cell(trade.side.rawValue),
            Table.Cell(DisplayNumber.number(trade.quantity, places: decimals(of: trade.quantity))),
            Table.Cell(trade.entry.date.display, sortKey: trade.entry.fractionalDays), price(trade.entryPrice),
            trade.isOpen
                ? Table.Cell("open", tone: .muted)
                : Table.Cell(trade.exit.date.display, sortKey: trade.exit.fractionalDays),
            price(trade.exitPrice), money(trade.profit),
        ])
    }

    /// Whole units are written whole, fractional ones with four decimals.
    private func decimals(of quantity: Double) -> Int { quantity == quantity.rounded() ? 0 : 4 }

    /// Prices of currencies need four decimals, prices of shares two.
    private func price(_ value: Double) -> Table.Cell {
        Table.Cell(DisplayNumber.number(value, places: value.magnitude < 10 ? 4 : 2), sortKey: value)
    }
}
