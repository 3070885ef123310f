import DataOutput
import Formatting
import SystemFiles

/// `summary.json`, the schema `tearsheet.batch/1` (Documentation/Batch.md).
enum SummaryJSON {
    static let schemaName = "tearsheet.batch/1"

    static func write(_ summary: BatchSummary, to put: @escaping ([UInt8]) -> Void) {
        var json = JSONWriter(to: put)
        json.object { json in
            json.member("schema", schemaName)
            json.member("tearsheet", ToolVersion.current)
            json.member("batch", summary.number)
            write(counts: summary, to: &json)
            write(gates: summary, to: &json)
            json.key("runs")
            json.array { json in for row in summary.rows { write(row, to: &json) } }
            json.member("gone", texts: summary.gone.map(\.key))
            write(failures: summary, to: &json)
            json.member("passed_over", texts: summary.passedOver.map { PathText.shown($0) })
        }
        json.finish()
    }

    private static func write(counts summary: BatchSummary, to json: inout JSONWriter) {
        json.key("counts")
        json.object { json in
            json.member("runs", summary.rows.count)
            json.member("reported", summary.reported)
            json.member("failed", summary.failed)
            json.member("with_warnings", summary.withWarnings)
            if !summary.gates.isEmpty { json.member("not_meeting_gates", summary.rejected) }
            for change in RunChange.allCases { json.member(change.name, summary.count(of: change)) }
            json.member("passed_over", summary.passedOver.count)
        }
    }

    private static func write(gates summary: BatchSummary, to json: inout JSONWriter) {
        guard !summary.gates.isEmpty else { return }
        json.key("gates")
        json.array { json in
            for (place, gate) in summary.gates.enumerated() {
                let verdicts = summary.rows.compactMap { $0.verdicts.isEmpty ? nil : $0.verdicts[place] }
                json.object { json in
                    json.member("require", gate.text)
                    json.member("met", verdicts.count { $0.isMet })
                    json.member("not_met", verdicts.count { !$0.isMet })
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
                    json.member("because", verdict.words)
                }
            }
        }
    }

    private static func write(_ row: BatchSummary.Row, to json: inout JSONWriter) {
        let record = row.record
        json.object { json in
            json.member("key", record.key)
            json.member("run", PathText.shown(record.name))
            json.member("status", record.status)
            json.member("change", row.change.name)
            if let overview = record.overview { write(overview, to: &json) }
            if let isAccepted = row.isAccepted { write(row.verdicts, isAccepted, to: &json) }
            json.member("files", texts: record.files.map { PathText.shown($0.name) })
            if let before = row.before, row.change == .changed {
                write(record.changedMetrics(since: before), to: &json)
            }
            guard record.hasFailed else { return }
            json.key("failures")
            json.array { json in
                for failure in record.failures where !failure.message.isEmpty {
                    json.object { json in
                        json.member("code", failure.code)
                        json.member("kind", failure.kind)
                        json.member("message", PathText.shown(failure.message))
                    }
                }
            }
        }
    }

    private static func write(_ overview: RunOverview, to json: inout JSONWriter) {
        json.member("strategy", overview.strategy)
        json.member("engine", overview.engine)
        json.member("start", overview.start)
        json.member("end", overview.end)
        json.member("observations", overview.observations)
        json.member("warnings", overview.warnings)
        json.member("inputs_digest", overview.inputsDigest)
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
        json.object { json in for (key, reason) in reasons { json.member(key, reason) } }
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
                    json.member("kind", group.kind)
                    json.member("count", group.members.count)
                    json.member("runs", texts: group.members.map(\.run.key))
                }
            }
        }
    }
}

extension RunChange {
    /// Its name for machines: `fails_now`.
    var name: String { String(rawValue.map { $0 == " " ? "_" : $0 }) }
}
