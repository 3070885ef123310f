import Formatting
import Markdown

/// A table as GitHub writes them, which CommonMark reads as a paragraph of lines with bars: a head, a line of dashes, rows.
///
/// Cells are their words without marks, as those of every table; a bar within a cell cannot be written.
struct CommentaryTable {
    private let head: [String]
    private let alignments: [String]
    private let rows: [[String]]

    /// The table that a paragraph is; nil for any other paragraph.
    init?(_ paragraph: MarkdownNode) {
        let lines = paragraph.children.split(omittingEmptySubsequences: false) { $0.kind == .softBreak }.map { nodes in
            nodes.map(\.plainText).joined()
        }
        guard lines.count > 1, lines[1].contains("-"), lines[0].contains("|") else { return nil }
        let (head, dashes) = (Self.cells(of: lines[0]), Self.cells(of: lines[1]))
        let alignments = dashes.compactMap(Self.alignment)
        guard alignments.count == dashes.count, head.count == dashes.count else { return nil }
        (self.head, self.alignments) = (head, alignments)
        rows = lines.dropFirst(2).map { line in
            let cells = Self.cells(of: line)
            return head.indices.map { $0 < cells.count ? cells[$0] : "" }
        }
    }

    /// Report markup.
    var markup: String {
        let heads = zip(head, alignments).map { "<th\($1)>\(HTMLText.escaped($0))</th>" }.joined()
        let body = rows.map { row in
            "<tr>" + row.map { "<td>\(HTMLText.escaped($0))</td>" }.joined() + "</tr>\n"
        }.joined()
        return "<table><thead><tr>\(heads)</tr></thead>\n<tbody>\n\(body)</tbody></table>\n"
    }

    /// The words between bars; those at the ends of a line bound it.
    private static func cells(of line: String) -> [String] {
        var line = trimmed(line[...])
        if line.first == "|" { line.removeFirst() }
        if line.last == "|" { line.removeLast() }
        return line.split(separator: "|", omittingEmptySubsequences: false).map { trimmed($0) }
    }

    private static func trimmed(_ text: Substring) -> String {
        let head = text.drop(while: \.isWhitespace)
        return String(head.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// `:---`, `---:`, `:-:` as attributes of the column; nil for anything but dashes.
    private static func alignment(_ dashes: String) -> String? {
        let (isLeft, isRight) = (dashes.hasPrefix(":"), dashes.hasSuffix(":"))
        let line = dashes.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
        guard !line.isEmpty, line.allSatisfy({ $0 == "-" }) else { return nil }
        return isRight ? (isLeft ? " align=\"center\"" : " align=\"right\"") : ""
    }
}
