import RunModel
import Series

/// The value of an account by day, and what was paid in and out.
///
/// Where there are payments the run is one of returns: what is paid in counts from the beginning of its day, what is paid out
/// to the end of it.
struct FlexNetAssetValue {
    /// The main series of a run.
    struct Value {
        var series: RawSeries
        /// Its first day, in days since 1970.
        var first: Int
        /// The statement's own last value; nil for returns.
        var end: (value: Double, file: String, name: String)?
    }

    /// The account at the end of a day.
    private struct Day {
        var day: Int
        var total: Double
        var line: Int
        var paidIn = 0.0
        var paidOut = 0.0
    }

    private let statement: FlexStatement
    private var log: ReadingLog { statement.log }
    private var file: String { statement.file }
    private var account: FlexAccount { statement.account }

    init(_ statement: FlexStatement) { self.statement = statement }

    func value() throws(RunError) -> Value {
        var days = try days()
        let payments = try payments(days)
        for (day, amount) in payments {
            guard let place = days.firstIndex(where: { $0.day >= day }), place > 0 else { continue }
            if amount > 0 { days[place].paidIn += amount } else { days[place].paidOut -= amount }
        }
        check(days, payments)
        let hasPayments = days.contains { $0.paidIn != 0 || $0.paidOut != 0 }
        if hasPayments {
            let sum = days.reduce(0) { $0 + $1.paidIn - $1.paidOut }
            log.note(
                "Payments of \(Phrase.amount(sum)) in all are no returns: what was paid in counts from the beginning of its day, "
                    + "what was paid out to the end of it. The value goes from \(Phrase.amount(days[0].total)) to "
                    + "\(Phrase.amount(days[days.count - 1].total)).")
        }
        let walls = TimestampColumn(walls: days.map { Int64($0.day) * Timestamp.day })
        let series = RawSeries(
            file: file, column: "total", timestampColumn: "reportDate", content: hasPayments ? .returns : .levels,
            timestamps: walls, values: hasPayments ? returns(days) : days.map(\.total),
            lines: days.map { UInt32(clamping: $0.line) })
        return Value(series: series, first: days[0].day, end: hasPayments ? nil : end(days))
    }

    private func returns(_ days: [Day]) -> [Double] {
        [.nan]
            + days.indices.dropFirst().map { index in
                let begin = days[index - 1].total + days[index].paidIn
                return begin > 0 ? (days[index].total + days[index].paidOut) / begin - 1 : .nan
            }
    }

    // MARK: Days

    /// By date, the same row once, from the first day on which there is money.
    private func days() throws(RunError) -> [Day] {
        var days = [Day]()
        for row in account[.netAssetValue] {
            let total = row.number("total")
            guard let day = row["reportdate"].flatMap(statement.dates.day), total.isFinite else {
                throw log.fail(
                    .unreadableRow(file, row.line, "Net Asset Value", row["reportdate"] ?? "", row["total"] ?? ""))
            }
            if days.contains(where: { $0.day == day && $0.total == total }) { continue }
            days.append(Day(day: day, total: total, line: row.line))
        }
        guard !days.isEmpty else {
            throw log.fail(
                .incompleteStatement(
                    file, "the query has no values of account \(Phrase.excerpt(account.number)) by day",
                    "add the section Net Asset Value (NAV) in Base to the query, and a period of more than one day"))
        }
        days.sort { $0.day < $1.day }
        addStart(&days)
        let funded = days.drop { $0.total <= 0 }
        if funded.count < days.count, !funded.isEmpty {
            log.note(
                "\(Phrase.count(days.count - funded.count, "day")) before the first money of \(file) were left out.")
        }
        return funded.isEmpty ? days : Array(funded)
    }

    /// The value at the end of the day before the statement, where only the change of the value has it.
    private func addStart(_ days: inout [Day]) {
        let starts = account[.change].compactMap { row -> Day? in
            let value = row.number("startingvalue")
            guard let day = row["fromdate"].flatMap(statement.dates.day), value > 0, value.isFinite else { return nil }
            var before = day - 1
            while CalendarDate(day: before).weekday > 4 { before -= 1 }
            return Day(day: before, total: value, line: row.line)
        }
        guard let start = starts.min(by: { $0.day < $1.day }), let first = days.first, start.day < first.day,
            first.day - start.day <= 5
        else { return }
        days.insert(start, at: 0)
    }

