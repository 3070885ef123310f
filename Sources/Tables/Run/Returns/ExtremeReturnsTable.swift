import Analytics
import Series

/// The best and the worst periods side by side.
enum ExtremeReturnsTable {
    private typealias Column = TableColumn<Row>

    static let definition = TableDefinition<Analysis>(
        name: "extreme_returns", title: "Best and worst", summary: "the best and the worst periods side by side",
        shownRows: 10, formerName: "best-worst", columns: columns, rows: rows)

    private struct Row: Sendable {
        let rank: Int
        let best: DatedReturn?
        let worst: DatedReturn?
    }

    private static let columns: [Column] = [
        Column("rank", nil, .count) { .integer($0.rank) },
        time("best_time", "Best") { $0.best }, value("best_return") { $0.best },
        time("worst_time", "Worst") { $0.worst }, value("worst_return") { $0.worst },
    ]

    private static func time(
        _ key: String, _ header: String, _ end: @escaping @Sendable (Row) -> DatedReturn?
    ) -> Column {
        Column(key, header, .time, stretch: 1, alignment: .left) { row in
            end(row).map { .time($0.timestamp) } ?? .none
        }.without("")
    }

    private static func value(_ key: String, _ end: @escaping @Sendable (Row) -> DatedReturn?) -> Column {
        Column(key, "Return", .fraction, places: 2) { .optional(end($0)?.value) }.toned(.bySign).without("")
    }

    private static func rows(_ analysis: Analysis) -> TableRows<Row> {
        let (best, worst) = (analysis.distribution.best, analysis.distribution.worst)
        return TableRows<Row>(count: max(best.count, worst.count)) { place in
            Row(
                rank: place + 1, best: place < best.count ? best[place] : nil,
                worst: place < worst.count ? worst[place] : nil)
        }.with {
            $0.subtitle = "\(analysis.distribution.periodName) returns"
            $0.emptyReason = .noReturns
        }
    }
}
