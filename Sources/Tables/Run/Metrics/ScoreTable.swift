import Analytics
import Formatting

/// The performance score and its parts.
enum ScoreTable {
    private typealias Column = TableColumn<Row>

    static let definition = TableDefinition<Analysis>(
        name: "score", title: "Performance score", summary: "the performance score and its parts", columns: columns,
        rows: rows)

    /// An addend, or the sum.
    private struct Row: Sendable {
        let name: String
        let points: Double
        var isSum = false
    }

    private static let columns: [Column] = [
        Column("part", "Part", .word, stretch: 1) { .text($0.name) },
        Column("points", "Points", .points, places: 1) { .number($0.points) }
            .showing {
                $0.isSum ? .number($0.points) : .words(DisplayNumber.number($0.points, places: 1, signed: true))
            },
        Column("is_sum", nil, .flag) { .flag($0.isSum) },
    ]

    private static func rows(_ analysis: Analysis) throws(Unavailable) -> TableRows<Row> {
        let score = analysis.score
        guard let value = score.value.number else { throw score.value.unavailable ?? .noReturns }
        var rows = score.parts.map { Row(name: $0.name, points: $0.points) }
        let limit = value - score.parts.reduce(0) { $0 + $1.points }
        if limit != 0 { rows.append(Row(name: limit < 0 ? "Kept at 100" : "Kept at 0", points: limit)) }
        let words = [score.rating, score.riskLevel.map { "\($0) risk" }].compactMap { $0 }.joined(separator: ", ")
        rows.append(Row(name: words.isEmpty ? "Score" : "Score: " + words, points: value, isSum: true))
        return TableRows(rows).with {
            $0.subtitle = "0 to 100"
            $0.isTotal = { $0.isSum }
        }
    }
}
