import RunModel

/// What names a column of vectorbt: one text, or one for each parameter of a sweep.
struct VectorbtLabel: Equatable {
    let parts: [String]

    init(parts: [String]) { self.parts = parts }

    /// A label as records write it: `(8, 'GOOG')`, the print of a tuple, has two parts.
    init(_ text: String) {
        guard text.hasPrefix("("), text.hasSuffix(")") else {
            parts = [text]
            return
        }
        parts = text.dropFirst().dropLast().split(separator: ",").map { part in
            let bare = part.drop { $0 == " " }
            let isQuoted = bare.count >= 2 && bare.first == bare.last && (bare.first == "'" || bare.first == "\"")
            return String(isQuoted ? bare.dropFirst().dropLast() : bare)
        }
    }

    /// The key of the column's run: `50`, `(8, 21)`.
    var text: String { parts.count == 1 ? parts[0] : "(" + parts.joined(separator: ", ") + ")" }
}

/// The columns of a table of values: pandas writes one line of names for each level, its own name first.
///
/// `fast_window,8,13` above `slow_window,21,21` above `2011-01-03,10000.0,10000.0` has the columns `(8, 21)` and `(13, 21)`.
struct VectorbtColumns {
    /// The most lines that are looked at for the first row of values.
    static let mostLines = 12

    /// One for each column beside the timestamps.
    let labels: [VectorbtLabel]
    /// What the levels are called; empty where pandas left the name of the only one out.
    let levels: [String]
    /// How many lines the header has.
    let lineCount: Int

    init(rows: [[String]]) {
        lineCount = max(1, rows.firstIndex { DateFormat.isTimestamp($0.first ?? "") } ?? 1)
        // A line that names the timestamps alone is no level.
        let lines = rows.prefix(lineCount).filter { $0.dropFirst().contains { !$0.isEmpty } }
        levels = lines.count > 1 ? lines.map { $0.first ?? "" } : []
        labels = (1..<max(1, lines.first?.count ?? 1)).map { column in
            // One line has the print of a tuple, where the container has no levels.
            lines.count == 1 ? VectorbtLabel(lines[0][column]) : VectorbtLabel(parts: lines.map { $0[column] })
        }
    }

    /// The names and values of a column's levels.
    func parameters(of column: Int) -> [RunParameter] {
        zip(levels, labels[column].parts).map { ParameterText.parameter($0, $1) }
    }

    /// The header as tables have it: one name for each column, timestamps first.
    var header: HeaderLines { HeaderLines(names: [""] + labels.map(\.text), count: lineCount) }
}

/// A table of values or returns, with one run in each column.
struct VectorbtSeries {
    let columns: VectorbtColumns
    private let file: TableFile

    init(file name: String, of source: RunSource) throws(RunError) {
        let bytes = try source.bytes(of: name, role: "value")
        var found: VectorbtColumns?
        file = try TableFile(name: name, bytes: bytes, log: source.log) { table in
            let rows = (0..<min(table.rowCount, VectorbtColumns.mostLines)).map(table.texts)
            let columns = VectorbtColumns(rows: rows)
            found = columns
            return columns.header
        }
        guard let found, !found.labels.isEmpty else { throw source.log.fail(.noValueColumn(name, file.header)) }
        columns = found
        guard file.count > 0 else { throw source.log.fail(.noRows(name)) }
    }

    /// The place of a label among the columns; throws where two have it.
    func column(_ label: String?) throws(RunError) -> Int {
        let label = label ?? columns.labels[0].text
        let places = columns.labels.indices.filter { columns.labels[$0].text == label }
        guard places.count == 1 else { throw file.log.fail(.duplicateColumn(file.name, label)) }
        return places[0]
    }

    /// The values of a column.
    func values(_ column: Int, content: RawSeries.Content) -> RawSeries {
        file.series(column + 1, timestamps: file.timestamps(0), timestampColumn: 0, content: content)
    }
}
