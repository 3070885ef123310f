import Series
import TestSupport

/// A book kept by hand: a slow, obvious simulation in whole cents of lots that are bought and sold at the close, from
/// which trades, positions, cash and equity are written. Everything in it agrees to the cent.
struct Book {
    /// One lot: entered at the close of a day, left at the close of a later one, or still open at the end.
    struct Lot {
        var symbol: Int
        var isLong: Bool
        var quantity: Int
        var entry: Int
        var exit: Int?
        /// Fees in cents at entry and at exit.
        var entryFee: Int
        var exitFee: Int
    }

    let days: [CalendarDate]
    let symbols = ["AAA", "BBB", "CCC", "FUT"]
    /// Money per unit and point.
    let multipliers = [1, 1, 1, 50]
    /// Prices in cents, per symbol and day.
    let prices: [[Int]]
    let lots: [Lot]
    let capital = 100_000_000

    /// A book of so many lots over so many weekdays; with `pauses`, everything is sold before each thirtieth day.
    init(seed: UInt64, days count: Int = 120, lots lotCount: Int = 40, pauses: Bool = true) {
        var numbers = BookNumbers(state: seed)
        days = Self.weekdays(count)
        prices = (0..<4).map { symbol in
            var price = 5000 + 2500 * symbol
            return (0..<count).map { _ in
                price = max(1000, price + numbers.next(below: 241) - 120)
                return price
            }
        }
        lots = (0..<lotCount).map { _ in
            let entry = 1 + numbers.next(below: count - 12)
            let block = entry / 30
            let latest = pauses ? min(block * 30 + 27, count - 2) : count - 1
            let exit = min(entry + 1 + numbers.next(below: 9), latest)
            let symbol = numbers.next(below: 4)
            let isOpen = !pauses && numbers.next(below: 8) == 0
            return Lot(
                symbol: symbol, isLong: numbers.next(below: 3) > 0,
                quantity: symbol == 3 ? 1 + numbers.next(below: 4) : 20 + numbers.next(below: 400),
                entry: min(entry, latest - 1), exit: isOpen ? nil : max(exit, min(entry, latest - 1) + 1),
                entryFee: 100 + numbers.next(below: 300), exitFee: 100 + numbers.next(below: 300))
        }.sorted { ($0.exit ?? .max, $0.entry) < ($1.exit ?? .max, $1.entry) }
    }

    // MARK: Bookkeeping

    private func sign(_ lot: Lot) -> Int { lot.isLong ? 1 : -1 }

    /// Units of a symbol at the close of a day.
    func units(_ symbol: Int, _ day: Int) -> Int {
        lots.filter { $0.symbol == symbol && $0.entry <= day && ($0.exit ?? .max) > day }
            .map { sign($0) * $0.quantity }.reduce(0, +)
    }

    /// Market value in cents.
    func value(_ symbol: Int, _ day: Int) -> Int {
        units(symbol, day) * prices[symbol][day] * multipliers[symbol]
    }

    /// Cash in cents: the capital and everything paid and received until the close of a day.
    func cash(_ day: Int) -> Int {
        var cash = capital
        for lot in lots {
            let size = sign(lot) * lot.quantity * multipliers[lot.symbol]
            if lot.entry <= day { cash -= size * prices[lot.symbol][lot.entry] + lot.entryFee }
            if let exit = lot.exit, exit <= day { cash += size * prices[lot.symbol][exit] - lot.exitFee }
        }
        return cash
    }

    /// Equity in cents.
    func equity(_ day: Int) -> Int { cash(day) + symbols.indices.map { value($0, day) }.reduce(0, +) }

    // MARK: Files

    /// Cents as an amount with two decimals.
    static func amount(_ cents: Int) -> String {
        let digits = String(1000 + cents.magnitude % 100).suffix(2)
        return (cents < 0 ? "-" : "") + "\(cents.magnitude / 100).\(digits)"
    }

    /// The files of a native run folder.
    func files() -> BookFiles {
        BookFiles(
            description: "{\"initial_capital\": 1000000, \"cost_model\": {\"commission\": \"1 to 4 an order\"}}",
            equity: days.indices.map { [days[$0].iso, Self.amount(equity($0))] },
            trades: lots.enumerated().map { row($1, number: $0 + 1) },
            positions: days.indices.map { day in
                [days[day].iso] + symbols.indices.map { Self.amount(value($0, day)) } + [Self.amount(cash(day))]
            }, symbols: symbols)
    }

    private func row(_ lot: Lot, number: Int) -> [String] {
        let last = lot.exit ?? days.count - 1
        let (entryPrice, exitPrice) = (prices[lot.symbol][lot.entry], prices[lot.symbol][last])
        let fees = lot.entryFee + (lot.exit == nil ? 0 : lot.exitFee)
        let profit = sign(lot) * lot.quantity * multipliers[lot.symbol] * (exitPrice - entryPrice) - fees
        return [
            "\(number)", symbols[lot.symbol], lot.isLong ? "long" : "short", "\(lot.quantity)", days[lot.entry].iso,
            Self.amount(entryPrice), lot.exit.map { days[$0].iso } ?? "", Self.amount(exitPrice), Self.amount(fees),
            Self.amount(profit), "\(multipliers[lot.symbol])",
        ]
    }

    /// The same positions as a long table with quantities and prices.
    func longPositions() -> String {
        var lines = ["date,symbol,quantity,price,multiplier,value"]
        for day in days.indices {
            for symbol in symbols.indices where units(symbol, day) != 0 {
                let (units, price) = (units(symbol, day), Self.amount(prices[symbol][day]))
                lines.append(
                    "\(days[day].iso),\(symbols[symbol]),\(units),\(price),\(multipliers[symbol]),"
                        + Self.amount(value(symbol, day)))
            }
            lines.append("\(days[day].iso),cash,,,,\(Self.amount(cash(day)))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func weekdays(_ count: Int) -> [CalendarDate] {
        var (date, days) = (CalendarDate(iso: "2023-01-02") ?? CalendarDate(day: 0), [CalendarDate]())
        while days.count < count {
            if date.weekday < 5 { days.append(date) }
            date.day += 1
        }
        return days
    }
}

/// The tables of a book as cells, so that one of them can be altered.
struct BookFiles {
    var description: String
    var equity: [[String]]
    var trades: [[String]]
    var positions: [[String]]
    var symbols: [String]

    static let fees = 8
    static let profit = 9
    static let exitPrice = 7

    /// Names and texts, as a run folder holds them.
    var texts: [String: String] {
        [
            "run.json": description, "equity.csv": Self.table("date,equity", equity),
            "trades.csv": Self.table(
                "id,symbol,side,qty,entry_time,entry_price,exit_time,exit_price,fees,pnl,multiplier", trades),
            "positions.csv": Self.table("date," + symbols.joined(separator: ",") + ",cash", positions),
        ]
    }

    private static func table(_ header: String, _ rows: [[String]]) -> String {
        ([header] + rows.map { $0.joined(separator: ",") }).joined(separator: "\n") + "\n"
    }

    /// A cell in cents, changed.
    mutating func change(
        _ table: WritableKeyPath<BookFiles, [[String]]>, _ row: Int, _ column: Int, _ change: (Int) -> Int
    ) {
        let text = self[keyPath: table][row][column]
        let cents = Int(text.filter { $0 != "." }) ?? 0
        self[keyPath: table][row][column] = Book.amount(change(cents))
    }
}

/// Whole numbers that are the same on every machine: a linear congruential generator.
struct BookNumbers {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
