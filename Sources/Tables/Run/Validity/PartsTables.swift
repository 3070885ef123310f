import Analytics
import Series

/// Key statistics of the halves of a run, and of its last years.
enum PartsTables {
    private typealias Column = TableColumn<PartsSection.Row>

    static let halves = TableDefinition<Analysis>(
        name: "halves", title: "Halves", summary: "key statistics of the first and the second half of the run",
        columns: columns([("first_half", "First half"), ("second_half", "Second half"), ("all", "All")])
    ) { (analysis) throws(Unavailable) in
        let section = try analysis.halves
        return TableRows(section.rows).with { $0.subtitle = subtitle(section.spans[1]?.start, "the second from") }
    }

    static let horizons = TableDefinition<Analysis>(
        name: "horizons", title: "Last years", summary: "key statistics of the last year, three and five years",
        columns: columns([
            ("one_year", "1 year"), ("three_years", "3 years"), ("five_years", "5 years"), ("all", "All"),
        ])
    ) { (analysis) throws(Unavailable) in
        let section = try analysis.horizons
        return TableRows(section.rows).with { $0.subtitle = subtitle(section.spans[3]?.end, "to") }
    }

    private static func subtitle(_ date: CalendarDate?, _ words: String) -> String {
        "each a run of its own" + (date.map { ", \(words) \($0.display)" } ?? "")
    }

    private static func columns(_ parts: [(key: String, head: String)]) -> [Column] {
        let first = Column("key", "", .word, stretch: 1) { .text($0.declaration.key.rawValue) }
            .showing { .text($0.declaration.name) }.explained { $0.declaration.summary }
        let values = parts.enumerated().map { place, part in
            Column(part.key, part.head, nil) { .metric($0.values[place], $0.declaration) }
        }
        return [first] + values + [Column("unit", nil, .word) { .text($0.declaration.unit.rawValue) }]
    }
}
