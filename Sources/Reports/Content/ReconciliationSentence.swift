import Analytics
import Formatting
import RunModel

/// What a run's parts say of each other, on page one.
enum ReconciliationSentence {
    /// The line of page one: what differs, then what agrees, and how much was not looked at; nil where nothing was. Two
    /// lines of a page hold it: what does not fit is counted.
    static func text(_ reconciliation: Reconciliation, _ samples: SampleSection?) -> String? {
        let differing = reconciliation.checks.filter { $0.outcome == .differs }
        let agreeing = reconciliation.checks.filter { $0.outcome == .agrees && isTelling($0) }
        let sharpe = samples.flatMap(sharpe)
        guard !differing.isEmpty || !agreeing.isEmpty || sharpe != nil else { return nil }
        var parts = fitting(differing.map { "✗ " + $0.statement }, room: 170, "differ")
        let room = 170 - parts.reduce(0) { $0 + $1.count }
        parts += fitting(agreeing.map { "✓ " + $0.statement }, room: room, "agree")
        if let sharpe { parts.append(sharpe) }
        let missing = reconciliation.count(.notChecked)
        if missing > 0 { parts.append("\(missing) not checked") }
        return parts.joined(separator: " · ")
    }

    /// As many of the statements as there is room for, in characters, and how many more there are.
    private static func fitting(_ statements: [String], room: Int, _ verb: String) -> [String] {
        var (parts, left) = ([String](), room)
        for statement in statements {
            guard statement.count <= left else { break }
            parts.append(statement)
            left -= statement.count
        }
        let more = statements.count - parts.count
        return parts + (more > 0 ? ["\(more) \(parts.isEmpty ? "" : "more ")\(verb)"] : [])
    }

    /// `Sharpe 1.02 out of sample, 1.61 in sample`; nil where either is n/a.
    private static func sharpe(_ samples: SampleSection) -> String? {
        guard let row = samples[.sharpe], let before = row.inSample.number, let after = row.outOfSample.number else {
            return nil
        }
        let numbers = [after, before].map { DisplayNumber.number($0, places: row.declaration.places) }
        return "Sharpe \(numbers[0]) out of sample, \(numbers[1]) in sample"
    }

    /// What is worth a place on page one when it agrees.
    private static func isTelling(_ check: Reconciliation.Check) -> Bool {
        switch check.key {
        case .tradesExplainEquity, .positionsSum, .engineEndValue, .returnsMatchEquity, .benchmarkMatched,
            .profitsMatchPrices:
            true
        default: false
        }
    }
}
