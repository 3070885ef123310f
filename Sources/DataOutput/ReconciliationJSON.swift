import RunModel

/// How far the parts of a run explain each other, as JSON writes it.
enum ReconciliationJSON {
    /// The member `reconciliation`: counts, then every check. Left out for a run that no reader has reconciled.
    static func write(_ reconciliation: Reconciliation, to json: inout JSONWriter) {
        guard !reconciliation.checks.isEmpty else { return }
        json.key("reconciliation")
        json.object { json in
            for outcome in Reconciliation.Check.Outcome.allCases {
                json.key(outcome.rawValue)
                json.integer(reconciliation.count(outcome))
            }
            json.key("checks")
            json.array { json in
                for check in reconciliation.checks { write(check, to: &json) }
            }
        }
    }

    private static func write(_ check: Reconciliation.Check, to json: inout JSONWriter) {
        json.object { json in
            json.member("key", check.key.rawValue)
            json.member("outcome", check.outcome.rawValue)
            json.member("statement", check.statement)
            for (name, count) in [("compared", check.compared), ("differing", check.differing)] {
                guard let count else { continue }
                json.key(name)
                json.integer(count)
            }
            let numbers = [
                ("observed", check.observed), ("expected", check.expected), ("difference", check.difference),
                ("tolerance", check.tolerance),
            ]
            for (name, number) in numbers where number != nil {
                json.key(name)
                json.number(number)
            }
            if let first = check.first { json.member("first", first.description) }
            if let symbol = check.symbol { json.member("symbol", symbol) }
        }
    }
}
