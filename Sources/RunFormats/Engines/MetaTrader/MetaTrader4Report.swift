import RunModel
import Series

/// The parts of a test report of MetaTrader 4, found by where they stand: labels are in the language of the terminal, in its
/// code page.
struct MetaTrader4Report {
    /// One row of the list of orders.
    struct Event {
        var wall: Int64
        /// `buy`, `sell`, `modify`, `close`, `s/l`, `t/p`, `close at stop`, …, lower case.
        var type: String
        var order: String
        var size: Double
        var price: Double
        /// Profit and balance, where the row closes something.
        var result: (profit: Double, balance: Double)?
        var line: Int

        var opens: Bool { ["buy", "sell", "swap open"].contains(type) }
    }

    private static let titleStart = "Strategy Tester: "

    let expert: String
    /// Label and value of the settings: symbol, period, model, parameters.
    private let settings: [(label: String, value: String)]
    /// Rows of up to three pairs of label and value.
    private let results: [StatementRows.Row]
    private let rows: [StatementRows.Row]

    /// Nil where the document is no such report.
    init?(_ statement: StatementRows) {
        guard statement.title.hasPrefix(Self.titleStart) else { return nil }
        // Settings and results are parted by a row over the whole width.
        let head = statement.rows.prefix { $0.filled > 0 || $0.cells.count < 6 }
        settings = head.filter { $0.filled == 2 && $0[1].isEmpty && !$0[2].isEmpty }.map { ($0[0], $0[2]) }
        guard settings.count >= 2 else { return nil }
        expert = String(statement.title.dropFirst(Self.titleStart.count))
        results = Array(statement.rows.dropFirst(head.count).prefix { $0.filled < 10 })
        rows = statement.rows
    }

    // MARK: Settings

    /// `EURUSD (Euro vs US Dollar)` is `EURUSD`.
    var symbol: String { String(settings[0].value.split(separator: " ").first ?? "") }

    /// What a period in words and dates says; nil without dates.
    var period: MetaTraderPeriod? { MetaTraderPeriod(settings[1].value) }
    var periodText: String { Self.readable(settings[1].value) ?? "" }
    var model: String? { settings.count > 2 ? Self.readable(settings[2].value) : nil }

    /// A text without the words that are in an encoding that nobody named; nil where none are left.
    private static func readable(_ text: String) -> String? {
        let words = text.split(separator: " ").filter { !$0.contains("\u{FFFD}") }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// `Lots=0.1; StopLoss=30; Start="10:30"`.
    var inputs: [RunParameter] {
        guard settings.count > 3 else { return [] }
        return Self.parts(settings[3].value).compactMap { part in
            guard let mark = part.firstIndex(of: "="), mark != part.startIndex else { return nil }
            return ParameterText.parameter(String(part[..<mark]), String(part[part.index(after: mark)...]))
        }
    }

    /// Parts between semicolons that do not stand in quotes.
    private static func parts(_ text: String) -> [Substring] {
        var isQuoted = false
        return text.split { character in
            if character == "\"" { isQuoted.toggle() }
            return character == ";" && !isQuoted
        }.map { $0.drop { $0 == " " } }
    }

    // MARK: Results

    /// The first row with numbers behind the settings: deposit and spread.
    private var depositPlace: Int? { results.firstIndex { StatementNumber.value($0[1]) != nil } }

    var deposit: Double? { depositPlace.flatMap { StatementNumber.value(results[$0][1]) } }
    var spread: String? { depositPlace.map { results[$0][5] }.flatMap { $0.isEmpty ? nil : $0 } }

    /// The rows behind the deposit, empty ones left out: profit, factor, drawdown, counts, and so on.
    var figures: ArraySlice<StatementRows.Row> {
        guard let place = depositPlace else { return [] }
        return results[(place + 1)...].filter { $0.filled > 0 }[...]
    }

    var netProfit: (value: Double, line: Int)? {
        figures.first.flatMap { row in StatementNumber.value(row[1]).map { ($0, row.line) } }
    }

    // MARK: Orders

    /// The rows of the list; those that are not what they should be are logged, at most three of them.
    func events(_ file: String, _ log: ReadingLog) -> [Event] {
        var bad = 0
        return rows.compactMap { row in
            guard row.cells.count >= 9, !row[0].isEmpty, row[0].allSatisfy(\.isNumber),
                let wall = MetaTraderTime.wall(row[1])
            else { return nil }
            if let event = Self.event(row, wall) { return event }
            bad += 1
            let place = [4, 5, 8, 9].first { StatementNumber.value(row[$0]) == nil && !row[$0].isEmpty } ?? 4
            if bad <= 3 { log.add(.unreadableBooking(file, row.line, column: place + 1, row[place])) }
            return nil
        }
    }

    private static func event(_ row: StatementRows.Row, _ wall: Int64) -> Event? {
        guard let size = StatementNumber.value(row[4]), let price = StatementNumber.value(row[5]) else { return nil }
        var event = Event(
            wall: wall, type: row[2].lowercased(), order: row[3], size: size, price: price, result: nil, line: row.line)
        if row[8].isEmpty { return event }
        guard let profit = StatementNumber.value(row[8]), let balance = StatementNumber.value(row[9]) else {
            return nil
        }
        event.result = (profit, balance)
        return event
    }

    /// The texts of all balances, which show how exactly money is written.
    var balances: [String] { rows.filter { $0.cells.count >= 10 && MetaTraderTime.wall($0[1]) != nil }.map { $0[9] } }
}
