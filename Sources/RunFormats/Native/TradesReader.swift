import RunModel
import Series

/// Reads a table of round trips; each row that cannot be one is an error with its line.
struct TradesReader {
    let file: TableFile
    private let columns: TradeColumns
    private var log: ReadingLog { file.log }

    init(file: TableFile) {
        self.file = file
        columns = TradeColumns(file.header)
    }

    /// The round trips of the file; empty where it has a header only.
    func read() throws(RunError) -> RawTrades {
        let missing = columns.missing
        guard missing.isEmpty else { throw log.fail(.missingTradeColumns(file.name, missing)) }
        if file.count == 0 { log.add(.noTrades(file.name)) }
        let rows = TradeRows(file: file, columns: columns).rows()
        noteConventions()
        return RawTrades(
            file: file.name, rows: rows, hasProfits: columns.netProfit != nil || columns.grossProfit != nil,
            hasFees: columns.fees != nil, hasIdentifiers: columns.id != nil, digits: digits)
    }

    private var digits: RawTrades.Digits {
        RawTrades.Digits(
            quantity: file.digits(columns.quantity), entryPrice: file.digits(columns.entryPrice),
            exitPrice: file.digits(columns.exitPrice),
            fees: file.digits(columns.fees), profit: file.digits(columns.netProfit ?? columns.grossProfit))
    }

    // MARK: What was assumed

    private func noteConventions() {
        guard file.count > 0 else { return }
        if columns.netProfit == nil {
            let source = columns.grossProfit.map { "'\(file.header[$0])'" } ?? "price move times size"
            log.note("Profits in \(file.name) were derived: \(source) less fees.")
        }
        if columns.fees == nil { log.note("\(file.name) has no fees: they count as 0.") }
        let unused = file.header.indices.filter { !columns.used.contains($0) }.map { "'\(file.header[$0])'" }
        if !unused.isEmpty { log.note("Columns of \(file.name) that are not used: \(unused.joined(separator: ", ")).") }
    }
}
