import Formatting
import RunModel

/// What the columns of an unknown table hold, and the mapping that a user would complete: never a guess of which is which.
public enum MappingSuggestion {
    /// Lines for a terminal; empty where the path is no table with a header, or has a format of its own.
    public static func lines(_ path: String, options: RunOptions = RunOptions()) -> [String] {
        let log = ReadingLog()
        guard let source = try? RunSource(RunAddress(path).path, options: options, log: log), let name = source.file,
            let bytes = try? source.bytes(of: name, role: "run"),
            let file = try? TableFile(name: name, bytes: bytes, log: log), !file.lacksHeader, file.count > 0
        else { return [] }
        let columns = file.header.indices.map { Sight(file, $0) }
        let width = min(40, columns.map { $0.name.count }.max() ?? 0)
        let listed = columns.prefix(mostColumns).map { column in
            "#   '\(column.name)'" + String(repeating: " ", count: max(1, width + 2 - column.name.count))
                + column.content
        }
        let more = columns.count - listed.count
        return ["# columns of \(name):"] + listed + (more > 0 ? ["#   and \(more) more"] : []) + form(columns)
    }

    private static let mostColumns = 30

    /// The file to complete.
    private static func form(_ columns: [Sight]) -> [String] {
        let date = columns.first(where: \.isDate)?.name ?? "…"
        return [
            "# complete this, save it, and give it with --map FILE:", "[equity]        # or [returns]",
            "date = \(quoted(date))", "equity = \"…\"    # or returns, returns_pct, log_returns",
        ]
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// One column: its name, and what its first cell is.
    private struct Sight {
        let name: String
        let isDate: Bool
        let content: String

        init(_ file: TableFile, _ column: Int) {
            name = String(file.header[column].prefix(40))
            let row = (1...file.count).prefix(100).first { !file.table.isMissing($0, column) }
            let text = row.map { String(file.table.trimmedText($0, column).prefix(40)) } ?? ""
            isDate = DateFormat.isTimestamp(text)
            let isNumber =
                text.contains(where: \.isNumber) && text.allSatisfy { $0.isNumber || "+-.,' %eE".contains($0) }
            let kind = row == nil ? "empty" : isDate ? "dates" : isNumber ? "numbers" : "texts"
            content = kind + (text.isEmpty ? "" : ", such as \(Phrase.excerpt(text))")
        }
    }
}

extension RunError {
    /// Whether the columns of a table are not known: a mapping would help.
    public var asksForColumns: Bool {
        let codes: [FindingCode] = [
            .notASeries, .noTimestampColumn, .noValueColumn, .noReturnsColumn,
            .noEquityColumn, .ambiguousContent,
        ]
        return findings.contains { finding in codes.contains { $0.rawValue == finding.code } }
    }
}
