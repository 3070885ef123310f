import Containers
import RunModel
import Series

/// Tables that the cloud exports of a backtest: closed trades and orders. Times are UTC.
///
/// Trades: `Entry Time,Symbols,Exit Time,Direction,Entry Price,Exit Price,Quantity,P&L,Fees,MAE,MFE,Drawdown,IsWin,Order Ids`,
/// with P&L before fees. Orders: `Time,Symbol,Price,Quantity,Type,Status,Value,Tag` with a blank at the end of each line; older
/// downloads of orders are named `…_trades.csv`.
enum LeanTables {
    /// What a table is, by its header.
    static func kind(of header: [String]) -> LeanFiles.Kind? {
        let names = Set(header.map(plain))
        if names.isSuperset(of: ["entry time", "exit time", "direction", "p&l", "fees", "mae", "mfe"]) {
            return .trades
        }
        if names.isSuperset(of: ["time", "symbol", "price", "quantity", "type", "status", "value", "tag"]) {
            return .orders
        }
        return nil
    }

    private static func plain(_ name: String) -> String {
        (JSONValue.string(name).leanText ?? "").lowercased()
    }

    /// The columns of a table by plain names.
    struct Columns {
        let table: TradeTable
        private let header: [String]

        init(_ file: TableFile, exit: String?) {
            header = file.header.map(LeanTables.plain)
            table = TradeTable(file: file, exit: exit.flatMap { [header] in header.firstIndex(of: $0) })
        }

        subscript(names: String...) -> Int? { names.lazy.compactMap { header.firstIndex(of: $0) }.first }
    }

    // MARK: Trades

    /// The closed trades of a table.
    static func trades(_ name: String, _ source: RunSource) throws(RunError) -> RawTrades {
        let bytes = try source.bytes(of: name, role: "trades")
        let file = try TableFile(name: name, bytes: bytes, log: source.log)
        let columns = Columns(file, exit: "exit time")
        let cells = TradeCells(columns)
        var rows = [RawTrades.Row]()
        for row in stride(from: 1, through: file.count, by: 1) {
            if let trade = cells.trade(row) { rows.append(trade) }
        }
        try source.log.checkpoint()
        if rows.isEmpty { source.log.add(.noTrades(name)) }
        LeanMultipliers.settle(&rows)
        return RawTrades(file: name, rows: rows)
    }

    private struct TradeCells {
        let columns: Columns
        private let numbers: [String: [Double]]
        private let entry: [WrittenTimestamp?]
        private let exit: [WrittenTimestamp?]

        init(_ columns: Columns) {
            let table = columns.table
            self.columns = columns
            var numbers = [String: [Double]]()
            for name in ["entry price", "exit price", "quantity", "p&l"] {
                numbers[name] = table.neededNumbers(columns[name])
            }
            for name in ["fees", "mae", "mfe"] { numbers[name] = table.numbers(columns[name]) }
            self.numbers = numbers
            (entry, exit) = (table.timestamps(columns["entry time"]), table.timestamps(columns["exit time"]))
        }

        private func number(_ name: String, _ row: Int) -> Double? {
            guard let values = numbers[name], row - 1 < values.count, !values[row - 1].isNaN else { return nil }
            return values[row - 1]
        }

        func trade(_ row: Int) -> RawTrades.Row? {
            let table = columns.table
            guard row <= entry.count, row <= exit.count, let entry = entry[row - 1], let exit = exit[row - 1],
                let entryPrice = number("entry price", row),
                let exitPrice = number("exit price", row), let quantity = number("quantity", row),
                let gross = number("p&l", row), quantity != 0
            else { return nil }
            let direction = table.text(row, columns["direction"])?.lowercased() ?? ""
            let symbol = table.text(row, columns["symbols", "symbol"]).flatMap(LeanSymbols.plain) ?? ""
            let fees = number("fees", row) ?? 0
            var trade = Trade(
                id: String(row), symbol: symbol, side: ["sell", "short"].contains(direction) ? .short : .long,
                quantity: quantity.magnitude, entry: Timestamp(milliseconds: entry.wall), entryPrice: entryPrice,
                exit: Timestamp(milliseconds: exit.wall), exitPrice: exitPrice, profit: gross - fees, fees: fees,
                mae: number("mae", row), mfe: number("mfe", row))
            trade.multiplier = LeanMultipliers.multiplier(of: trade, gross: gross) ?? .nan
            return RawTrades.Row(
                trade: trade, entry: utc(entry), exit: utc(exit), line: table.file.line(ofRow: row))
        }
    }

    /// Times without an offset are UTC.
    static func utc(_ written: WrittenTimestamp) -> WrittenTimestamp {
        WrittenTimestamp(wall: written.instant ?? written.wall, offset: 0)
    }

