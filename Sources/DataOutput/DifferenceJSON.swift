import Analytics
import Comparison
import Formatting
import RunModel
import Tables

/// The JSON of `diff` (schema in `Documentation/`).
public enum DifferenceJSON {
    /// What the JSON calls its form; the number rises when a reader of the old form would misread the new one.
    public static let schemaName = "tearsheet.diff/1"

    /// What changed between two runs; `changes` are the metrics to write.
    public static func bytes(_ difference: RunDifference, changes: [MetricChange], profile: String) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", schemaName)
            json.member("tearsheet", ToolVersion.current)
            json.member("profile", profile)
            json.key("runs")
            json.array { json in
                for (place, run) in difference.runs.enumerated() { write(run, difference, place, to: &json) }
            }
            if let span = difference.span {
                ComparisonJSON.write(span, to: &json)
            } else {
                json.member("span", String?.none)
            }
            write("settings", difference.settings, to: &json)
            write("parameters", difference.parameters, to: &json)
            json.key("inputs")
            json.array { json in for change in difference.inputs { write(change, to: &json) } }
            for (name, count) in [
                ("same_parameters", difference.sameParameters), ("same_inputs", difference.sameInputs),
                ("changed_metrics", difference.changedMetrics.count),
            ] {
                json.key(name)
                json.integer(count)
            }
            json.key("metrics")
            json.object { json in for change in changes { write(change, to: &json) } }
            json.key("sharpe_difference")
            ComparisonJSON.write(difference.sharpeDifference, to: &json)
        }
        return json.finish()
    }

    private static func write(_ run: Run, _ difference: RunDifference, _ place: Int, to json: inout JSONWriter) {
        json.object { json in
            json.member("name", difference.names[place])
            json.member("id", difference.ids[place])
            json.member("inputs_digest", run.provenance.digest)
        }
    }

    private static func write(_ name: String, _ changes: [RunDifference.Change], to json: inout JSONWriter) {
        json.key(name)
        json.array { json in
            for change in changes {
                json.object { json in
                    json.member("name", change.name)
                    json.member("first", change.first)
                    json.member("second", change.second)
                }
            }
        }
    }

    private static func write(_ change: RunDifference.InputChange, to json: inout JSONWriter) {
        json.object { json in
            for (name, file) in [("first", change.first), ("second", change.second)] {
                json.key(name)
                if let file { MetricsJSON.write(file, to: &json) } else { json.string(nil) }
            }
        }
    }

    private static func write(_ change: MetricChange, to json: inout JSONWriter) {
        json.key(change.declaration.key.rawValue)
        json.object { json in
            json.member("better", change.declaration.better.rawValue)
            json.key("first")
            MetricsJSON.write(change.first, to: &json)
            json.key("second")
            MetricsJSON.write(change.second, to: &json)
            json.key("difference")
            json.number(change.difference)
            guard let isBetter = change.isBetter else { return }
            json.key("is_better")
            json.boolean(isBetter)
        }
    }
}
