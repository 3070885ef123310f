import RunModel
import Series

/// A list of closed trades, as users' analyzers write it from `notify_trade`: `ref,ticker,dir,datein,pricein,dateout,…`.
///
/// `pnl` is before commission where `pnlcomm` or `commission` stands beside it, else net. A trade of backtrader goes from flat
/// to flat. Lists that have neither size nor exit price take both from the fills; `mae%` and `mfe%` are percents of the entry.
struct BacktraderTrades {
    private let file: TableFile
    private let names: [String]
    /// Round trips of the fills from flat to flat, by symbol and entry.
    private let trips: [Key: Trade]
    private let hasFills: Bool

    private struct Key: Hashable {
        let symbol: String
        let entry: Timestamp
    }

    init(file: TableFile, fills: RawFills?, marks: [String: Double]) {
        self.file = file
        names = file.header.map { $0.lowercased() }
        hasFills = fills != nil
        let ordered = (fills?.rows.map(\.fill) ?? []).enumerated()
            .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
        var trips = [Key: Trade]()
        for trip in RoundTrip.match(ordered, method: .flatToFlat, marks: marks) where !trip.trade.isOpen {
            trips[Key(symbol: trip.trade.symbol, entry: trip.trade.entry)] = trip.trade
        }
        self.trips = trips
    }

    private func column(_ known: String...) -> Int? { known.lazy.compactMap { names.firstIndex(of: $0) }.first }

    /// The round trips of the file, in its order; nil where they cannot be told.
    func read() throws(RunError) -> RawTrades? {
        try file.require("datein", "dateout", "pricein")
        if file.count == 0 { file.log.add(.noTrades(file.name)) }
        let table = TradeTable(file: file, exit: column("dateout"))
        let cells = Cells(
            entry: table.timestamps(column("datein")), exit: table.timestamps(column("dateout")),
            entryPrice: table.neededNumbers(column("pricein")), exitPrice: table.numbers(column("priceout")),
            size: table.numbers(column("size", "qty")), profit: table.neededNumbers(column("pnlcomm", "pnl")),
            gross: column("pnlcomm", "commission", "comm") == nil ? [] : table.numbers(column("pnl")),
            commission: table.numbers(column("commission", "comm")), mae: table.numbers(column("mae%")),
            mfe: table.numbers(column("mfe%")))
        try file.log.checkpoint()
        var (rows, lacking) = ([RawTrades.Row](), [Int]())
        for row in stride(from: 1, through: file.count, by: 1) {
            if let trade = trade(row, cells, table) { rows.append(trade) } else { lacking.append(row) }
        }
        if let first = lacking.first {
            file.log.add(.tradesWithoutSize(file.name, file.line(ofRow: first), lacking.count, hasFills: hasFills))
            return nil
        }
        rows = RawTrades.inRange(rows, of: file, column: "pnl")
        try file.log.checkpoint()
        SharedMultiplier.apply(to: &rows)
        return RawTrades(
            file: file.name, rows: rows, hasFees: column("pnlcomm", "commission", "comm") != nil, lacksOpen: hasFills,
            digits: digits)
    }

    private var digits: RawTrades.Digits {
        RawTrades.Digits(
            quantity: file.digits(column("size", "qty")), entryPrice: file.digits(column("pricein")),
            exitPrice: file.digits(column("priceout")),
            fees: file.digits(column("commission", "comm")), profit: file.digits(column("pnlcomm", "pnl")))
    }

    /// The table, column by column; empty where it has no such column.
    private struct Cells {
        let entry, exit: [WrittenTimestamp?]
        let entryPrice, exitPrice, size, profit, gross, commission, mae, mfe: [Double]
    }

    /// Nil where size and exit price are nowhere.
    private func trade(_ row: Int, _ cells: Cells, _ table: TradeTable) -> RawTrades.Row? {
        let index = row - 1
        func number(_ values: [Double]) -> Double? { TradeTable.number(values, index) }
        guard let entry = cells.entry[index], let exit = cells.exit[index], let entryPrice = number(cells.entryPrice),
            let profit = number(cells.profit)
        else { return nil }
        let side = side(row, table)
        let gross = number(cells.gross) ?? (cells.gross.isEmpty ? profit : nil)
        let fees = number(cells.commission) ?? gross.map { $0 - profit } ?? 0
        let net = column("pnlcomm") == nil && column("commission", "comm") != nil ? profit - fees : profit
        let symbol = table.text(row, column("ticker", "data", "symbol")) ?? ""
        let known = trips[Key(symbol: symbol, entry: Timestamp(milliseconds: entry.wall))]
        guard
            let (size, exitPrice) = sizeAndExit(
                size: number(cells.size), exit: number(cells.exitPrice), entry: entryPrice, gross: gross ?? net + fees,
                sign: side == .long ? 1 : -1, known: known)
        else { return nil }
        var trade = Trade(
            id: table.text(row, column("ref")) ?? String(row), symbol: symbol, side: side, quantity: size,
            entry: Timestamp(milliseconds: entry.wall), entryPrice: entryPrice,
            exit: Timestamp(milliseconds: exit.wall), exitPrice: exitPrice, profit: net, fees: fees)
        trade.mae = number(cells.mae).map { $0 / 100 * entryPrice * size }
        trade.mfe = number(cells.mfe).map { $0 / 100 * entryPrice * size }
        return RawTrades.Row(trade: trade, entry: entry, exit: exit, line: file.line(ofRow: row))
    }

    private func side(_ row: Int, _ table: TradeTable) -> Trade.Side {
        let text = table.text(row, column("dir"))?.lowercased() ?? ""
        return text.hasPrefix("s") || text.hasPrefix("-") ? .short : .long
    }

    /// What the list has; what its profit leaves open; what the fills say.
    private func sizeAndExit(
        size: Double?, exit: Double?, entry: Double, gross: Double, sign: Double, known: Trade?
    ) -> (Double, Double)? {
        if let size, size != 0 {
            return (size.magnitude, exit ?? known?.exitPrice ?? entry + sign * gross / size.magnitude)
        }
        if let known { return (known.quantity, exit ?? known.exitPrice) }
        guard let exit, exit != entry else { return nil }
        let size = (gross / (exit - entry)).magnitude
        return size.isFinite && size > 0 ? (size, exit) : nil
    }
}
