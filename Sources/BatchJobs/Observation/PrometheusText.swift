import Formatting

/// The measures of a batch in the text format of Prometheus, for the text-file collector of its node exporter.
public enum PrometheusText {
    /// The text.
    ///
    /// - Parameters:
    ///   - batch: The name of the batch, which tells several on one machine apart.
    ///   - milliseconds: Now, after 1970 in UTC.
    public static func text(_ measures: BatchMeasures, batch: String, at milliseconds: Int64) -> String {
        let label = "batch=\"\(escaped(batch))\""
        var text = ""
        func add(_ name: String, _ help: String, _ rows: [(labels: String, value: Double)]) {
            text += "# HELP tearsheet_\(name) \(help)\n# TYPE tearsheet_\(name) gauge\n"
            for row in rows {
                text += "tearsheet_\(name){\(row.labels)} \(SignificantDigits.json(row.value, count: 15))\n"
            }
        }
        func one(_ name: String, _ help: String, _ value: Double) { add(name, help, [(label, value)]) }
        add("build_info", "Version of Tearsheet.", [("version=\"\(escaped(ToolVersion.current))\"", 1)])
        let runs = [("rendered", measures.rendered), ("failed", measures.failed), ("kept", measures.kept)]
        add(
            "batch_runs", "Runs of the last batch by how they came out.",
            runs.map { ("\(label),status=\"\($0)\"", Double($1)) })
        one(
            "batch_runs_not_meeting_gates", "Runs of the last batch that do not meet a gate.", Double(measures.rejected)
        )
        one("batch_written_bytes", "Size of the reports that the last batch made.", Double(measures.bytes))
        one("batch_report_seconds", "Time of all reports of the last batch, on all workers.", measures.reportSeconds)
        one("batch_duration_seconds", "Time that the last batch took.", measures.seconds)
        one("batch_complete", "Whether the last batch came to its end.", measures.isComplete ? 1 : 0)
        one("batch_end_timestamp_seconds", "When the last batch ended.", Double(milliseconds) / 1000)
        return text
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            default: result.unicodeScalars.append(PrintableText.acts(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return result
    }
}
