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
        /// What of each total is set aside; empty where the report does not say.
        var locked: [String: Double] = [:]
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

    /// What is locked of the balance in the equity's currency, of a margin account; nil where the report does not say.
    var margin: RawMargin? {
        guard !isCash else { return nil }
        let rows = states.compactMap { state -> RawMargin.Row? in
            guard let locked = state.locked[currency], let total = state.totals[currency], total > 0 else { return nil }
            return RawMargin.Row(
                time: WrittenTimestamp(wall: state.moment, offset: 0), value: max(0, locked / total))
        }
        return rows.isEmpty ? nil : RawMargin(file: file, rows: rows, areShares: true)
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
            let locked = table.numbers(column("locked"))
            try file.log.checkpoint()
            for row in stride(from: 1, through: file.count, by: 1) {
                guard let timestamp = timestamps[row - 1] else { continue }
                if let base = table.text(row, column("base_currency")) { bases.insert(base) }
                if table.text(row, column("account_type"))?.uppercased() == "CASH" { isCash = true }
                add(
                    timestamp.instant ?? timestamp.wall, table.text(row, column("currency")) ?? "", totals[row - 1],
                    locked: TradeTable.number(locked, row - 1), line: file.line(ofRow: row))
            }
        }

        private mutating func add(
            _ moment: Int64, _ currency: String, _ total: Double, locked: Double?, line: Int
        ) {
            if opening[currency] == nil {
                opening[currency] = total
                currencies.append(currency)
            }
            if states.last?.moment != moment {
                var state = State(moment: moment, totals: states.last?.totals ?? [:], line: line)
                state.locked = states.last?.locked ?? [:]
                states.append(state)
            }
            states[states.count - 1].totals[currency] = total
            if let locked { states[states.count - 1].locked[currency] = locked }
            states[states.count - 1].line = line
        }
    }
}
