import RunModel
import Series

/// Trades of a report of MetaTrader 5: the positions of an account's history where it lists them, else made of the deals.
struct MetaTrader5Trades {
    let file: String
    let log: ReadingLog
    let deals: [MetaTrader5Deal]
    /// Positions that the report lists as closed, and as open.
    let closed: [StatementRows.Row]
    let open: [StatementRows.Row]
    let isHedging: Bool?
    let digits: WrittenDigits?

    /// A round trip, before the size of a lot is known.
    private struct Trip {
        var row: RawTrades.Row
        /// Before costs.
        var profit: Double
    }

    func read() -> RawTrades {
        var trips = closed.isEmpty ? ofDeals() : closed.compactMap(ofPosition)
        trips += openTrips
        if trips.isEmpty { log.add(.noTrades(file)) }
        size(&trips)
        return RawTrades(
            file: file, rows: trips.map(\.row), hasIdentifiers: false, digits: RawTrades.Digits(profit: digits))
    }

    // MARK: Of deals

    private func ofDeals() -> [Trip] {
        let matching = MetaTrader5Matching.of(deals, isHedging: isHedging)
        if let stray = matching.strays.first {
            log.add(.openedElsewhere(file, stray.line, matching.strays.count))
        }
        if !matching.closings.isEmpty {
            log.note(
                matching.mode == .netting
                    ? "Deals out of \(file) were taken as parts of one position a symbol, at its average price."
                    : "Deals of \(file) name no position: each deal out was matched with the deal in that gives its profit."
            )
        }
        return matching.closings.map(trip) + (open.isEmpty ? matching.open.map(unpriced) : [])
    }

    private func trip(_ closing: MetaTrader5Matching.Closing) -> Trip {
        let (lot, deal) = (closing.lot, closing.deal)
        let isOpen = MetaTraderReason.isEnd(deal.comment)
        let trade = Trade(
            id: deal.number, symbol: deal.symbol, side: lot.isLong ? .long : .short, quantity: closing.volume,
            entry: Timestamp(milliseconds: lot.wall), entryPrice: lot.price,
            exit: Timestamp(milliseconds: deal.wall), exitPrice: deal.price, profit: closing.profit + closing.costs,
            fees: -closing.costs, tag: lot.comment.isEmpty ? nil : lot.comment,
            exitReason: MetaTraderReason.reason(deal.comment), isOpen: isOpen)
        return Trip(row: row(trade, lot.wall, isOpen ? nil : deal.wall, deal.line), profit: closing.profit)
    }

    private func unpriced(_ symbol: String, _ lot: MetaTrader5Matching.Lot) -> Trip {
        let trade = Trade(
            id: lot.number, symbol: symbol, side: lot.isLong ? .long : .short, quantity: lot.volume,
            entry: Timestamp(milliseconds: lot.wall), entryPrice: lot.price, exit: Timestamp(milliseconds: lot.wall),
            exitPrice: lot.price, profit: lot.commission, fees: -lot.commission,
            tag: lot.comment.isEmpty ? nil : lot.comment, isOpen: true)
        return Trip(row: row(trade, lot.wall, nil, lot.line), profit: 0)
    }

    // MARK: Of positions

    /// Time, position, symbol, type, volume, price, stop, target, time, price, commission, swap, profit.
    private func ofPosition(_ row: StatementRows.Row) -> Trip? {
        guard let entry = MetaTraderTime.wall(row[0]), let exit = MetaTraderTime.wall(row[8]),
            let numbers = numbers(row, [4, 5, 9, 10, 11, 12]), numbers[0] > 0
        else { return nil }
        let costs = numbers[3] + numbers[4]
        let trade = Trade(
            id: row[1], symbol: row[2], side: row[3].lowercased() == "sell" ? .short : .long, quantity: numbers[0],
            entry: Timestamp(milliseconds: entry), entryPrice: numbers[1], exit: Timestamp(milliseconds: exit),
            exitPrice: numbers[2], profit: numbers[5] + costs, fees: -costs)
        return Trip(row: self.row(trade, entry, exit, row.line), profit: numbers[5])
    }

    /// Time, position, symbol, type, volume, price, stop, target, market price, swap, profit.
    private var openTrips: [Trip] {
        open.compactMap { row in
            guard let entry = MetaTraderTime.wall(row[0]), let numbers = numbers(row, [4, 5, 8, 9, 10]), numbers[0] > 0
            else { return nil }
            let trade = Trade(
                id: row[1], symbol: row[2], side: row[3].lowercased() == "sell" ? .short : .long, quantity: numbers[0],
                entry: Timestamp(milliseconds: entry), entryPrice: numbers[1], exit: Timestamp(milliseconds: entry),
                exitPrice: numbers[2], profit: numbers[4] + numbers[3], fees: -numbers[3], isOpen: true)
            return Trip(row: self.row(trade, entry, nil, row.line), profit: numbers[4])
        }
    }

    private func numbers(_ row: StatementRows.Row, _ columns: [Int]) -> [Double]? {
        var values = [Double]()
        for column in columns {
            guard let value = row[column].isEmpty ? 0 : StatementNumber.value(row[column]) else {
                log.add(.unreadableBooking(file, row.line, column: column + 1, row[column]))
                return nil
            }
            values.append(value)
        }
        return values
    }

    private func row(_ trade: Trade, _ entry: Int64, _ exit: Int64?, _ line: Int) -> RawTrades.Row {
        RawTrades.Row(
            trade: trade, entry: WrittenTimestamp(wall: entry, offset: nil),
            exit: exit.map { WrittenTimestamp(wall: $0, offset: nil) }, line: line)
    }

    // MARK: Lots

    /// Lots become units through what they earned, symbol by symbol.
    private func size(_ trips: inout [Trip]) {
        var places = [String: [Int]]()
        for (place, trip) in trips.enumerated() { places[trip.row.trade.symbol, default: []].append(place) }
        let half = (digits?.spacing(near: 1) ?? 0.01) / 2
        var told = Set<String>()
        for place in trips.indices where told.insert(trips[place].row.trade.symbol).inserted {
            let symbol = trips[place].row.trade.symbol
            let own = places[symbol] ?? []
            let sizes = ContractSize(
                own.map { place in
                    let trade = trips[place].row.trade
                    return ContractSize.Closing(
                        move: trade.priceMove, exitPrice: trade.exitPrice, profit: trips[place].profit,
                        tolerance: half * 1.01 + 1e-9 * trips[place].profit.magnitude)
                })
            for (place, size) in zip(own, sizes.sizes) { trips[place].row.trade.multiplier = size }
            log.note(sizes.rule.note(symbol))
        }
    }
}

extension ContractSize.Rule {
    /// What the provenance says of it.
    func note(_ symbol: String) -> String {
        let name = Phrase.excerpt(symbol)
        return switch self {
        case .constant(let size): "One lot of \(name) is \(Phrase.number(size)) units, as profits and prices show."
        case .overPrice(let size):
            "One lot of \(name) is \(Phrase.number(size)) units of the account's currency, as profits and prices show."
        case .each:
            "The worth of one lot of \(name) was taken from each trade's profit, because it is converted at rates that are "
                + "not in the file."
        case .unknown: "No profit shows what one lot of \(name) is; it was taken as one unit."
        }
    }
}
