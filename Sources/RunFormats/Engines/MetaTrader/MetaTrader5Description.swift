import RunModel

/// What a report of MetaTrader 5 says of itself in its head.
extension MetaTrader5Report {
    /// The place of the period in the head of a test.
    private var periodPlace: Int? { head.firstIndex { MetaTraderPeriod($0.value) != nil } }

    var period: MetaTraderPeriod? { periodPlace.flatMap { MetaTraderPeriod(head[$0].value) } }

    /// The place of the leverage, `1:100`: the last line of a test's settings.
    private var leveragePlace: Int? {
        head.lastIndex { $0.value.hasPrefix("1:") && $0.value.dropFirst(2).allSatisfy(\.isNumber) }
    }

    /// The line before the leverage.
    var deposit: Double? {
        guard kind == .test, let place = leveragePlace, place > 0 else { return nil }
        return StatementNumber.value(head[place - 1].value)
    }

    /// When the history of an account was saved.
    var made: Int64? { head.lazy.compactMap { MetaTraderTime.wall($0.value) }.first }

    private var account: (number: String, currency: String, rest: [String])? {
        head.lazy.compactMap { Self.account($0.value) }.first
    }

    var currency: String? {
        if let account { return account.currency }
        guard let place = leveragePlace, place > 1 else { return nil }
        let text = head[place - 2].value
        return (3...5).contains(text.count) ? text : nil
    }

    /// Whether an account has several positions a symbol; nil where the report does not say.
    var isHedging: Bool? {
        guard let rest = account?.rest.map({ $0.lowercased() }) else { return nil }
        if rest.contains(where: { $0.hasPrefix("hedg") }) { return true }
        return rest.contains { $0.hasPrefix("nett") } ? false : nil
    }

    /// The largest drawdown of equity, as the report of a test writes it: `1 044.68 (8.68%)`.
    var equityDrawdown: String? {
        guard kind == .test, let line = drawdownLine else { return nil }
        return results().last { $0.line == line }?.value
    }

    /// The line of the largest drawdowns of balance and equity, money with percents: the one that a report has of this form.
    var drawdownLine: Int? {
        let results = results()
        return results.indices.dropLast().first { place in
            let (first, second) = (results[place], results[place + 1])
            return first.line == second.line
                && [first, second].allSatisfy { $0.value.hasSuffix("%)") && StatementNumber.pair($0.value) != nil }
        }.map { results[$0].line }
    }

    /// Expert and symbol stand before the period.
    var expert: String? {
        guard let place = periodPlace, place > 1 else { return nil }
        return head[place - 2].value
    }

    var symbol: String? {
        guard let place = periodPlace, place > 0 else { return nil }
        return head[place - 1].value
    }

    /// Lines `Name=value` between the period and the broker's name; headings such as `=== EMA ===` are none.
    var inputs: [RunParameter] {
        guard let place = periodPlace else { return [] }
        let end = leveragePlace.map { max($0 - 3, place + 1) } ?? head.count
        return head[(place + 1)..<max(end, place + 1)].compactMap { entry in
            guard let mark = entry.value.firstIndex(of: "="), mark != entry.value.startIndex else { return nil }
            let name = entry.value[..<mark]
            return ParameterText.parameter(String(name), String(entry.value[entry.value.index(after: mark)...]))
        }
    }

    /// Number of the account; its owner's name is nobody's business.
    var accountName: String? { account.map { "Account \($0.number)" } }
    var leverage: String? { leveragePlace.map { head[$0].value } }
}

/// Makes a run's description of the head of a report.
struct MetaTrader5Description {
    let report: MetaTrader5Report

    func description() -> RunDescription {
        var description = RunDescription()
        if let name = report.expert ?? report.accountName { description.strategy = .given(name) }
        description.currency = report.currency
        description.parameters = settings + report.inputs
        return description
    }

    private var settings: [RunParameter] {
        let known: [(String, String?)] = [
            ("Symbol", report.symbol), ("Period", report.period?.frame), ("Leverage", report.leverage),
        ]
        return known.compactMap { name, value in value.map { RunParameter(name: name, value: $0) } }
    }
}
