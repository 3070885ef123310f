import RunModel

/// One row of the deals of MetaTrader 5: something bought or sold, or money booked.
struct MetaTrader5Deal {
    /// What a deal does to a position.
    enum Direction: String {
        case opens = "in"
        case closes = "out"
        /// Turns a position around, in an account that has one a symbol.
        case turns = "in/out"
        /// Closes a position with the one on the other side.
        case closesBy = "out by"
    }

    var wall: Int64
    var number: String
    var symbol: String
    /// `buy`, `sell`, `balance`, `credit`, …, lower case.
    var type: String
    var direction: Direction?
    var volume: Double
    var price: Double
    var order: String
    /// Commission, and fee where there is one; below zero where paid.
    var commission: Double
    var swap: Double
    var profit: Double
    var balance: Double
    var comment: String
    var line: Int

    var isTrade: Bool { type == "buy" || type == "sell" }
    /// What the balance moves by. A credit is no part of the balance.
    var booked: Double { type == "credit" ? 0 : profit + swap + commission }
    /// Money that the owner paid in or out.
    var isPayment: Bool { type == "balance" || type == "bonus" }
}

/// Reads rows of deals: eight columns from the left, and as many from the right as there are names in the header.
struct MetaTrader5DealRows {
    /// Time, deal, symbol, type, direction, volume, price, order, commission, swap, profit, balance, comment; and between
    /// them a fee, or cost and fee, in the history of an account.
    static let widths = 13...15

    let file: String
    let log: ReadingLog
    /// How many columns the table has.
    let width: Int
    private var bad = 0

    init(file: String, log: ReadingLog, width: Int) { (self.file, self.log, self.width) = (file, log, width) }

    /// The deal of a row; nil where one of its numbers is none, after logging the first of them.
    mutating func deal(_ row: StatementRows.Row) -> MetaTrader5Deal? {
        guard let wall = MetaTraderTime.wall(row[0]) else { return nil }
        let type = row[3].lowercased()
        let direction = MetaTrader5Deal.Direction(rawValue: row[4].lowercased())
        let isTrade = type == "buy" || type == "sell"
        if isTrade, direction == nil { return refuse(row, 4) }
        let fees = width == 13 ? [8] : width == 14 ? [8, 9] : [9, 10]
        let numbers = [5, 6] + fees + [width - 4, width - 3, width - 2]
        var values = [Int: Double]()
        for column in numbers {
            guard let value = row[column].isEmpty ? 0 : StatementNumber.value(row[column]) else {
                return refuse(row, column)
            }
            values[column] = value
        }
        func value(_ column: Int) -> Double { values[column] ?? 0 }
        return MetaTrader5Deal(
            wall: wall, number: row[1], symbol: row[2], type: type, direction: isTrade ? direction : nil,
            volume: value(5), price: value(6), order: row[7], commission: fees.reduce(0) { $0 + value($1) },
            swap: value(width - 4), profit: value(width - 3), balance: value(width - 2), comment: row[width - 1],
            line: row.line)
    }

    private mutating func refuse(_ row: StatementRows.Row, _ column: Int) -> MetaTrader5Deal? {
        bad += 1
        if bad <= 3 { log.add(.unreadableBooking(file, row.line, column: column + 1, row[column])) }
        return nil
    }
}
