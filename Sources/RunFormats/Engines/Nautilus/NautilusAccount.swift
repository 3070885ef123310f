import RunModel
import Series

/// The balances of an account, of which nautilus_trader writes several at one moment: the last one counts.
struct NautilusAccount {
    /// Balances of one moment that hold until the next.
    struct State {
        /// Milliseconds since 1970 in UTC.
        var moment: Int64
        /// By currency.
        var totals: [String: Double]
        var line: Int
    }

    let file: String
    /// The currency of the equity.
    let currency: String
    /// All currencies that have a balance, in the order in which they come first.
    let currencies: [String]
    /// Whether what was bought is paid for and no longer part of the balance.
    let isCash: Bool
    /// The first balance of each currency, which stands before the first trade even where that is at the same moment.
    let opening: [String: Double]
    /// In the order of time, moments once.
    let states: [State]

    /// - Parameter currency: What the user chose, where there are several.
    init(_ file: TableFile, currency: String?) throws(RunError) {
        guard file.count > 0 else { throw file.log.fail(.noRows(file.name)) }
        try file.require("total", "currency")
        let rows = try Rows(file)
        guard !rows.states.isEmpty else { throw file.log.fail(.noRows(file.name)) }
        (self.file, states, currencies, opening) = (file.name, rows.states, rows.currencies, rows.opening)
        isCash = rows.isCash
        try Self.checkOrder(states, file)
        let base = rows.bases.count == 1 ? rows.bases.first : nil
        let chosen = [currency, base].lazy.compactMap { $0 }.first(where: rows.currencies.contains)
        if chosen == nil, currencies.count > 1, !isCash {
            throw file.log.fail(.severalCurrencies(file.name, currencies))
        }
        self.currency = chosen ?? currencies[0]
        guard file.count > states.count * currencies.count else { return }
        file.log.note(
            "\(file.name) has \(file.count) rows at \(Phrase.count(states.count, "moment")): the last balance of each counts."
        )
    }

    private static func checkOrder(_ states: [State], _ file: TableFile) throws(RunError) {
        guard let (later, earlier) = zip(states, states.dropFirst()).first(where: { $0.moment > $1.moment }) else {
            return
        }
        throw file.log.fail(
            .unsortedTimestamps(
                file.name, earlier.line, "ts_event", Timestamp(milliseconds: earlier.moment),
                after: Timestamp(milliseconds: later.moment), on: later.line))
    }

    /// The rows of the report, those of one moment together.
    private struct Rows {
        private(set) var states = [State]()
        private(set) var currencies = [String]()
        private(set) var opening = [String: Double]()
        /// What the rows name as the currency of the whole account.
        private(set) var bases = Set<String>()
        private(set) var isCash = false

        init(_ file: TableFile) throws(RunError) {
            func column(_ name: String) -> Int? { file.header.firstIndex(of: name) }
            // The index has no name in CSV, and is `ts_event` in other containers.
            let timestampColumn = column("ts_event") ?? column("") ?? 0
            let table = TradeTable(file: file, exit: timestampColumn)
            let timestamps = table.timestamps(timestampColumn)
            let totals = table.neededNumbers(column("total"))
            try file.log.checkpoint()
            for row in stride(from: 1, through: file.count, by: 1) {
                guard let timestamp = timestamps[row - 1] else { continue }
                if let base = table.text(row, column("base_currency")) { bases.insert(base) }
                if table.text(row, column("account_type"))?.uppercased() == "CASH" { isCash = true }
                add(
                    timestamp.instant ?? timestamp.wall, table.text(row, column("currency")) ?? "", totals[row - 1],
                    line: file.line(ofRow: row))
            }
        }

        private mutating func add(_ moment: Int64, _ currency: String, _ total: Double, line: Int) {
            if opening[currency] == nil {
                opening[currency] = total
                currencies.append(currency)
            }
            if states.last?.moment != moment {
                states.append(State(moment: moment, totals: states.last?.totals ?? [:], line: line))
            }
            states[states.count - 1].totals[currency] = total
            states[states.count - 1].line = line
        }
    }
}
