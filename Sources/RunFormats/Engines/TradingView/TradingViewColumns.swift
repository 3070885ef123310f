import RunModel
import Series

/// Where the columns of a list of trades stand: by their English names, else by their order, which is that of every language.
struct TradingViewColumns: Equatable {
    var number: Int
    var type: Int
    var time: Int
    var signal: Int?
    var price: Int
    var quantity: Int?
    /// Size in money, at the entry.
    var value: Int?
    var profit: Int
    var profitPercent: Int?
    var commission: Int?
    var favourable: Int?
    var adverse: Int?
    var cumulative: Int?
    var cumulativePercent: Int?
    /// The account's currency, behind the name of the profit; nil where there is none.
    var currency: String?
    /// The currency of prices.
    var priceCurrency: String?

    /// Nil where the header, with the rows below it, is no list of trades.
    init?(header: [String], rows: [[String]] = []) {
        let names = header.map(Self.name)
        if let columns = Self.english(names) {
            self = columns
        } else if let columns = Self.placed(names, rows) {
            self = columns
        } else {
            return nil
        }
        currency = names[profit].currency
        priceCurrency = names[price].currency
    }

    /// Whether a header alone can be one: its English names, or a number of columns that lists have.
    static func canBe(_ header: [String]) -> Bool {
        (14...17).contains(header.count) || english(header.map(name)) != nil
    }

    private init(number: Int, type: Int, time: Int, signal: Int?, price: Int, profit: Int) {
        (self.number, self.type, self.time, self.signal) = (number, type, time, signal)
        (self.price, self.profit) = (price, profit)
    }

    // MARK: Names

    /// A name in lower case without its unit: `Net P&L USD` is `net p&l` and USD; the unit of percents is `%`.
    private struct Name: Equatable {
        var text: String
        var unit: String?
        var currency: String? { unit == "%" ? nil : unit }
    }

    private static func name(_ header: String) -> Name {
        let text = header.split(whereSeparator: \.isWhitespace)
        guard text.count > 1, let unit = text.last, unit == "%" || isCurrency(unit) else {
            return Name(text: text.joined(separator: " ").lowercased())
        }
        return Name(text: text.dropLast().joined(separator: " ").lowercased(), unit: String(unit))
    }

    /// `USD`, `USDT`, `1000SATS`: capitals and digits, a capital among them.
    private static func isCurrency(_ word: Substring) -> Bool {
        (2...10).contains(word.utf8.count)
            && word.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
            && word.utf8.contains { $0 >= 0x41 }
    }

    private static func english(_ names: [Name]) -> TradingViewColumns? {
        func money(_ texts: [String]) -> Int? { names.firstIndex { texts.contains($0.text) && $0.unit != "%" } }
        func percent(_ texts: [String]) -> Int? { names.firstIndex { texts.contains($0.text) && $0.unit == "%" } }
        guard let number = money(["trade #", "trade number"]), let type = money(["type"]),
            let time = money(["date/time", "date and time"]), let price = money(["price"]),
            let profit = money(["profit", "net p&l", "net pnl"])
        else { return nil }
        var columns = TradingViewColumns(
            number: number, type: type, time: time, signal: money(["signal"]), price: price, profit: profit)
        columns.quantity = money(["contracts", "quantity", "size (qty)", "position size (qty)"])
        columns.value = money(["size (value)", "position size (value)"])
        columns.profitPercent = percent(["profit", "net p&l", "net pnl", "return"])
        columns.commission = money(["commission"])
        columns.favourable = money(["run-up", "favorable excursion", "favourable excursion"])
        columns.adverse = money(["drawdown", "adverse excursion"])
        let sums = ["cum. profit", "cumulative profit", "cumulative p&l", "cumulative pnl", "cum. p&l"]
        columns.cumulative = money(sums)
        columns.cumulativePercent = percent(sums)
        return columns
    }

    // MARK: Places

    /// Amounts in one currency, each with percents behind it, at the places where they stand in English.
    private static func placed(_ names: [Name], _ rows: [[String]]) -> TradingViewColumns? {
        guard (14...17).contains(names.count), rows.count >= 2, isPair(rows[0], rows[1]) else { return nil }
        let isOld = names.count == 14 && isTime(rows[0][3])
        guard isOld || isTime(rows[0][2]) else { return nil }
        let first = isOld ? 6 : 7
        let hasCommission =
            !isOld && names.count >= 16 && names[first + 2].currency != nil && names[first + 3].currency != nil
        let amounts = [first] + (0..<3).map { first + 2 + (hasCommission ? 1 : 0) + 2 * $0 }
        guard let last = amounts.last, last + 1 < names.count, let currency = names[first].currency,
            amounts.allSatisfy({ names[$0].currency == currency && names[$0 + 1].unit == "%" })
        else { return nil }
        var columns = TradingViewColumns(
            number: 0, type: 1, time: isOld ? 3 : 2, signal: isOld ? 2 : 3, price: 4, profit: first)
        columns.quantity = 5
        columns.value = isOld ? nil : 6
        columns.profitPercent = first + 1
        columns.commission = hasCommission ? first + 2 : nil
        // Sums came before excursions, and come behind them now.
        let order = isOld ? [2, 3, 1] : [1, 2, 3]
        (columns.favourable, columns.adverse) = (amounts[order[0]], amounts[order[1]])
        (columns.cumulative, columns.cumulativePercent) = (amounts[order[2]], amounts[order[2]] + 1)
        return columns
    }

    /// Two rows of one trade: the same number, and different words for what they are.
    private static func isPair(_ first: [String], _ second: [String]) -> Bool {
        first.count >= 14 && second.count >= 14 && first[0] == second[0] && Int(first[0]) != nil
            && first[1] != second[1]
    }

    private static func isTime(_ text: String) -> Bool { TimestampText.timestamp(text) != nil }
}
