import Analytics
import DocumentModel
import Formatting
import Series

extension ReportTables {
    func topHoldings() -> TableResult {
        guard let positions = try? analysis.positions else {
            return .absent(analysis.metrics[.holdingsMean]?.value.unavailable ?? .noPositions)
        }
        guard !positions.top.isEmpty else { return .absent(.nothingHeld) }
        let columns = [
            Table.Column("Symbol", stretch: 1), Table.Column("Mean %", .decimal), Table.Column("Most %", .decimal),
            Table.Column("Held %", .decimal), Table.Column("Last %", .decimal),
        ]
        let rows = positions.top.map { holding in
            Table.Row([
                Table.Cell(holding.symbol), percent(holding.meanWeight), percent(holding.maxWeight),
                percent(holding.held, places: 0), percent(holding.lastWeight),
            ])
        }
        return .table(
            Table(
                name: "top-holdings", title: "Largest holdings",
                subtitle: "weights in the account by mean size; held: share of the time", columns: columns, rows: rows,
                isSortable: true))
    }
}
