import Analytics
import DocumentModel
import Tables

/// A subject's tables as they stand on a page. Only what is shown is made and formatted.
struct ReportTables<Subject: Reportable> {
    private let subject: Subject
    private let format: CellFormat

    init(_ subject: Subject) {
        self.subject = subject
        format = subject.cellFormat
    }

    /// A table by its name, cut to `rows`; nil for an unknown name. A table that the subject does not have becomes one
    /// line that says why.
    ///
    /// Figures write their names with hyphens, so a hyphen stands for an underscore.
    func table(_ name: String, rows: Int?) -> Table? {
        let name = String(name.map { $0 == "-" ? "_" : $0 })
        guard let definition = Subject.tables.first(where: { $0.name == name }) else { return nil }
        do throws(Unavailable) {
            return table(definition, try definition.content(of: subject), rows)
        } catch {
            return Table(
                name: name, title: definition.title, columns: [], rows: [], footnote: "n/a: \(error.reason)")
        }
    }

    private func table(_ definition: TableDefinition<Subject>, _ content: TableContent, _ limit: Int?) -> Table {
        let choice = content.choice(limit: limit ?? definition.shownRows)
        guard !choice.rows.isEmpty else {
            return Table(
                name: definition.name, title: definition.title, columns: [], rows: [], footnote: content.emptyNote)
        }
        let columns = content.shownColumns
        return Table(
            name: definition.name, title: definition.title, subtitle: content.subtitle,
            columns: columns.map { format.column(content.columns[$0]) }, rows: rows(content, choice.rows, columns),
            footnote: footnote(content, left: choice.left), isSortable: definition.isSortable)
    }

    private func rows(_ content: TableContent, _ places: [Int], _ columns: [Int]) -> [Table.Row] {
        var rows: [Table.Row] = []
        var group: String?
        for place in places {
            let own = content.group(row: place)
            if let own, own != group { rows.append(Table.Row([Table.Cell(own)], role: .group)) }
            group = own
            let cells = zip(content.cells(row: place, columns: columns), columns).map { cell, column in
                format.cell(cell, in: content.columns[column])
            }
            rows.append(Table.Row(cells, role: content.isTotal(row: place) ? .total : .body))
        }
        return rows
    }

    /// Nothing is left out silently: the footnote counts what was cut.
    private func footnote(_ content: TableContent, left: Int) -> String {
        guard left > 0 else { return content.footnote }
        let sentence = "\(left) more \(left == 1 ? "row is" : "rows are") in the JSON and CSV output."
        return content.footnote.isEmpty ? sentence : content.footnote + " " + sentence
    }
}
