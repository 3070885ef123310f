import DataOutput
import Formatting
import Reports

/// What differs between two reports as text, Markdown or JSON.
struct WrittenDifference {
    let names: [String]
    let difference: ReportDifference

    /// In the form that was asked for.
    func bytes(_ format: DifferenceFormat) -> [UInt8] {
        switch format {
        case .json: json
        case .markdown: Array(PrintableText.of(markdown, keepsLines: true).utf8)
        case .text: Array(PrintableText.of(text, keepsLines: true).utf8)
        }
    }

    /// `3 of 1 204 values differ`, with what is not shown.
    private var verdict: String {
        func count(_ number: Int) -> String {
            DisplayNumber.number(Double(number), places: 0).replacing(DisplayNumber.thinSpace, with: " ")
        }
        let rest = difference.differing - difference.changes.count
        if difference.differing == 0 { return "All \(count(difference.compared)) values are the same." }
        let verb = difference.differing == 1 ? "differs" : "differ"
        return "\(count(difference.differing)) of \(count(difference.compared)) values \(verb)"
            + (rest > 0 ? "; \(count(rest)) more with --all." : ".")
    }

    private var text: String {
        let lines = difference.changes.map { "\($0.place)\n    \($0.report) → \($0.computed)\n" }
        return "A  \(names[0])\nB  \(names[1])\n\n" + lines.joined() + (lines.isEmpty ? "" : "\n") + verdict + "\n"
    }

    private var markdown: String {
        let rows = difference.changes.map { [$0.place, $0.report, $0.computed] }
        let title = "## " + names.map(MarkdownText.escaped).joined(separator: " → ")
        let table = rows.isEmpty ? "" : MarkdownText.table(["Place", "A", "B"], rows, numbers: 1...2)
        return [title, table, MarkdownText.escaped(verdict)].filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", "tearsheet.report_diff/1")
            json.member("first", names[0])
            json.member("second", names[1])
            json.member("compared", difference.compared)
            json.member("differing", difference.differing)
            json.key("changes")
            json.array { json in
                for change in difference.changes {
                    json.object { json in
                        json.member("place", change.place)
                        json.member("first", change.report)
                        json.member("second", change.computed)
                    }
                }
            }
        }
        return json.finish()
    }
}
