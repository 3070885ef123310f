import Analytics
import Formatting

/// Limits with how far the run went, and every breach with its dates.
enum LimitTables {
    private typealias Column = TableColumn<LimitSection.Row>
    private typealias Event = TableColumn<LimitSection.Breach>

    static let limits = TableDefinition<Analysis>(
        name: "limits", title: "Limits", summary: "limits, how far the run went, and how often it went beyond",
        columns: [
            Column("limit_of", "Limit", .word, stretch: 1) { .text($0.kind.key) }.showing { .text($0.kind.title) },
            Column("limit", "Allowed", nil) { size($0.limit, $0.kind) },
            Column("largest", "Largest", nil) { row in
                row.largest.number.map { size($0, row.kind) } ?? row.largest.unavailable.map { .unavailable($0) }
                    ?? .none
            },
            Column("breaches", "Breaches", .count) { .integer($0.breaches) }
                .toned { $0.breaches > 0 ? .loss : .plain },
            Column("unit", nil, .word) { .text(unit($0.kind).rawValue) },
        ]
    ) { (analysis) throws(Unavailable) in TableRows(try analysis.limits.rows) }

    static let breaches = TableDefinition<Analysis>(
        name: "limit_breaches", title: "Breaches", summary: "when the run went beyond its limits", shownRows: 20,
        isSortable: true,
        columns: [
            Event("limit_of", "Limit", .word, stretch: 1) { .text($0.kind.key) }.showing { .text($0.kind.title) },
            Event("from", "From", .time) { .time($0.start) },
            Event("to", "To", .time) { .time($0.end) },
            Event("largest", "Largest", nil) { size($0.largest, $0.kind) }.toned(.loss),
            Event("limit", "Allowed", nil) { size($0.limit, $0.kind) },
            Event("unit", nil, .word) { .text(unit($0.kind).rawValue) },
        ]
    ) { (analysis) throws(Unavailable) in
        TableRows(try analysis.limits.breaches).with {
            $0.emptySentence = "Every limit was kept."
            $0.emptyReason = Unavailable(code: "no_breach", reason: "every limit was kept")
        }
    }

    private static func unit(_ kind: LimitSection.Kind) -> ValueUnit { kind == .leverage ? .ratio : .fraction }

    private static func size(_ value: Double, _ kind: LimitSection.Kind) -> TableValue {
        .measure(value, unit(kind), places: 2)
    }
}
