import Analytics
import Series
import Tables

/// The resources of a run that the predecessor's REST interface served, as files for any web server: members and meanings
/// are its, described in `Documentation/API.md`.
///
/// Every file is one object. Numbers are fractions as everywhere; what is n/a is null, and `unavailable` says why. Dates are
/// texts.
public enum BacktestResources {
    /// What the JSON calls its form.
    public static let schemaName = "tearsheet.api/1"
    /// The folder of all runs, below that of the output.
    public static let folder = "api/analytics/backtest"

    /// Path of each resource below the run's folder, and its content, made while it is written.
    public static func files(of analysis: Analysis) -> [DataFile] {
        [
            file("summary.json", analysis) { SummaryResource.write(analysis, to: &$0) },
            file("key-metrics.json", analysis) { MetricMembers.keyMetrics.write(analysis, to: &$0) },
            file("drawdown.json", analysis) { DrawdownResource.write(analysis, to: &$0) },
            file("returns/daily.json", analysis) { ReturnResources.daily(analysis, to: &$0) },
            file("returns/monthly.json", analysis) { ReturnResources.months(analysis, to: &$0) },
            file("returns/annual.json", analysis) { ReturnResources.years(analysis, to: &$0) },
            file("attribution.json", analysis) { MetricMembers.attribution.write(analysis, to: &$0) },
            file("rolling-beta.json", analysis) { RollingBetaResource.write(analysis, to: &$0) },
            file("trades.json", analysis) { TradesResource.write(analysis, to: &$0) },
        ]
    }

    private static func file(
        _ path: String, _ analysis: Analysis, body: @escaping @Sendable (inout JSONWriter) -> Void
    ) -> DataFile {
        DataFile(path) { put in
            var json = JSONWriter(to: put)
            json.object { json in
                json.member("schema", schemaName)
                json.member("id", analysis.run.identity.id)
                body(&json)
            }
            json.finish()
        }
    }
}

extension JSONWriter {
    /// A named list of numbers on one line.
    mutating func member(_ name: String, numbers: some Sequence<Double?>) {
        key(name)
        array(inline: true) { json in for number in numbers { json.number(number) } }
    }

    /// A named list of moments on one line.
    mutating func member(_ name: String, times: some Sequence<Timestamp>) {
        key(name)
        array(inline: true) { json in for time in times { json.time(time) } }
    }

    /// The member `unavailable`: why members are null, by their names; left out where none is.
    mutating func unavailable(_ causes: [(name: String, cause: Unavailable)]) {
        guard !causes.isEmpty else { return }
        key("unavailable")
        object { json in for (name, cause) in causes { json.member(name, cause.reason) } }
    }
}
