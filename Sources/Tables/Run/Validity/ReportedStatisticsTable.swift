import Analytics
import Formatting
import RunModel

/// What the engine itself computed beside what we did, with the reason where the two differ by convention.
enum ReportedStatisticsTable {
    private typealias Column = TableColumn<ReportedComparison>

    static let definition = TableDefinition<Analysis>(
        name: "reported_statistics", title: "The engine's own numbers",
        summary: "statistics that the engine reported beside ours, with the reason where they differ",
        columns: columns, rows: rows)

    private static let columns: [Column] = [
        Column("name", "Engine's name", .word, stretch: 1) { .text($0.statistic.name) },
        Column("text", "Engine", .word, alignment: .right) { .text($0.statistic.text) }
            .showing { .text(shownText($0.statistic.text)) },
        Column("reported", nil, nil) { row in
            guard let value = row.statistic.value else { return .none }
            return row.metric.map { .measure(value, $0.declaration.unit, places: $0.declaration.places) }
                ?? .number(value)
        },
        Column("key", nil, .word) { .optional($0.metric?.declaration.key.rawValue) },
        Column("value", "Tearsheet", nil) { row in row.metric.map { .metric($0.value, $0.declaration) } ?? .none }
            .without("").explained { $0.metric?.convention ?? "" },
        Column("unit", nil, .word) { .optional($0.metric?.declaration.unit.rawValue) },
        Column("outcome", nil, .word) { .text($0.outcome.rawValue) },
        Column("note", "Why they differ", .word, stretch: 2) { .text($0.shownNote) }.without("")
            .toned { $0.outcome == .differs ? .loss : .muted },
        Column("file", nil, .word) { .text($0.statistic.file) },
    ]

    /// What readers see of a number as the engine wrote it: a double with all its digits has more than anybody compares.
    private static func shownText(_ text: String) -> String {
        guard text.utf8.count > 10, let value = Double(text), value.isFinite else { return text }
        return SignificantDigits.json(value, count: 8)
    }

    private static func rows(_ analysis: Analysis) throws(Unavailable) -> TableRows<ReportedComparison> {
        let all = ReportedComparison.all(analysis)
        guard !all.isEmpty else {
            throw Unavailable(code: "nothing_reported", reason: "the engine reported no statistics of its own")
        }
        // What is not compared with anything is for programs alone.
        let shown = all.indices.filter { all[$0].metric != nil }
        return TableRows(all).with {
            $0.subtitle = "what the engine reported, never used in place of ours"
            $0.readersRows = { limit in Array(shown.prefix(limit ?? shown.count)) }
            $0.readersCount = shown.count
        }
    }
}
