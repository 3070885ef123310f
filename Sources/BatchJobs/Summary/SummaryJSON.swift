import DataOutput
import Formatting
import SystemFiles

/// `summary.json`, the schema `tearsheet.batch/1` (Documentation/Batch.md).
enum SummaryJSON {
    static let schemaName = "tearsheet.batch/1"

    static func write(_ summary: BatchSummary, to put: @escaping ([UInt8]) -> Void) {
        var json = JSONWriter(to: put)
        json.object { json in
            json.text("schema", schemaName)
            json.text("tearsheet", ToolVersion.current)
            json.whole("batch", summary.number)
            write(counts: summary, to: &json)
            write(gates: summary, to: &json)
            json.key("runs")
            json.array { json in for row in summary.rows { write(row, to: &json) } }
            json.texts("gone", summary.gone.map(\.key))
            write(failures: summary, to: &json)
            json.texts("passed_over", summary.passedOver.map { PathText.shown($0) })
        }
        json.finish()
    }

    private static func write(counts summary: BatchSummary, to json: inout JSONWriter) {
        json.key("counts")
        json.object { json in
            json.whole("runs", summary.rows.count)
            json.whole("reported", summary.reported)
            json.whole("failed", summary.failed)
            json.whole("with_warnings", summary.withWarnings)
            if !summary.gates.isEmpty { json.whole("not_meeting_gates", summary.rejected) }
            for change in RunChange.allCases { json.whole(change.name, summary.count(of: change)) }
            json.whole("passed_over", summary.passedOver.count)
        }
    }

    private static func write(gates summary: BatchSummary, to json: inout JSONWriter) {
        guard !summary.gates.isEmpty else { return }
        json.key("gates")
        json.array { json in
            for (place, gate) in summary.gates.enumerated() {
                let verdicts = summary.rows.compactMap { $0.verdicts.isEmpty ? nil : $0.verdicts[place] }
                json.object { json in
                    json.text("require", gate.text)
                    json.whole("met", verdicts.count { $0.isMet })
                    json.whole("not_met", verdicts.count { !$0.isMet })
                }
            }
        }
    }

    private static func write(_ verdicts: [GateVerdict], _ isAccepted: Bool, to json: inout JSONWriter) {
        json.key("meets_gates")
        json.boolean(isAccepted)
        json.key("gates")
        json.array { json in
            for verdict in verdicts {
                json.object { json in
                    json.key("met")
                    json.boolean(verdict.isMet)
                    json.text("because", verdict.words)
                }
            }
        }
    }

    private static func write(_ row: BatchSummary.Row, to json: inout JSONWriter) {
        let record = row.record
        json.object { json in
            json.text("key", record.key)
            json.text("run", PathText.shown(record.name))
            json.text("status", record.status)
            json.text("change", row.change.name)
            if let overview = record.overview { write(overview, to: &json) }
            if let isAccepted = row.isAccepted { write(row.verdicts, isAccepted, to: &json) }
            json.texts("files", record.files.map { PathText.shown($0.name) })
            if let before = row.before, row.change == .changed {
                write(record.changedMetrics(since: before), to: &json)
            }
            guard record.hasFailed else { return }
            json.key("failures")
            json.array { json in
                for failure in record.failures where !failure.message.isEmpty {
                    json.object { json in
                        json.text("code", failure.code)
                        json.text("kind", failure.kind)
                        json.text("message", PathText.shown(failure.message))
                    }
                }
            }
        }
    }

    private static func write(_ overview: RunOverview, to json: inout JSONWriter) {
        json.text("strategy", overview.strategy)
        json.text("engine", overview.engine)
        json.text("start", overview.start)
        json.text("end", overview.end)
        json.whole("observations", overview.observations)
        json.whole("warnings", overview.warnings)
        json.text("inputs_digest", overview.inputsDigest)
        json.key("metrics")
        json.object { json in
            for entry in overview.metrics {
                json.key(entry.key)
                write(entry.value, to: &json)
            }
        }
        let reasons = overview.metrics.compactMap { entry -> (String, String)? in
            if case .absent(let reason) = entry.value { (entry.key, reason) } else { nil }
        }
        guard !reasons.isEmpty else { return }
        json.key("reasons")
        json.object { json in for (key, reason) in reasons { json.text(key, reason) } }
    }

    private static func write(_ changes: [RunRecord.MetricChange], to json: inout JSONWriter) {
        json.key("changed_metrics")
        json.object { json in
            for change in changes {
                json.key(change.key)
                json.array(inline: true) { json in
                    write(change.old, to: &json)
                    write(change.new, to: &json)
                }
            }
        }
    }

    private static func write(_ value: RunOverview.Value, to json: inout JSONWriter) {
        switch value {
        case .number(let number): json.number(number)
        case .word(let word): json.string(word)
        case .absent: json.string(nil)
        }
    }

    private static func write(failures summary: BatchSummary, to json: inout JSONWriter) {
        json.key("failures")
        json.array { json in
            for group in summary.failureGroups {
                json.object { json in
                    json.text("kind", group.kind)
                    json.whole("count", group.members.count)
                    json.texts("runs", group.members.map(\.run.key))
                }
            }
        }
    }
}

extension RunChange {
    /// Its name for machines: `fails_now`.
    var name: String { String(rawValue.map { $0 == " " ? "_" : $0 }) }
}

/// Named members.
extension JSONWriter {
    mutating func text(_ name: String, _ value: String?) {
        key(name)
        string(value)
    }

    mutating func whole(_ name: String, _ value: Int) {
        key(name)
        integer(value)
    }

    mutating func texts(_ name: String, _ values: [String]) {
        key(name)
        array(inline: true) { json in for value in values { json.string(value) } }
    }
}
