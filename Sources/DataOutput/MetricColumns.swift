import Analytics
import Comparison
import Formatting
import Tables

/// The metrics of several runs side by side, each over its own time.
public struct MetricColumns: Sendable {
    /// The runs, in the order of the columns.
    public let analyses: [Analysis]
    /// Their ids, unique.
    public let ids: [String]
    /// Their names, unique and at most 24 characters.
    public let shortNames: [String]
    /// The metrics that were asked for; nil for all.
    public let keys: [MetricKey]?

    /// Columns of one run or more.
    public init(_ analyses: [Analysis], keys: [MetricKey]?) {
        self.analyses = analyses
        self.keys = keys
        let names = MemberNames(analyses.map(\.run))
        (ids, shortNames) = (names.ids, names.shortNames)
    }

    /// One metric of every run in each row, in the order of the catalogue; those that no run has a value of are left out,
    /// unless they were asked for.
    public func rows(where isChosen: (MetricDeclaration) -> Bool = { _ in true }) -> [[Metric]] {
        let columns = analyses.map { analysis in
            analysis.metrics.metrics { (keys?.contains($0.key) ?? true) && isChosen($0) }
        }
        guard let first = columns.first else { return [] }
        return first.indices.map { place in columns.map { $0[place] } }
            .filter { row in keys != nil || row.contains { $0.value.reason == nil } }
    }

    /// One row per metric: key, unit, group, and a column for each run under its id.
    public var csv: [UInt8] {
        let rows = rows()
        var bytes: [UInt8] = []
        CSVWriter.write(header: ["key", "unit", "group"] + ids, count: rows.count, to: { bytes += $0 }) { place in
            let declaration = rows[place][0].declaration
            return [
                .text(declaration.key.rawValue), .text(declaration.unit.rawValue), .text(declaration.group.rawValue),
            ] + rows[place].map { .metric($0.value, $0.declaration) }
        }
        return bytes
    }

    /// What the JSON calls its form.
    public static let schemaName = "tearsheet.metrics-list/1"

    /// A list of what `tearsheet.metrics/1` has of each run.
    public var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", Self.schemaName)
            json.member("tearsheet", ToolVersion.current)
            json.key("runs")
            json.array { json in
                for analysis in analyses { MetricsJSON.write(analysis, keys: keys, to: &json) { _ in } }
            }
        }
        return json.finish()
    }
}