    // MARK: Orders

    /// The fills that a table of orders tells, without fees; the time of an order is when it was filled or submitted.
    static func fills(_ name: String, _ source: RunSource) throws(RunError) -> [RawFills.Row] {
        let bytes = try source.bytes(of: name, role: "orders")
        let file = try TableFile(name: name, bytes: bytes, log: source.log)
        let columns = Columns(file, exit: nil)
        let table = columns.table
        let times = table.timestamps(columns["time"])
        let (prices, quantities) = (table.numbers(columns["price"]), table.numbers(columns["quantity"]))
        var rows = [RawFills.Row]()
        for row in stride(from: 1, through: file.count, by: 1) {
            guard row <= min(times.count, prices.count, quantities.count), let time = times[row - 1],
                quantities[row - 1] != 0, !quantities[row - 1].isNaN,
                !prices[row - 1].isNaN,
                LeanNames.fillState(table.text(row, columns["status"]).map(JSONValue.string)) == .filled
            else { continue }
            let moment = utc(time)
            let fill = Fill(
                time: Timestamp(milliseconds: moment.wall),
                symbol: table.text(row, columns["symbol"]).flatMap(LeanSymbols.plain) ?? "",
                quantity: quantities[row - 1], price: prices[row - 1], fee: 0, order: String(row),
                tag: table.text(row, columns["tag"]))
            rows.append(RawFills.Row(fill: fill, time: moment, line: file.line(ofRow: row)))
        }
        try source.log.checkpoint()
        return rows
    }
}

// MARK: Without a result

extension LeanTables {
    /// A run of a table without the result: equity moves when trades are closed, from the capital that the user states.
    static func run(_ files: LeanFiles, _ source: RunSource, _ options: RunOptions) throws(RunError) -> RawRun {
        guard files.kind == .trades || files.trades != nil else {
            throw source.log.fail(
                .tableAlone(
                    files.main, what: files.kind == .events ? "order events" : "orders",
                    lacks: "the account between them is not in the file",
                    remedy: "put the result (JSON) beside it, or the table of trades"))
        }
        let name = files.kind == .trades ? files.main : files.trades ?? files.main
        guard let capital = options.initialCapital else {
            throw source.log.fail(
                .tableAlone(
                    name, what: "closed trades", lacks: "the account's value is not in the file",
                    remedy:
                        "put the result (JSON) beside it, or say what the account started with: --initial-capital 100000"
                ))
        }
        let trades = try trades(name, source)
        guard let main = ExitAccount(trades, capital: capital).series() else { throw source.log.fail(.noRows(name)) }
        source.log.add(.equityAtExits(name))
        var run = RawRun(format: LeanReader.format, engine: LeanReader.format, isOfEngine: true, main: main)
        run.description.timeZone = options.timeZone ?? "UTC"
        run.trades = trades
        if let orders = files.kind == .orders ? files.main : files.orders {
            let fills = try fills(orders, source)
            if !fills.isEmpty { run.fills = RawFills(file: orders, rows: fills, hasFees: false) }
        }
        return run
    }

    /// An account that moves when trades are closed.
    private struct ExitAccount {
        private let trades: RawTrades
        private let capital: Double

        init(_ trades: RawTrades, capital: Double) { (self.trades, self.capital) = (trades, capital) }

        /// One value a day in UTC from the day before the first entry, on weekdays where no trade begins or ends at a weekend.
        func series() -> RawSeries? {
            let days = trades.rows.flatMap { [$0.trade.entry.date.day, $0.trade.exit.date.day] }
            guard let first = days.min(), let last = days.max(), last - first < 1_000_000 else { return nil }
            let isWeekly = days.contains { CalendarDate(day: $0).weekday > 4 }
            var profits = [Int: Double]()
            for row in trades.rows { profits[row.trade.exit.date.day, default: 0] += row.trade.profit }
            var (walls, values, balance) = ([Int64](), [Double](), capital)
            for day in first - 1...last {
                balance += profits[day] ?? 0
                guard isWeekly || CalendarDate(day: day).weekday <= 4 || walls.isEmpty else { continue }
                let isStart = walls.isEmpty && !isWeekly
                let shown = isStart ? day - max(0, CalendarDate(day: day).weekday - 4) : day
                walls.append(Int64(shown) * Timestamp.day)
                values.append(balance)
            }
            return RawSeries(
                file: trades.file, column: "P&L", timestampColumn: "Exit Time", content: .levels,
                timestamps: TimestampColumn(walls: walls), values: values,
                lines: Array(repeating: 0, count: values.count))
        }
    }
}
