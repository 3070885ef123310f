import Containers
import RunModel
import Series

/// The closed trades of a result.
///
/// `profitLoss` is in the account's currency with the contract's multiplier in it, and before fees; `totalFees` are apart.
/// Excursions are money before fees. Trades that are open at the end are not there.
struct LeanTrades {
    let file: String
    let log: ReadingLog
    private let values: [JSONValue]

    /// Nil where the file has no list of closed trades.
    init?(_ document: LeanObject, file: String, log: ReadingLog) {
        guard let performance = document.object("totalPerformance"),
            case .array(let values)? = performance["closedTrades"]
        else { return nil }
        (self.file, self.log, self.values) = (file, log, values)
    }

    /// The round trips in the order of the file; throws where one lacks what makes it a trade, after logging the first.
    func read(_ symbols: inout LeanSymbols, _ orders: LeanOrders) throws(RunError) -> RawTrades {
        var rows = [RawTrades.Row]()
        var faults = 0
        for (index, value) in values.enumerated() {
            switch row(value, number: index + 1, &symbols, orders) {
            case .success(let row): rows.append(row)
            case .failure(let missing):
                faults += 1
                guard faults <= NumberColumn.maximumBadCells else { continue }
                log.add(.missingLeanMember(file, trade: index + 1, missing.member))
            }
        }
        if faults > NumberColumn.maximumBadCells {
            log.add(.moreBadCells(file, "closedTrades", faults - NumberColumn.maximumBadCells))
        }
        try log.checkpoint()
        LeanMultipliers.settle(&rows)
        removeUnrecordedExcursions(&rows)
        return RawTrades(
            file: file, rows: rows, digits: RawTrades.Digits(profit: digits(rows)))
    }

    /// A member that a trade needs and has not.
    private struct Missing: Error {
        let member: String
    }

    private func row(
        _ value: JSONValue, number: Int, _ symbols: inout LeanSymbols, _ orders: LeanOrders
    ) -> Result<RawTrades.Row, Missing> {
        let object = LeanObject(value)
        let symbol = symbol(object, &symbols)
        return Result { () throws(Missing) in
            guard let object else { throw Missing(member: "closedTrades") }
            func needed(_ name: String) throws(Missing) -> Double {
                guard let number = object.amount(name) else { throw Missing(member: name) }
                return number
            }
            guard let entry = object.moment("entryTime") else { throw Missing(member: "entryTime") }
            guard let exit = object.moment("exitTime") else { throw Missing(member: "exitTime") }
            let (gross, fees) = (try needed("profitLoss"), object.amount("totalFees") ?? 0)
            let quantity = try needed("quantity").magnitude
            guard quantity > 0 else { throw Missing(member: "quantity") }
            var trade = Trade(
                id: String(number), symbol: symbol, side: try side(object), quantity: quantity,
                entry: Timestamp(milliseconds: entry.wall), entryPrice: try needed("entryPrice"),
                exit: Timestamp(milliseconds: exit.wall), exitPrice: try needed("exitPrice"), profit: gross - fees,
                fees: fees, mae: object.amount("mae"), mfe: object.amount("mfe"), tag: tag(object, orders),
                multiplier: .nan)
            trade.multiplier = LeanMultipliers.multiplier(of: trade, gross: gross) ?? .nan
            return RawTrades.Row(trade: trade, entry: entry, exit: exit, line: 0)
        }
    }

    /// One symbol, since January 2026 a list of them: the legs of a strategy of options.
    private func symbol(_ object: LeanObject?, _ symbols: inout LeanSymbols) -> String {
        guard let object else { return "" }
        if let symbol = symbols.add(object["symbol"]) { return symbol }
        var names = [String]()
        for value in object.list("symbols") { if let name = symbols.add(value) { names.append(name) } }
        return names.joined(separator: " + ")
    }

    private func side(_ object: LeanObject) throws(Missing) -> Trade.Side {
        switch object["direction"] {
        case .integer(0): return .long
        case .integer(1): return .short
        default: break
        }
        switch object.text("direction")?.lowercased() {
        case "long", "buy", "0": return .long
        case "short", "sell", "1": return .short
        default: throw Missing(member: "direction")
        }
    }

    /// What the strategy noted with the order that opened the trade.
    private func tag(_ object: LeanObject, _ orders: LeanOrders) -> String? {
        LeanOrders.id(object.list("orderIds").first).flatMap { orders[$0]?.tag }
    }

    /// LEAN writes 0 for both excursions of all trades where its grouping of fills does not follow them.
    private func removeUnrecordedExcursions(_ rows: inout [RawTrades.Row]) {
        guard rows.contains(where: { $0.trade.profit + $0.trade.fees != 0 }),
            rows.allSatisfy({ ($0.trade.mae ?? 0) == 0 && ($0.trade.mfe ?? 0) == 0 })
        else { return }
        for index in rows.indices { (rows[index].trade.mae, rows[index].trade.mfe) = (nil, nil) }
    }

    /// Cents, where all profits before fees are in cents.
    private func digits(_ rows: [RawTrades.Row]) -> WrittenDigits? {
        let areCents = rows.allSatisfy {
            let gross = $0.trade.profit + $0.trade.fees
            return (gross * 100).rounded() / 100 == (gross * 1e8).rounded() / 1e8
        }
        return areCents && !rows.isEmpty ? WrittenDigits(decimals: 2, significant: 16) : nil
    }
}
