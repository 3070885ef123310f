import Comparison
import TerminalOutput

/// Several runs on one screen: the metrics of page one side by side, and whether their difference is more than chance.
struct ComparisonLines {
    let comparison: Comparison
    let terminal: Terminal
    let options: ReportOptions

    /// The parts with a line between them.
    var lines: [TerminalLine] {
        let parts = [
            comparison.titleBand(options).lines(on: terminal), cautions, table("key_metrics"), significance,
            table("annual_returns"),
        ]
        return Array(parts.filter { !$0.isEmpty }.joined(separator: [TerminalLine()]))
    }

    private var cautions: [TerminalLine] { comparison.cautions.flatMap { terminal.caution($0.text) } }

    private func table(_ name: String) -> [TerminalLine] {
        guard let table = ShownTable(name, of: comparison) else { return [] }
        return [TerminalLine([terminal.piece(table.title, .strong)])]
            + TerminalTable(head: table.head, rows: table.rows).lines(on: terminal)
            + terminal.wrapped(table.footnote, tone: .muted)
    }

    private var significance: [TerminalLine] {
        guard case .success(let difference) = comparison.sharpeDifference else { return [] }
        let text = SignificanceText(comparison, difference)
        return [TerminalLine([terminal.piece(text.title, .strong)])] + terminal.wrapped(text.sentence)
    }
}
