import RunModel

extension RawTrades {
    /// The rows whose money is a number; each cell may be a fine one and their product none, which is told.
    static func inRange(_ rows: [Row], of file: TableFile, column: String) -> [Row] {
        rows.filter { row in
            let trade = row.trade
            if [trade.priceMove, trade.profit, trade.fees, trade.mae ?? 0, trade.mfe ?? 0].allSatisfy(\.isFinite) {
                return true
            }
            file.log.add(.outOfRange(file.name, row.line, column))
            return false
        }
    }
}
