import Analytics
import DocumentModel
import Formatting
import Series
import SystemFiles

/// What pages and lists show of an entry.
enum EntryCells {
    /// What most readers compare versions by.
    static let columns = [
        "total_return", "cagr", "annual_volatility", "sharpe", "sortino", "max_drawdown", "calmar", "trades.count",
        "trades.win_rate",
    ].compactMap { MetricCatalog.declaration(named: $0, under: .standard) }

    static func head(of column: MetricDeclaration) -> Table.Column {
        Table.Column(column.name + column.unit.headSuffix(currency: nil), .decimal)
    }

    static func cell(_ column: MetricDeclaration, _ value: ArchiveEntry.Value?) -> Table.Cell {
        switch value {
        case .number(let number): Table.Cell(column.unit.columnText(number, places: column.places))
        case .word(let word): Table.Cell(word)
        case .absent(let reason): Table.Cell("n/a", tone: .muted, help: reason)
        case nil: Table.Cell("n/a", tone: .muted, help: "the archive does not keep it")
        }
    }

    /// `2026-11-26 22:03`, UTC; to the minute, as people look for it.
    static func moment(_ milliseconds: Int64) -> String {
        let text = Timestamp.utc(milliseconds: milliseconds)
        return text.prefix(10) + " " + text.dropFirst(11).prefix(5)
    }

    static func gates(_ entry: ArchiveEntry) -> Table.Cell {
        guard !entry.verdicts.isEmpty else { return Table.Cell("") }
        let words = entry.verdicts.filter { !$0.isMet }.map { "\($0.condition): \($0.words)" }.joined(separator: "; ")
        return Table.Cell(entry.isAccepted ? "met" : "not met", tone: entry.isAccepted ? .plain : .loss, help: words)
    }

    /// Points of growth that a small line shows.
    static func line(_ growth: [Double]) -> Table.Cell { Table.Cell("", line: growth) }
}
