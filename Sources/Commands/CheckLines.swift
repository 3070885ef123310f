import Analytics
import Formatting
import RunModel
import Tables

/// What was held against each other, as lines for a terminal.
enum CheckLines {
    /// Counts, then a line for each check; what was not checked stands apart, last. Empty where nothing was looked at.
    static func text(_ reconciliation: Reconciliation, withUnchecked: Bool = true) -> String {
        guard !reconciliation.checks.isEmpty else { return "" }
        let counts = [
            "\(reconciliation.count(.agrees)) agree", "\(reconciliation.count(.differs)) differ",
            "\(reconciliation.count(.notChecked)) not checked",
        ]
        let ordered =
            reconciliation.checks.filter { $0.outcome != .notChecked }
            + reconciliation.checks.filter { $0.outcome == .notChecked && withUnchecked }
        let lines = ordered.map { check in
            switch check.outcome {
            case .agrees: "  agrees       \(PrintableText.of(check.statement))\n"
            case .differs: "  differs      \(PrintableText.of(check.statement))\n"
            case .notChecked: "  not checked  \(check.key.rawValue): \(PrintableText.of(check.statement))\n"
            }
        }
        return "reconciliation: " + counts.joined(separator: ", ") + "\n" + lines.joined()
    }

    /// The engine's own statistics beside ours, each with the reason where they differ; those that no metric measures
    /// are counted. Empty where the engine reported none.
    static func reported(_ analysis: Analysis) -> String {
        let all = ReportedComparison.all(analysis)
        let compared = all.filter { $0.metric != nil }
        guard !compared.isEmpty else { return "" }
        let width = compared.map { $0.statistic.name.count }.max() ?? 0
        let lines = compared.map { row in
            let ours = row.metric.map { CellFormat().text($0) } ?? ""
            let name = PrintableText.of(row.statistic.name)
            let padding = String(repeating: " ", count: max(0, width - name.count))
            return "  \(name)\(padding)  \(PrintableText.of(row.statistic.text)), ours \(ours): \(row.shownNote)\n"
        }
        let others = all.count - compared.count
        let rest = others == 0 ? "" : "; \(others) that no metric measures"
        return "the engine's own numbers: \(compared.count)\(rest)\n" + lines.joined()
    }
}
