import Analytics
import DocumentModel
import Formatting
import Series

extension ReportTables {
    func drawdowns() -> TableResult {
        guard !analysis.drawdowns.episodes.isEmpty else { return .absent(.noDrawdown) }
        let columns = [
            Table.Column("#", .right), Table.Column("Depth %", .decimal), Table.Column("Peak", .right, stretch: 1),
            Table.Column("Valley", .right, stretch: 1), Table.Column("Recovered", .right, stretch: 1),
            Table.Column("Days", .decimal), Table.Column("to valley", .decimal), Table.Column("to recover", .decimal),
        ]
        let rows = analysis.drawdowns.episodes.enumerated().map { index, episode in
            Table.Row([
                Table.Cell("\(index + 1)", tone: index < 5 ? .loss : .plain), percent(episode.depth, places: 2),
                Table.Cell(episode.peak.date.display, sortKey: episode.peak.fractionalDays),
                Table.Cell(episode.valley.date.display, sortKey: episode.valley.fractionalDays), recovery(episode),
                days(episode.days), days(episode.daysToValley), days(episode.recoveryDays),
            ])
        }
        return .table(
            Table(
                name: "drawdowns", title: "Deepest drawdowns", subtitle: "calendar days, peak to recovery",
                columns: columns, rows: rows, isSortable: true))
    }

    func worstFive() -> TableResult {
        guard !analysis.drawdowns.episodes.isEmpty else { return .absent(.noDrawdown) }
        let columns = [
            Table.Column("Worst drawdowns"), Table.Column("Depth %", .decimal),
            Table.Column("From", .right, stretch: 1), Table.Column("Recovered", .right, stretch: 1),
            Table.Column("Days", .decimal),
        ]
        let rows = analysis.drawdowns.worst(5).enumerated().map { index, episode in
            Table.Row([
                Table.Cell("\(index + 1)", tone: .loss), percent(episode.depth, places: 1),
                Table.Cell(episode.peak.date.display), recovery(episode), days(episode.days),
            ])
        }
        return .table(Table(name: "worst-five", columns: columns, rows: rows))
    }

    private func recovery(_ episode: DrawdownEpisode) -> Table.Cell {
        guard let recovery = episode.recovery else {
            return Table.Cell("not yet", tone: .muted, help: "unfinished at the end of the run")
        }
        return Table.Cell(recovery.date.display, sortKey: recovery.fractionalDays)
    }

    private func days(_ count: Int?) -> Table.Cell {
        guard let count else { return Table.Cell("–", tone: .muted) }
        return Table.Cell(DisplayNumber.number(Double(count), places: 0), sortKey: Double(count))
    }
}
