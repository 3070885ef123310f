import RunModel
import Series

/// Reads a table of round trips row by row; each row that cannot be one is an error with its line.
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
        guard missing.isEmpty else { throw log.fail(Words.missingTradeColumns(file.name, missing)) }
        if file.count == 0 { log.add(Words.noTrades(file.name)) }
        var rows = [RawTrades.Row]()
        rows.reserveCapacity(file.count)
        for row in stride(from: 1, through: file.count, by: 1) {
            if let trade = trade(row) { rows.append(trade) }
        }
        noteConventions()
        return RawTrades(
            file: file.name, rows: rows, hasProfits: columns.netProfit != nil || columns.grossProfit != nil,
            hasFees: columns.fees != nil, hasIdentifiers: columns.id != nil, digits: digits)
    }

    private var digits: RawTrades.Digits {
        func of(_ column: Int?) -> WrittenDigits? { column.map { file.table.digits(column: $0, from: 1) } }
        return RawTrades.Digits(
            quantity: of(columns.quantity), entryPrice: of(columns.entryPrice), exitPrice: of(columns.exitPrice),
            fees: of(columns.fees), profit: of(columns.netProfit ?? columns.grossProfit))
    }

    private func trade(_ row: Int) -> RawTrades.Row? {
        guard let entry = stamp(row, columns.entryTime), let quantity = required(row, columns.quantity),
            let entryPrice = required(row, columns.entryPrice), let side = side(row, quantity: quantity)
        else { return nil }
        let isOpen = isOpen(row)
        let exit = isOpen && isMissing(row, columns.exitTime) ? nil : stamp(row, columns.exitTime)
        if exit == nil, !isOpen { return nil }
        guard let exitPrice = isOpen ? optional(row, columns.exitPrice) ?? entryPrice : required(row, columns.exitPrice)
        else { return nil }
        let fees = optional(row, columns.fees) ?? 0
        let move = (exitPrice - entryPrice) * quantity.magnitude * (side == .long ? 1 : -1)
        let multiplier = optional(row, columns.multiplier) ?? 1
        let gross = optional(row, columns.grossProfit) ?? move * multiplier
        let trade = Trade(
            id: text(row, columns.id) ?? String(row), symbol: text(row, columns.symbol) ?? "", side: side,
            quantity: quantity.magnitude, entry: Timestamp(milliseconds: entry.wall), entryPrice: entryPrice,
            exit: Timestamp(milliseconds: exit?.wall ?? 0), exitPrice: exitPrice,
            profit: optional(row, columns.netProfit) ?? gross - fees, fees: fees,
            returnFraction: optional(row, columns.returnFraction), mae: optional(row, columns.mae),
            mfe: optional(row, columns.mfe), tag: text(row, columns.tag), exitReason: text(row, columns.exitReason),
            isOpen: isOpen, multiplier: multiplier)
        guard trade.profit.isFinite else {
            log.add(Words.outOfRange(file.name, file.line(ofRow: row), name(columns.quantity)))
            return nil
        }
        return RawTrades.Row(trade: trade, entry: entry, exit: exit, line: file.line(ofRow: row))
    }

    /// The side that the table names, else the sign of the size.
    private func side(_ row: Int, quantity: Double) -> Trade.Side? {
        guard quantity != 0 else {
            log.add(Words.zeroQuantity(file.name, file.line(ofRow: row), name(columns.quantity)))
            return nil
        }
        guard let text = text(row, columns.side) else { return quantity < 0 ? .short : .long }
        switch text.lowercased() {
        case "long", "buy", "b", "l", "1": return .long
        case "short", "sell", "s", "-1": return .short
        default:
            log.add(Words.badSide(file.name, file.line(ofRow: row), name(columns.side), text))
            return nil
        }
    }

    private func isOpen(_ row: Int) -> Bool {
        if let text = text(row, columns.isOpen)?.lowercased() { return ["true", "1", "yes", "open"].contains(text) }
        if let text = text(row, columns.status)?.lowercased() { return text == "open" }
        return isMissing(row, columns.exitTime)
    }

    // MARK: Cells

    private func name(_ column: Int?) -> String { column.map { file.header[$0] } ?? "" }

    private func isMissing(_ row: Int, _ column: Int?) -> Bool { column.map { file.table.isMissing(row, $0) } ?? true }

    private func text(_ row: Int, _ column: Int?) -> String? {
        guard let column, !file.table.isMissing(row, column) else { return nil }
        return file.table.text(row, column)
    }

    private func stamp(_ row: Int, _ column: Int?) -> WrittenStamp? {
        guard let column else { return nil }
        if let stamp = file.table.stamp(row, column) { return stamp }
        log.add(Words.badStamp(file.name, file.line(ofRow: row), file.header[column], file.table.text(row, column)))
        return nil
    }

    private func required(_ row: Int, _ column: Int?) -> Double? {
        guard let column else { return nil }
        if let value = file.table.number(row, column) { return value }
        let (line, text) = (file.line(ofRow: row), file.table.text(row, column))
        log.add(Words.notANumber(file.name, line, file.header[column], text))
        return nil
    }

    /// A number that may be missing; what is there must be one.
    private func optional(_ row: Int, _ column: Int?) -> Double? {
        guard let column, !file.table.isMissing(row, column) else { return nil }
        return required(row, column)
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
