import Analytics
import Comparison
import Formatting

/// The deepest declines of every run over the common span.
enum ComparedDrawdownsTable {
    private typealias Column = TableColumn<Row>

    static let definition = TableDefinition<Comparison>(
        name: "drawdowns", title: "Deepest declines", summary: "the deepest declines of every run",
        columns: columns
    ) { comparison in
        let rows = comparison.members.flatMap { member in
            member.common.drawdowns.worst(3).enumerated().map { Row(member: member, rank: $0 + 1, episode: $1) }
        }
        return TableRows(rows).with {
            $0.emptySentence = "No run ever declined."
            $0.readersRows = { limit in
                let first = rows.indices.filter { rows[$0].rank == 1 }
                return Array(first.prefix(limit ?? first.count))
            }
            $0.readersCount = rows.count { $0.rank == 1 }
        }
    }

    private struct Row: Sendable {
        let member: Member
        let rank: Int
        let episode: DrawdownEpisode
    }

    private static let columns: [Column] = [
        Column("id", nil, .word) { .text($0.member.id) },
        Column("name", "Run", .word, stretch: 1) { .text($0.member.name) },
        Column("rank", nil, .count) { .integer($0.rank) },
        Column("depth", "Depth", .fraction, places: 1) { .number($0.episode.depth) },
        Column("peak", "Peak", .date) { .date($0.episode.peak.date) },
        Column("valley", "Valley", .date) { .date($0.episode.valley.date) },
        Column("recovery", "Recovery", .date) { row in
            row.episode.recovery.map { .date($0.date) } ?? .none
        }.without("not yet"),
        Column("days", "Days", .days) { .integer($0.episode.days) },
    ]
}
