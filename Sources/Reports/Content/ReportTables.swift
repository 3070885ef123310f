import Analytics
import DocumentModel
import Formatting
import Tables

/// A subject's tables as they stand on a page. Only what is shown is made and formatted.
struct ReportTables<Subject: Reportable> {
    private let subject: Subject
    private let format: CellFormat

    init(_ subject: Subject, spelling: NumberSpelling = .standard) {
        self.subject = subject
        format = subject.cellFormat.spelled(spelling)
    }

    /// The definition of a name. Figures write their names with hyphens, so a hyphen stands for an underscore.
    func definition(_ name: String) -> TableDefinition<Subject>? {
        let name = String(name.map { $0 == "-" ? "_" : $0 })
        return Subject.tables.first { $0.name == name }
    }

    /// A table by its name, cut to `rows`, of some metrics alone; nil for an unknown name. A table that the subject does
    /// not have becomes one line that says why. What it shows is noted in `shown`.
    func table(
        _ name: String, rows: Int?, metrics: MetricChoice? = nil, shown: ShownMetrics = ShownMetrics()
    ) -> Table? {
        guard let definition = definition(name) else { return nil }
        do throws(Unavailable) {
            let content = try definition.content(of: subject)
            let limit = rows ?? definition.shownRows
            var choice =
                metrics.map { Self.choice($0, of: content, limit, shown) } ?? content.choice(limit: limit)
            var absences = ""
            if metrics == .unseen { (choice.rows, absences) = parted(choice.rows, of: content) }
            if definition.holdsMetrics { Self.note(choice.rows, of: content, shown) }
            shown.keys.formUnion(definition.metrics)
            return table(definition, content, choice, isChosen: metrics != nil, absences)
        } catch {
            return Table(
                name: definition.name, title: definition.title, columns: [], rows: [],
                footnote: words("n/a: \(error.reason)"))
        }
    }

    /// Some of a table's metrics; nothing is said of the others.
    private static func choice(
        _ metrics: MetricChoice, of content: TableContent, _ limit: Int?, _ shown: ShownMetrics
    ) -> TableContent.Choice {
        let all = content.choice(limit: nil).rows
        let rows: [Int] =
            switch metrics {
            case .named(let keys): keys.compactMap { key in all.first { self.key($0, of: content) == key } }
            case .seen: all.filter { shown.keys.contains(key($0, of: content)) }
            case .unseen: all.filter { !shown.keys.contains(key($0, of: content)) }
            }
        return TableContent.Choice(rows: Array(rows.prefix(limit ?? rows.count)), left: 0)
    }

    /// The rows that have a number, and a sentence for the others: rows of n/a are no reading, and a page in print has no
    /// other place for the reasons.
    private func parted(_ rows: [Int], of content: TableContent) -> (rows: [Int], absences: String) {
        let columns = content.columns.indices.filter { ["value", "benchmark"].contains(content.columns[$0].key) }
        let isAbsent: (Int) -> Bool = { row in
            columns.allSatisfy { column in
                switch content.value(row: row, column: column) {
                case .unavailable, .none: true
                default: false
                }
            }
        }
        let absent = rows.filter(isAbsent)
        guard absent.count > 0, let value = columns.first else { return (rows, "") }
        var names: [(reason: String, metrics: [String])] = []
        for row in absent {
            let reason = content.value(row: row, column: value).reason ?? "no value"
            let name = content.cells(row: row, columns: [0]).first.map { format.cell($0, in: content.columns[0]).text }
            if let place = names.firstIndex(where: { $0.reason == reason }) {
                names[place].metrics.append(name ?? "")
            } else {
                names.append((reason, [name ?? ""]))
            }
        }
        let sentence = names.map { $0.metrics.joined(separator: ", ") + " (" + $0.reason + ")" }.joined(separator: "; ")
        return (rows.filter { !isAbsent($0) }, words("n/a: " + sentence + "."))
    }

    /// Words of ours in the reader's language of numbers.
    private func words(_ text: String) -> String { format.spelling.text(text) }

    private static func note(_ rows: [Int], of content: TableContent, _ shown: ShownMetrics) {
        for row in rows { shown.keys.insert(key(row, of: content)) }
    }

    /// The key of a row's metric; tables of metrics have it in their first column.
    private static func key(_ row: Int, of content: TableContent) -> String {
        if case .text(let key) = content.value(row: row, column: 0) { key } else { "" }
    }

    private func table(
        _ definition: TableDefinition<Subject>, _ content: TableContent, _ choice: TableContent.Choice, isChosen: Bool,
        _ absences: String
    ) -> Table {
        guard !choice.rows.isEmpty else {
            return Table(
                name: definition.name, title: definition.title, columns: [], rows: [],
                footnote: isChosen ? absences : words(content.emptyNote))
        }
        let columns = content.shownColumns
        let rows = rows(content, choice.rows, columns)
        if let reason = Self.commonAbsence(rows) {
            return Table(name: definition.name, title: definition.title, columns: [], rows: [], footnote: reason)
        }
        let footnotes = [words(footnote(content, left: choice.left)), absences]
        return Table(
            name: definition.name, title: definition.title, subtitle: words(content.subtitle),
            columns: columns.map { format.column(content.columns[$0]) },
            rows: content.mergesRows ? Self.merged(rows) : rows,
            footnote: footnotes.filter { !$0.isEmpty }.joined(separator: " "), isSortable: definition.isSortable,
            isFilterable: !definition.holdsMetrics && choice.rows.count > Self.mostUnfilteredRows)
    }

    /// `n/a:` with the reason, where rows name what the run has not a single number of; nil otherwise.
    private static func commonAbsence(_ rows: [Table.Row]) -> String? {
        let cells = rows.filter { $0.role != .group }.flatMap { $0.cells.dropFirst() }
        guard rows.count > 1, let first = cells.first(where: { $0.text == "n/a" && !$0.help.isEmpty }),
            cells.allSatisfy({ $0.text == "n/a" || $0.text.isEmpty })
        else { return nil }
        return "n/a: " + first.help
    }

    /// More rows than this have a field that chooses among them.
    private static var mostUnfilteredRows: Int { 20 }

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

    /// Rows that differ in their first cell alone as one, at the place of the first: `Omega ratio · Gain to pain`.
    private static func merged(_ rows: [Table.Row]) -> [Table.Row] {
        var merged: [Table.Row] = []
        var places: [[String]: Int] = [:]
        for row in rows {
            let rest = row.cells.dropFirst().map(\.text)
            if row.role == .body, let place = places[rest] {
                merged[place].cells[0].text += " · " + row.cells[0].text
            } else {
                if row.role == .body { places[rest] = merged.count }
                merged.append(row)
            }
        }
        return merged
    }

    /// Nothing is left out silently: the footnote counts what was cut.
    private func footnote(_ content: TableContent, left: Int) -> String {
        guard left > 0 else { return content.footnote }
        let sentence = "\(left) more \(left == 1 ? "row is" : "rows are") in the JSON and CSV output."
        return content.footnote.isEmpty ? sentence : content.footnote + " " + sentence
    }
}
