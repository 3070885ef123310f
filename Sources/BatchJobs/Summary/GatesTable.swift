import DocumentModel
import SystemFiles

/// The gates of a batch: how many runs meet each, and which do not and why.
struct GatesTable {
    let summary: BatchSummary

    var blocks: [Block] {
        guard !summary.gates.isEmpty else { return [] }
        let rows = summary.gates.indices.flatMap(rows)
        return [.table(Table(name: "gates", columns: [.init("Run"), .init("Why", stretch: 1)], rows: rows))]
    }

    private func rows(of place: Int) -> [Table.Row] {
        let judged = summary.rows.filter { !$0.verdicts.isEmpty }
        let missing = judged.filter { !$0.verdicts[place].isMet }
        let left = missing.count > SummaryPage.mostRows ? ", the first \(SummaryPage.mostRows) shown" : ""
        let counts = "met by \(judged.count - missing.count) of \(judged.count)\(left)"
        return [Table.Row([Table.Cell("\(summary.gates[place].text): \(counts)")], role: .group)]
            + missing.prefix(SummaryPage.mostRows).map { row in
                Table.Row([Table.Cell(PathText.shown(row.record.key)), Table.Cell(row.verdicts[place].words)])
            }
    }
}
