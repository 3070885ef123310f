/// Text for a terminal of 80 columns.
enum TextLayout {
    static let width = 80
    /// Terms longer than this stand on a line of their own.
    private static let longestTerm = 26

    /// Words filled into lines, each after `indent` blanks; a word longer than a line stands alone on one.
    static func filled(_ text: String, indent: Int = 0) -> [String] {
        var lines = [String]()
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !line.isEmpty, indent + line.count + 1 + word.count > width {
                lines.append(blanks(indent) + line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return line.isEmpty ? lines : lines + [blanks(indent) + line]
    }

    /// Paragraphs that are separated by an empty line, filled.
    static func paragraphs(_ text: String) -> [String] {
        var blocks = [[String]]()
        var block = [Substring]()
        for line in (text + "\n\n").split(separator: "\n", omittingEmptySubsequences: false) {
            if !line.isEmpty {
                block.append(line)
            } else if !block.isEmpty {
                blocks.append(filled(block.joined(separator: " ")))
                block = []
            }
        }
        return Array(blocks.joined(separator: [""]))
    }

    /// Terms on the left, what they mean on the right, the same column for all rows of the list.
    static func definitions(_ rows: [(term: String, meaning: String)], termWidth: Int) -> [String] {
        let column = 2 + termWidth + 2
        return rows.flatMap { row in
            let lines = filled(row.meaning, indent: column)
            let term = "  " + row.term
            guard term.count <= column - 2, let first = lines.first else { return [term] + lines }
            return [term + blanks(column - term.count) + first.dropFirst(column)] + lines.dropFirst()
        }
    }

    /// The width of the widest term that still shares a line with its meaning.
    static func termWidth(_ terms: [String]) -> Int {
        terms.map(\.count).filter { $0 <= longestTerm }.max() ?? longestTerm
    }

    static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
