import Analytics
import Formatting
import ReportArchive
import SystemFiles

/// Entries of an archive as lines of a terminal's width.
enum ArchiveListing {
    private static let columns: [(key: String, title: String)] = [
        ("total_return", "RETURN"), ("sharpe", "SHARPE"), ("max_drawdown", "DRAWDOWN"),
    ]
    private static let widestStrategy = 22

    /// A line of heads, and one for each entry; nothing without any.
    static func text(of places: [Archive.Place]) -> String {
        guard !places.isEmpty else { return "" }
        let rows = [["ENTRY", "ARCHIVED", "STRATEGY"] + columns.map(\.title) + ["GATES"]] + places.map(row)
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { line($0, widths) + "\n" }.joined()
    }

    private static func row(_ place: Archive.Place) -> [String] {
        let entry = place.entry
        let gates = entry.verdicts.isEmpty ? "" : entry.isAccepted ? "met" : "not met"
        return [place.shortID, String(ArchiveEntryText.moment(entry.archived).prefix(10)), name(entry.strategyName)]
            + columns.map { value(entry, $0.key) } + [gates]
    }

    private static func name(_ text: String) -> String {
        let shown = PrintableText.of(PathText.shown(text))
        return shown.count > widestStrategy ? shown.prefix(widestStrategy - 1) + "…" : shown
    }

    static func value(_ entry: ArchiveEntry, _ key: String) -> String {
        guard let metric = MetricCatalog.declaration(named: key, under: .standard) else { return "" }
        switch entry[key] {
        case .number(let number): return metric.unit.text(number, places: metric.places)
        case .word(let word): return word
        case .absent, nil: return "n/a"
        }
    }

    /// Numbers stand at the right of their columns.
    private static func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (column, cell) in cells.enumerated() {
            let space = String(repeating: " ", count: widths[column] - cell.count)
            let isNumber = (3..<3 + columns.count).contains(column)
            line += (column == 0 ? "" : "  ") + (isNumber ? space + cell : cell + space)
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}
