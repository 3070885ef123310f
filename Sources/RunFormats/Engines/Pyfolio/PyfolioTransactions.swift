import RunModel
import Series

/// A table of transactions: a moment, signed amount, price, and the symbol or its number; moments may repeat.
struct PyfolioTransactions {
    private let file: TableFile
    private let quantities, prices: [Double]
    private let moments: [WrittenTimestamp?]
    private let table: TradeTable
    private let symbol, sid: Int?
    private let columns: [String]

    init(_ file: TableFile) throws(RunError) {
        self.file = file
        let names = file.header.map(ColumnNames.normalised)
        let timestampColumn = try file.timestampColumn()
        let table = TradeTable(file: file, exit: timestampColumn)
        quantities = table.neededNumbers(names.firstIndex(of: "amount"))
        prices = table.neededNumbers(names.firstIndex(of: "price"))
        moments = table.timestamps(timestampColumn)
        (symbol, sid, columns) = (names.firstIndex(of: "symbol"), names.firstIndex(of: "sid"), names)
        self.table = table
    }

    private var rows: Range<Int> { 1..<max(1, file.table.rowCount) }

    /// What each row traded, as written.
    var symbols: [String] { rows.map { name($0) } }

    private func name(_ row: Int) -> String { table.text(row, symbol) ?? table.text(row, sid) ?? "" }

    /// The symbol of each number, where the table has both and they differ.
    var symbolOfSid: [String: String] {
        guard symbol != nil, sid != nil else { return [:] }
        var known = [String: String]()
        for row in rows {
            guard let number = table.text(row, sid), let name = table.text(row, symbol), number != name else {
                continue
            }
            known[number] = name
        }
        return known
    }

    /// The fills in the order of their moments; rows that move nothing are left out.
    func fills(_ names: AssetNames) -> RawFills {
        let commissions = table.numbers(columns.firstIndex(of: "commission"))
        let orders = columns.firstIndex(of: "order_id")
        let multipliers = multipliers()
        var fills = [RawFills.Row]()
        for row in rows {
            guard let time = moments[row - 1], !quantities[row - 1].isNaN, quantities[row - 1] != 0,
                !prices[row - 1].isNaN
            else { continue }
            guard (quantities[row - 1] * prices[row - 1]).isFinite else {
                file.log.add(.outOfRange(file.name, file.line(ofRow: row), "amount"))
                continue
            }
            let fee = commissions.isEmpty || commissions[row - 1].isNaN ? 0 : commissions[row - 1]
            let name = name(row)
            let fill = Fill(
                time: Timestamp(milliseconds: time.wall), symbol: names[name], quantity: quantities[row - 1],
                price: prices[row - 1], fee: fee, multiplier: multipliers[name] ?? 1, order: table.text(row, orders),
                tag: nil)
            fills.append(RawFills.Row(fill: fill, time: time, line: file.line(ofRow: row)))
        }
        if fills.isEmpty { file.log.add(.noTrades(file.name)) }
        return RawFills(
            file: file.name, rows: sorted(fills), hasFees: commissions.contains { !$0.isNaN }, digits: digits)
    }

    private var digits: RawTrades.Digits {
        func of(_ name: String) -> WrittenDigits? { file.digits(columns.firstIndex(of: name)) }
        return RawTrades.Digits(quantity: of("amount"), entryPrice: of("price"), fees: of("commission"))
    }

    private func sorted(_ fills: [RawFills.Row]) -> [RawFills.Row] {
        func moment(_ row: RawFills.Row) -> Int64 { row.time.instant ?? row.time.wall }
        let isSorted = fills.indices.dropFirst().allSatisfy { moment(fills[$0 - 1]) <= moment(fills[$0]) }
        // Swift's sort is stable, so fills of one moment keep the file's order.
        return isSorted ? fills : fills.sorted { moment($0) < moment($1) }
    }

    // MARK: Values

    /// How many units of the underlying one unit is, by symbol: `txn_dollars` (`value` of backtrader) is minus amount times
    /// price times that. Values that no one number explains are told.
    private func multipliers() -> [String: Double] {
        guard let column = columns.firstIndex(of: "txn_dollars") ?? columns.firstIndex(of: "value") else { return [:] }
        let values = table.numbers(column)
        let price = columns.firstIndex(of: "price") ?? column
        let digits = (
            value: file.table.digits(column: column, from: 1), price: file.table.digits(column: price, from: 1)
        )
        var ratios = [String: Double]()
        var differing = [Int]()
        for row in rows {
            let product = -quantities[row - 1] * prices[row - 1]
            guard product != 0, values[row - 1].isFinite, product.isFinite else { continue }
            let ratio = values[row - 1] / product
            let name = name(row)
            let known = ratios[name] ?? ((ratio - 1).magnitude < 1e-3 ? 1 : ratio)
            ratios[name] = known
            // Both were rounded when they were written.
            let rounding =
                digits.value.spacing(near: values[row - 1])
                + digits.price.spacing(near: prices[row - 1]) * (quantities[row - 1] * known).magnitude
            if (ratio - known).magnitude > 1e-6 * known.magnitude + rounding / product.magnitude {
                differing.append(row)
            }
        }
        if let row = differing.first {
            let product = -quantities[row - 1] * prices[row - 1] * (ratios[name(row)] ?? 1)
            file.log.add(
                .transactionValue(
                    file.name, file.line(ofRow: row), file.header[column], values[row - 1], product, differing.count))
            return [:]
        }
        return ratios.filter { $0.value > 0 && $0.value < 1e9 && $0.value != 1 }
    }
}

extension Finding {
    /// A value of a transaction that is not its amount times its price.
    static func transactionValue(
        _ file: String, _ line: Int, _ column: String, _ value: Double, _ product: Double, _ count: Int
    ) -> Finding {
        Finding(
            .transactionValue, file, row: line, column: column,
            "\(Phrase.number(value)), where amount and price give \(Phrase.number(product))"
                + (count > 1 ? ", the first of \(count)" : ""),
            "check amounts, prices and contract sizes: trades are made of amounts and prices")
    }
}
