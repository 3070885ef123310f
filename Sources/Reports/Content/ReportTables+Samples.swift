import Analytics
import DocumentModel
import Formatting
import Series

extension ReportTables {
    /// Key statistics before and after the date that the strategy was fitted until, and of the whole run.
    func inAndOutOfSample() -> TableResult {
        do { return .table(table(of: try analysis.samples)) } catch { return .absent(error) }
    }

    private func table(of samples: SampleSection) -> Table {
        let columns = [
            Table.Column("", stretch: 1), Table.Column("In sample", .decimal), Table.Column("Out of sample", .decimal),
            Table.Column("All", .decimal),
        ]
        let rows = samples.rows.map { row in
            Table.Row(
                [Table.Cell(row.declaration.name, help: row.declaration.summary)]
                    + [row.inSample, row.outOfSample, row.all].map { cell($0, row.declaration) })
        }
        return Table(
            name: "in-and-out-of-sample", title: "In and out of sample",
            subtitle: "out of sample from \(samples.start.display); each part on its own", columns: columns,
            rows: rows)
    }

    private func cell(_ value: MetricValue, _ declaration: MetricDeclaration) -> Table.Cell {
        guard let number = value.number else { return Table.Cell("n/a", tone: .muted, help: value.reason ?? "") }
        return Table.Cell(MetricText.text(number, declaration, currency: nil), sortKey: number)
    }
}
