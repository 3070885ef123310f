import Formatting
import RunModel

/// What validation found in a run, as JSON: for a run that can be read, and for one that cannot.
public enum ValidationJSON {
    /// Findings in the order in which they were made, and how far the parts of the run explain each other.
    ///
    /// - Parameter path: The run as it was named.
    public static func bytes(of path: String, _ findings: [Finding], _ reconciliation: Reconciliation) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", "tearsheet.validation/1")
            json.member("tearsheet", ToolVersion.current)
            json.member("path", path)
            json.key("counts")
            json.object { json in
                for severity in Finding.Severity.allCases {
                    json.key(severity.rawValue)
                    json.integer(findings.count { $0.severity == severity })
                }
            }
            MetricsJSON.write(findings, to: &json)
            ReconciliationJSON.write(reconciliation, to: &json)
        }
        return json.finish()
    }
}
