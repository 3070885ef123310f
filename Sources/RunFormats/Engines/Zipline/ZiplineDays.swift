import Containers
import RunModel

/// What zipline writes into single cells: the positions, orders and transactions of each day, as Python prints them.
struct ZiplineDays {
    let frame: ZiplineFrame
    private var file: TableFile { frame.file }

    init(_ frame: ZiplineFrame) { self.frame = frame }

    /// The lists of a column, one for each row; nil where there is no such column, or one of its cells is no list.
    private func lists(_ name: String, lost: String) -> [[PythonValue]]? {
        guard let column = frame.column(name) else { return nil }
        var lists = [[PythonValue]]()
        for row in 1..<max(1, file.table.rowCount) {
            // Frames of several columns have empty cells where nothing happened.
            if file.table.isMissing(row, column) {
                lists.append([])
                continue
            }
            do throws(PythonError) {
                let value = try PythonLiteralReader.parse(file.table.text(row, column))
                guard let elements = value.elements else { throw PythonError(byte: 0, fact: "no list") }
                lists.append(elements)
            } catch {
                file.log.add(.nestedCell(file.name, file.line(ofRow: row), name, error.message, lost: lost))
                return nil
            }
        }
        return lists
    }

    private func moment(_ row: Int) -> WrittenTimestamp {
        WrittenTimestamp(wall: frame.timestamps.walls[row], offset: frame.timestamps.offset(at: row))
    }

    // MARK: Fills

    /// Transactions in their order, into `fees` what their orders cost, into `orders` what these say beside; nil where the
    /// frame has none.
    func fills(fees: inout OrderFees, orders: inout ZiplineOrders) -> RawFills? {
        guard let days = lists("transactions", lost: "trades") else { return nil }
        for (row, states) in (lists("orders", lost: "fees") ?? []).enumerated() {
            for state in states {
                fees.add(state, at: moment(row))
                orders.add(state, at: moment(row), line: file.line(ofRow: row + 1))
            }
        }
        let names = AssetNames(days.flatMap { day in day.compactMap { $0["sid"].flatMap(AssetName.init)?.text } })
        var rows = [RawFills.Row]()
        var futures = Set<String>()
        for (row, day) in days.enumerated() {
            for transaction in day {
                guard let asset = transaction["sid"].flatMap(AssetName.init) else { continue }
                if asset.isFuture {
                    futures.insert(names[asset.text])
                } else if let fill = fill(transaction, row) {
                    rows.append(fill.named(names[asset.text]))
                }
            }
        }
        noteFutures(futures)
        return RawFills(file: file.name, rows: rows, hasFees: false)
    }

    private func fill(_ transaction: PythonValue, _ row: Int) -> RawFills.Row? {
        guard let quantity = transaction["amount"]?.finiteNumber, quantity != 0,
            let price = transaction["price"]?.finiteNumber
        else { return nil }
        guard (quantity * price).isFinite else {
            file.log.add(.outOfRange(file.name, file.line(ofRow: row + 1), "transactions"))
            return nil
        }
        let time = transaction["dt"]?.moment ?? moment(row)
        let order = transaction["order_id"]?.text
        let fill = Fill(
            time: .init(milliseconds: time.wall), symbol: "", quantity: quantity, price: price,
            fee: transaction["commission"]?.finiteNumber ?? 0, multiplier: 1, order: order, tag: nil)
        return RawFills.Row(fill: fill, time: time, line: file.line(ofRow: row + 1))
    }

    /// The size of a contract is in no file of zipline, so that its profits cannot be known.
    private func noteFutures(_ futures: Set<String>) {
        guard !futures.isEmpty else { return }
        file.log.note(
            "Contracts of \(file.name) have no multiplier there, and were left out of trades and positions: "
                + Phrase.list(futures.sorted()) + ".")
    }

    // MARK: Positions

    /// The value of what is held at the end of each day, and the cash beside it; nil where the frame has none.
    func positions() -> RawPositions? {
        guard let days = lists("positions", lost: "positions") else { return nil }
        var table = ZiplinePositions(rows: days.count)
        for (row, day) in days.enumerated() {
            for position in day { table.add(position, row) }
        }
        guard !table.isEmpty else { return nil }
        let cash = frame.column("ending_cash")
        return table.positions(
            file: file.name, timestampColumn: file.header[frame.timestampColumn], timestamps: frame.timestamps,
            cash: cash.map { column in file.table.numbers(column: column, from: 1).values.map { $0.isNaN ? 0 : $0 } },
            lines: file.dataLines, cashDigits: cash.map { file.table.digits(column: $0, from: 1) })
    }
}

extension RawFills.Row {
    /// The fill of a symbol.
    func named(_ symbol: String) -> RawFills.Row {
        var row = self
        row.fill.symbol = symbol
        return row
    }
}

/// Positions gathered day by day: a column for each asset, 0 where it is not held.
private struct ZiplinePositions {
    private let rows: Int
    private var assets = [String]()
    private var places = [String: Int]()
    private var values = [[Double]]()
    private var quantities = [[Double]]()

    init(rows: Int) { self.rows = rows }

    var isEmpty: Bool { assets.isEmpty }

    /// A contract is settled each day, and has no value in the account.
    mutating func add(_ position: PythonValue, _ row: Int) {
        guard let asset = position["sid"].flatMap(AssetName.init), !asset.isFuture,
            let amount = position["amount"]?.finiteNumber, let price = position["last_sale_price"]?.finiteNumber,
            (amount * price).isFinite
        else { return }
        let place = places[asset.text] ?? newAsset(asset.text)
        values[place][row] += amount * price
        quantities[place][row] += amount
    }

    private mutating func newAsset(_ text: String) -> Int {
        places[text] = assets.count
        assets.append(text)
        values.append(Array(repeating: 0, count: rows))
        quantities.append(Array(repeating: 0, count: rows))
        return assets.count - 1
    }

    func positions(
        file: String, timestampColumn: String, timestamps: TimestampColumn, cash: [Double]?, lines: [UInt32],
        cashDigits: WrittenDigits?
    ) -> RawPositions {
        let names = AssetNames(assets)
        // In the order of their names: the frame has them in the order of a hash table.
        let order = assets.indices.sorted { names[assets[$0]].utf8.lexicographicallyPrecedes(names[assets[$1]].utf8) }
        return RawPositions(
            file: file, timestampColumn: timestampColumn, timestamps: timestamps,
            symbols: order.map { names[assets[$0]] },
            values: order.map { values[$0] }, cash: cash, lines: lines,
            details: RawPositionDetails(quantities: order.map { quantities[$0] }, contradictions: [], compared: 0),
            digits: order.map { _ in nil }, cashDigits: cashDigits)
    }
}