    // MARK: Payments

    /// What was paid in (above 0) and out, by day, in the order of the file; throws where it is known in sum only.
    private func payments(_ days: [Day]) throws(RunError) -> [(day: Int, amount: Double)] {
        var payments = [(day: Int, amount: Double)]()
        for row in statement.details(.cash, "DETAIL") {
            guard let type = row["type"]?.lowercased(), type.contains("deposit") else { continue }
            payments.append(
                (
                    try day(row, ["reportdate", "datetime", "settledate"], "Cash Transactions"),
                    row.number("amount") * row.rate
                ))
        }
        for row in account[.transfers] {
            let isOut = row["direction"]?.uppercased() == "OUT"
            let amount = row.number("positionamountinbase").magnitude + row.number("cashtransfer").magnitude * row.rate
            payments.append((try day(row, ["reportdate", "date", "datetime"], "Transfers"), isOut ? -amount : amount))
        }
        if let bad = payments.first(where: { !$0.amount.isFinite }) {
            throw log.fail(.unreadableRow(file, 0, "payments", CalendarDate(day: bad.day).iso, ""))
        }
        if account.sections.contains(.cash) { return payments }
        return payments + (try changes())
    }

    private func day(_ row: FlexRecord, _ fields: [String], _ section: String) throws(RunError) -> Int {
        if let day = fields.lazy.compactMap({ row[$0] }).compactMap(statement.dates.day).first { return day }
        throw log.fail(
            .unreadableRow(file, row.line, section, fields.compactMap { row[$0] }.first ?? "", row["amount"] ?? ""))
    }

    /// Payments of the change of the value, where it is that of single days.
    private func changes() throws(RunError) -> [(day: Int, amount: Double)] {
        var payments = [(day: Int, amount: Double)]()
        for row in account[.change] {
            let amount = row.number("depositswithdrawals") + row.number("internalcashtransfers")
            guard amount != 0, amount.isFinite else { continue }
            guard let from = row["fromdate"].flatMap(statement.dates.day),
                let to = row["todate"].flatMap(statement.dates.day),
                from == to
            else {
                throw log.fail(
                    .incompleteStatement(
                        file, "payments of \(Phrase.amount(amount)) have no dates, and would count as returns",
                        "add the section Cash Transactions, with deposits and withdrawals, to the query"))
            }
            payments.append((to, amount))
        }
        if account[.change].isEmpty { log.add(.paymentsUnknown(file)) }
        return payments
    }

    // MARK: Checks

    /// The statement's own change: payments in sum, and the last value.
    private func check(_ days: [Day], _ payments: [(day: Int, amount: Double)]) {
        let rows = account[.change]
        guard !rows.isEmpty, account.sections.contains(.cash) else { return }
        let sum = rows.reduce(0) {
            $0 + $1.number("depositswithdrawals") + $1.number("internalcashtransfers") + $1.number("assettransfers")
        }
        let own = payments.reduce(0) { $0 + $1.amount }
        // Rates of the day bring other currencies to the base.
        if sum.isFinite, (sum - own).magnitude > 0.02 + sum.magnitude * 0.005 {
            log.add(.totalContradicted(file, nil, "what the change of the value says was paid", total: sum, sum: own))
        }
        if let end = lastChange, let last = days.last, (end - last.total).magnitude > 0.02 {
            log.add(.totalContradicted(file, nil, "the ending value", total: end, sum: last.total))
        }
    }

    private var lastChange: Double? {
        let ends = account[.change].compactMap { row in row["todate"].flatMap(statement.dates.day).map { ($0, row) } }
        guard let last = ends.max(by: { $0.0 < $1.0 })?.1, last["endingvalue"] != nil else { return nil }
        return last.number("endingvalue")
    }

    private func end(_ days: [Day]) -> (value: Double, file: String, name: String)? {
        lastChange.flatMap { $0.isFinite ? ($0, file, "EndingValue") : nil }
    }
}
