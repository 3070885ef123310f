import RunModel

/// Positions and transactions in pyfolio's form, with one name for each symbol in both.
struct PyfolioHoldings {
    var positions: RawPositions?
    var fills: RawFills?
    /// What the transactions call a number, under the name that both tables share.
    let symbolOfSid: [String: String]

    /// Reads the tables that are there.
    init(positions: String?, transactions: String?, of source: RunSource) throws(RunError) {
        var table: PyfolioTransactions?
        if let transactions {
            let bytes = try source.bytes(of: transactions, role: "transactions")
            table = try PyfolioTransactions(TableFile(name: transactions, bytes: bytes, log: source.log))
        }
        if let positions {
            let bytes = try source.bytes(of: positions, role: "positions")
            self.positions = try PositionsReader.read(TableFile(name: positions, bytes: bytes, log: source.log))
        }
        let held = self.positions?.symbols ?? []
        let names = AssetNames(held + (table?.symbols ?? []))
        fills = table?.fills(names)
        // Columns of numbers are zipline's sids, which the transactions may give a symbol.
        let sids = table?.symbolOfSid ?? [:]
        symbolOfSid = sids.mapValues { names[$0] }
        self.positions?.symbols = held.map { name in
            sids[name].map { names[$0] }.flatMap { held.contains($0) ? nil : $0 } ?? names[name]
        }
    }

    /// The symbols of both tables, those of positions first.
    var symbols: [String] {
        var seen = Set<String>()
        return ((positions?.symbols ?? []) + (fills?.rows.map(\.fill.symbol) ?? [])).filter { seen.insert($0).inserted }
    }

    /// Gives fills what their orders cost.
    mutating func apply(_ fees: OrderFees, log: ReadingLog) {
        guard let own = fills, !fees.isEmpty, !own.hasFees else { return }
        let (rows, unmatched) = fees.applied(to: own.rows)
        fills = RawFills(file: own.file, rows: rows, hasFees: true, digits: own.digits)
        log.note("Fees are the commissions of orders, shared by the fills of an order by their size.")
        if unmatched != 0 {
            log.note("Commissions of \(Phrase.amount(unmatched)) are of orders without a transaction, and in no trade.")
        }
    }
}
