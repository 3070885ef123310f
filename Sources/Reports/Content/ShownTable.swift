import Formatting
import Tables

/// A table as readers see it: the rows and columns of pages, as text.
struct ShownTable {
    let title: String
    let head: [String]
    let rows: [[String]]
    /// Whether a column holds words, which stand at its left.
    let isText: [Bool]
    let footnote: String

    /// Nil where the subject has no such table, or nothing to put into it. Without `rows` as many as pages show.
    init?<Subject: Reportable>(
        _ name: String, of subject: Subject, rows limit: Int? = nil,
        spelling: NumberSpelling = .standard
    ) {
        guard let definition = Subject.tables.first(where: { $0.name == name }),
            let content = try? definition.content(of: subject)
        else { return nil }
        let places = content.choice(limit: limit ?? definition.shownRows).rows
        guard !places.isEmpty else { return nil }
        let (columns, format) = (content.shownColumns, subject.cellFormat.spelled(spelling))
        title = definition.title
        head = columns.map { format.head(of: content.columns[$0]) ?? "" }
        rows = places.map { place in
            zip(columns, content.cells(row: place, columns: columns)).map { column, cell in
                format.text(cell, in: content.columns[column]) + cell.mark
            }
        }
        isText = columns.map { content.columns[$0].alignment == .left }
        footnote = spelling.text(content.footnote)
    }
}
