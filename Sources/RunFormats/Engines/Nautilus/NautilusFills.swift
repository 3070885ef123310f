import RunModel
import Series

/// What is traded: `EUR/USD.SIM`, `BTCUSDT-PERP.BINANCE`.
struct NautilusInstrument: Hashable {
    let id: String

    /// The name before the venue.
    private var symbol: Substring { id.prefix { $0 != "." } }

    /// The currency that is bought with another one; nil where the name does not show it.
    func base(quote: String) -> String? {
        let name = symbol.filter { $0 != "/" && $0 != "-" && $0 != "_" }
        guard name.hasSuffix(quote), name.count > quote.count else { return nil }
        return String(name.dropLast(quote.count))
    }

    /// The factor that makes an amount in one currency one in another, at the instrument's own price; nil where it cannot.
    func rate(from currency: String, to account: String, price: Double) -> Double? {
        if currency == account { return 1 }
        guard price > 0 else { return nil }
        if base(quote: account) == currency { return price }
        if base(quote: currency) == account { return 1 / price }
        return nil
    }
}

/// The executions of a run: the report of fills, or the orders that were filled, at their average price.
struct NautilusFills {
    /// One execution.
    struct Row {
        var time: WrittenTimestamp
        var instrument: NautilusInstrument
        /// Signed units.
        var quantity: Double
        var price: Double
        var fees: [Money]
        var order: String?
        var line: Int
        var moment: Int64 { time.instant ?? time.wall }
    }

    let file: String
    /// In the order of time.
    private(set) var rows = [Row]()

    /// Without a table there is none.
    init(_ file: TableFile?, log: ReadingLog) throws(RunError) {
        self.file = file?.name ?? ""
        guard let file else { return }
        let isFills = file.header.contains("last_px")
        if isFills {
            try file.require("last_qty", "last_px", "ts_event", "order_side")
        } else {
            try file.require("filled_qty", "avg_px", "ts_last", "side")
        }
        func column(_ name: String) -> Int? { file.header.firstIndex(of: name) }
        let timestamp = column(isFills ? "ts_event" : "ts_last")
        let table = TradeTable(file: file, exit: timestamp)
        // An order that was never filled has no price.
        let quantity = table.numbers(column(isFills ? "last_qty" : "filled_qty"))
        let price = table.numbers(column(isFills ? "last_px" : "avg_px"))
        let time = table.timestamps(timestamp)
        try log.checkpoint()
        for row in stride(from: 1, through: file.count, by: 1) {
            guard let time = time[row - 1], quantity[row - 1] > 0, (quantity[row - 1] * price[row - 1]).isFinite,
                let side = table.text(row, column(isFills ? "order_side" : "side"))
            else { continue }
            let fees = table.text(row, column(isFills ? "commission" : "commissions")).flatMap(Money.list)
            rows.append(
                Row(
                    time: time, instrument: NautilusInstrument(id: table.text(row, column("instrument_id")) ?? ""),
                    quantity: side.uppercased() == "SELL" ? -quantity[row - 1] : quantity[row - 1],
                    price: price[row - 1], fees: fees ?? [], order: table.text(row, column("client_order_id")),
                    line: file.line(ofRow: row)))
        }
        rows.sort { $0.moment < $1.moment }
    }

    /// The price of each instrument's last fill.
    var lastPrices: [String: Double] {
        var prices = [String: Double]()
        for row in rows { prices[row.instrument.id] = row.price }
        return prices
    }

    /// The fills of the run with fees in the account's currency; nil where there are none.
    func raw(currency: String, log: ReadingLog) -> RawFills? {
        guard !rows.isEmpty else { return nil }
        var foreign = 0
        let raw = rows.map { row in
            let fee = row.fees.reduce(0.0) { sum, fee in
                let rate = row.instrument.rate(from: fee.currency, to: currency, price: row.price)
                if rate == nil { foreign += 1 }
                return sum + fee.amount * (rate ?? 0)
            }
            let fill = Fill(
                time: Timestamp(milliseconds: row.time.wall), symbol: row.instrument.id, quantity: row.quantity,
                price: row.price, fee: fee, order: row.order)
            return RawFills.Row(fill: fill, time: row.time, line: row.line)
        }
        if foreign > 0 {
            log.note(
                "\(Phrase.count(foreign, "fee")) of \(file) in other currencies than \(currency) cannot be converted and count as 0."
            )
        }
        return RawFills(file: file, rows: raw, hasFees: true)
    }
}
