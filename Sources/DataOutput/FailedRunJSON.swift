import Formatting
import RunModel

/// The JSON of a run that failed before it had a value of its account.
public enum FailedRunJSON {
    /// Its identity and findings.
    public static func bytes(_ failed: FailedRun) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", "tearsheet.failed-run/1")
            json.member("tearsheet", ToolVersion.current)
            json.key("run")
            json.object { json in
                json.member("id", failed.identity.id)
                json.member("strategy", failed.identity.strategy.value)
                json.member("engine", failed.identity.engine)
                json.member("created", failed.identity.created.value)
            }
            json.key("findings")
            json.array { json in
                for finding in failed.findings { json.object { write(finding, to: &$0) } }
            }
        }
        return json.finish()
    }

    private static func write(_ finding: Finding, to json: inout JSONWriter) {
        json.member("severity", finding.severity.rawValue)
        json.member("code", finding.code)
        json.member("file", finding.file)
        json.member("fact", finding.fact)
        json.member("remedy", finding.remedy)
    }
}
