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
        self.file = file.name
        func column(_ name: String) -> Int? { file.header.firstIndex(of: name) }
        guard file.count > 0 else { throw file.log.fail(.noRows(file.name)) }
        try file.require("total", "currency")
        // The index has no name in CSV, and is `ts_event` in other containers.
        let timestampColumn = column("ts_event") ?? column("") ?? 0
        let table = TradeTable(file: file, exit: timestampColumn)
        let timestamps = table.timestamps(timestampColumn)
        let totals = table.neededNumbers(column("total"))
        try file.log.checkpoint()
        func text(_ row: Int, _ name: String) -> String? { table.text(row, column(name)) }
        var (states, currencies, base) = ([State](), [String](), Set<String>())
        var opening = [String: Double]()
        for row in stride(from: 1, through: file.count, by: 1) {
            guard let moment = timestamps[row - 1].map({ $0.instant ?? $0.wall }) else { continue }
            let name = text(row, "currency") ?? ""
            if !currencies.contains(name) {
                currencies.append(name)
                opening[name] = totals[row - 1]
            }
            if let text = text(row, "base_currency") { base.insert(text) }
            if states.last?.moment != moment {
                states.append(State(moment: moment, totals: states.last?.totals ?? [:], line: 0))
            }
            states[states.count - 1].totals[name] = totals[row - 1]
            states[states.count - 1].line = file.line(ofRow: row)
        }
        guard !states.isEmpty else { throw file.log.fail(.noRows(file.name)) }
        if let (later, earlier) = zip(states, states.dropFirst()).first(where: { $0.moment > $1.moment }) {
            throw file.log.fail(
                .unsortedTimestamps(
                    file.name, earlier.line, "ts_event", Timestamp(milliseconds: earlier.moment),
                    after: Timestamp(milliseconds: later.moment), on: later.line))
        }
        self.states = states
        self.opening = opening
        self.currencies = currencies
        isCash = text(1, "account_type")?.uppercased() == "CASH"
        let chosen = currency.flatMap { currencies.contains($0) ? $0 : nil }
        self.currency = chosen ?? (base.count == 1 ? base.first : nil) ?? currencies[0]
        let isOpen = currencies.count > 1 && chosen == nil && !(base.count == 1 && currencies.contains(self.currency))
        if isOpen, !isCash { throw file.log.fail(.severalCurrencies(file.name, currencies)) }
        let duplicates = file.count - states.count * currencies.count
        if duplicates > 0 {
            file.log.note(
                "\(file.name) has \(file.count) rows at \(Phrase.count(states.count, "moment")): the last balance of each counts."
            )
        }
    }
}
