import Analytics
import Comparison
import DataOutput
import Formatting
import RunModel
import Tables

/// What changed between two runs as Markdown, for a pull request.
struct DifferenceMarkdown {
    let difference: RunDifference
    /// The metrics that are shown.
    let changes: [MetricChange]

    var text: String {
        let title = difference.names.map(MarkdownText.escaped).joined(separator: " → ")
        let parts = [
            "## " + title, metrics, MarkdownText.escaped(difference.significanceText),
            table("Runs", difference.settings), table("Parameters", difference.parameters), inputs,
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var metrics: String {
        let total = difference.changedMetrics.count
        let span = "Metrics: " + difference.spanText + "."
        guard total > 0 else { return "All \(difference.metrics.count) metrics are the same. " + span }
        let rows = changes.map { change in
            let (first, second) = change.texts
            let mark = change.isBetter.map { $0 ? "better" : "worse" } ?? ""
            return [change.declaration.name, first, second, change.differenceText, mark]
        }
        let others = total - changes.count
        let rest = others > 0 ? " \(others) more metrics changed." : ""
        return MarkdownText.table(["Metric", "A", "B", "Change", ""], rows, numbers: 1...3) + "\n\n" + span + rest
    }

    private func table(_ title: String, _ changes: [RunDifference.Change]) -> String {
        guard !changes.isEmpty else { return "" }
        let rows = changes.map { [$0.name, $0.first ?? "–", $0.second ?? "–"] }
        return MarkdownText.table([title, "A", "B"], rows)
    }

    private var inputs: String {
        guard !difference.inputs.isEmpty else { return "The inputs are the same, byte for byte." }
        func words(_ file: Provenance.InputFile?) -> String {
            file.map { "\($0.name), sha256 \($0.sha256.prefix(12))…" } ?? "–"
        }
        return MarkdownText.table(
            ["Inputs", "A", "B"],
            difference.inputs.map { [$0.first?.role ?? $0.second?.role ?? "", words($0.first), words($0.second)] })
    }
}
