import Analytics
import DocumentModel
import Formatting
import RunModel

extension ReportTables {
    /// Every check that was made, what differs first; what could not be checked stands apart, below a head of its own.
    func reconciliation() -> TableResult {
        let checks = analysis.run.reconciliation.checks
        guard !checks.isEmpty else {
            return .absent(Unavailable(code: "not_reconciled", reason: "the run was not reconciled"))
        }
        let made = checks.filter { $0.outcome == .differs } + checks.filter { $0.outcome == .agrees }
        let missing = checks.filter { $0.outcome == .notChecked }
        var rows = made.map(row)
        if !missing.isEmpty {
            rows.append(Table.Row([Table.Cell("Not checked: \(missing.count)")], role: .group))
            rows += missing.map(row)
        }
        return .table(
            Table(
                name: "reconciliation", title: "Reconciliation",
                subtitle: "how far the parts of the run explain each other",
                columns: [
                    Table.Column("Result", stretch: 1), Table.Column("Differing", .decimal),
                    Table.Column("of", .decimal),
                    Table.Column("Difference" + unit, .decimal), Table.Column("Rounding" + unit, .decimal),
                ], rows: rows))
    }

    private func row(_ check: Reconciliation.Check) -> Table.Row {
        let tone: Table.Tone = check.outcome == .differs ? .loss : check.outcome == .agrees ? .plain : .muted
        let statement =
            check.outcome == .notChecked
            ? ReconciliationText.question(check.key) + ": " + check.statement : check.statement
        let help = ReconciliationText.question(check.key)
        return Table.Row([
            Table.Cell(ReconciliationText.capitalised(statement), tone: tone, help: help), count(check.differing),
            count(check.compared), amount(check.outcome == .notChecked ? nil : check.difference, check.key),
            amount(check.tolerance, check.key),
        ])
    }

    private func count(_ value: Int?) -> Table.Cell {
        Table.Cell(value.map { DisplayNumber.number(Double($0), places: 0) } ?? "")
    }

    /// Returns are no money, and neither are units.
    private func amount(_ value: Double?, _ key: Reconciliation.Check.Key) -> Table.Cell {
        guard let value, key != .returnsMatchEquity, key != .positionsMatchTrades else { return Table.Cell("") }
        let isSmall = value != 0 && value.magnitude < 0.005
        return Table.Cell(isSmall ? "< 0.01" : DisplayNumber.number(value, places: 2), sortKey: value)
    }
}

/// Reconciliation in words.
enum ReconciliationText {
    /// What a check asks, without a verb of judgement.
    static func question(_ key: Reconciliation.Check.Key) -> String {
        switch key {
        case .tradesExplainEquity: "trades and the change in equity"
        case .tradesAlongTime: "trades and equity along time"
        case .positionsSum: "positions, cash and equity"
        case .positionValues: "values, quantities and prices of positions"
        case .positionsMatchTrades: "positions and trades"
        case .cashMatchesTrades: "cash and trades"
        case .profitsMatchPrices: "profits and prices"
        case .feesPresent: "fees and the stated commission"
        case .tradesUnique: "repeated and missing trades"
        case .engineEndValue: "the engine's end value"
        case .returnsMatchEquity: "returns and equity"
        case .benchmarkMatched: "benchmark"
        }
    }

    static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// The line of page one: what differs, then what agrees, and how much was not looked at; nil where nothing was. Two
    /// lines of a page hold it: what does not fit is counted.
    static func sentence(_ reconciliation: Reconciliation, _ samples: SampleSection?) -> String? {
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
