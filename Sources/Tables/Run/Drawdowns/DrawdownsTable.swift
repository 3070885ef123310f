import Analytics
import Formatting

/// The deepest drawdowns: with all dates and lengths, and in short form.
enum DrawdownsTable {
    private typealias Column = TableColumn<Row>

    static let full = TableDefinition<Analysis>(
        name: "drawdowns", title: "Deepest drawdowns", summary: "the deepest drawdowns with their dates and lengths",
        shownRows: 10, isSortable: true,
        columns: [
            Column("rank", "#", .count, alignment: .right) { .integer($0.rank) }
                .toned { $0.rank <= Row.numbered ? .loss : .plain },
            depth(places: 2), peak("Peak"),
            Column("valley", "Valley", .date) { .time($0.episode.valley) }, recovery, days,
            Column("days_to_valley", "to valley", .days) { .integer($0.episode.daysToValley) },
            Column("recovery_days", "to recover", .days) { .optional($0.episode.recoveryDays) }
                .toned { $0.episode.recovery == nil ? .muted : .plain }.without("–"),
        ]
    ) { analysis in rows(analysis, subtitle: analysis.conventions.drawdownLength.phrase) }

    static let worst = TableDefinition<Analysis>(
        name: "worst_drawdowns", title: "", summary: "the deepest drawdowns in short form", shownRows: Row.numbered,
        formerName: "worst-five",
        columns: [
            Column("rank", "Worst drawdowns", .count, alignment: .left) { .integer($0.rank) }.toned(.loss),
            depth(places: 1), peak("From"), recovery, days,
        ]
    ) { analysis in
        let length = analysis.conventions.drawdownLength
        return rows(analysis, subtitle: length == .peakToRecovery ? "" : length.phrase).with { $0.isExcerpt = true }
    }

    private struct Row: Sendable {
        /// So many have a number in figures.
        static let numbered = 5

        let rank: Int
        let episode: DrawdownEpisode
    }

    private static func rows(_ analysis: Analysis, subtitle: String) -> TableRows<Row> {
        let episodes = analysis.drawdowns.episodes
        return TableRows<Row>(count: episodes.count) { Row(rank: $0 + 1, episode: episodes[$0]) }.with {
            $0.subtitle = subtitle
            $0.emptyReason = .noDrawdown
        }
    }

    private static func depth(places: Int) -> Column {
        Column("depth", "Depth", .fraction, places: places) { .number($0.episode.depth) }.toned(.bySign)
    }

    private static func peak(_ header: String) -> Column {
        Column("peak", header, .date) { .time($0.episode.peak) }
    }

    private static let recovery = Column("recovery", "Recovered", .date) { row in
        row.episode.recovery.map { .time($0) } ?? .none
    }.toned { $0.episode.recovery == nil ? .muted : .plain }.without("not yet")
        .explained { $0.episode.recovery == nil ? "unfinished at the end of the run" : "" }

    private static let days = Column("days", "Days", .days) { .integer($0.episode.days) }
}
