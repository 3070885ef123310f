import Analytics
import DocumentModel
import SystemFiles

/// The table of all runs of a batch: each with its growth as a line and a link to its report.
struct RunsTable {
    let summary: BatchSummary

    var table: Table {
        Table(
            name: "runs", columns: columns, rows: summary.rows.map(row), footnote: "", isSortable: true,
            isFilterable: true)
    }

    private var columns: [Table.Column] {
        [.init("Run"), .init("Strategy"), .init("Growth"), .init("From", .right), .init("To", .right)]
            + summary.columns.map { column in
                Table.Column(column.name + column.unit.headSuffix(currency: nil), .decimal)
            } + [.init("Warnings", .decimal), .init("Status"), .init("Change")]
            + (summary.gates.isEmpty ? [] : [.init("Gates")])
    }

    private func row(_ row: BatchSummary.Row) -> Table.Row {
        let (record, overview) = (row.record, row.record.overview)
        let reason = record.failures.first.map { PathText.shown($0.message) } ?? ""
        return Table.Row(
            [
                Table.Cell(
                    PathText.shown(record.key), tone: .strong, help: PathText.shown(record.name), file: page(of: record)
                ),
                Table.Cell(overview?.strategy ?? "", help: overview?.engine ?? ""),
                Table.Cell("", line: overview?.growth ?? []),
                Table.Cell(String((overview?.start ?? "").prefix(10))),
                Table.Cell(String((overview?.end ?? "").prefix(10))),
            ] + summary.columns.map { cell($0, overview?[$0.key.rawValue], reason) } + [
                Table.Cell(overview.map { String($0.warnings) } ?? "", tone: .muted),
                Table.Cell(record.status, tone: record.hasFailed ? .loss : .plain, help: reason),
                Table.Cell(row.change.rawValue, tone: row.change == .none ? .muted : .plain),
            ] + gates(row))
    }

    private func gates(_ row: BatchSummary.Row) -> [Table.Cell] {
        guard !summary.gates.isEmpty else { return [] }
        let words = zip(summary.gates, row.verdicts).filter { !$1.isMet }.map { "\($0.text): \($1.words)" }
        return [
            Table.Cell(
                row.gateWords, tone: row.isAccepted == false ? .loss : .plain, help: words.joined(separator: "; "))
        ]
    }

    /// The page where there is one, else the first file.
    private func page(of record: RunRecord) -> String {
        (record.files.first { $0.name.hasSuffix(".html") } ?? record.files.first)?.name ?? ""
    }

    private func cell(_ column: MetricDeclaration, _ value: RunOverview.Value?, _ failure: String) -> Table.Cell {
        switch value {
        case .number(let number): Table.Cell(column.unit.columnText(number, places: column.places))
        case .word(let word): Table.Cell(word)
        case .absent(let reason): Table.Cell("n/a", tone: .muted, help: reason)
        case nil: Table.Cell("n/a", tone: .muted, help: failure)
        }
    }
}
