/// Texts and tables as GitHub's Markdown takes them.
public enum MarkdownText {
    /// The text with everything that would be markup written as itself, on one line.
    public static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "@": result += "\\" + String(scalar)
            case "&": result += "&amp;"
            case "\n", "\r", "\t": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
    }

    /// A table; `numbers` are the columns that stand at the right.
    public static func table(_ head: [String], _ rows: [[String]], numbers: ClosedRange<Int>? = nil) -> String {
        table(head, rows, texts: head.indices.map { numbers?.contains($0) != true })
    }

    /// A table; `texts` says of each column whether it stands at the left.
    public static func table(_ head: [String], _ rows: [[String]], texts: [Bool]) -> String {
        let rules = texts.map { $0 ? "---" : "---:" }
        let lines = [head.map(escaped), rules] + rows.map { $0.map(escaped) }
        return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }
}
