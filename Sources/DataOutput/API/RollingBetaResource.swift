import Analytics

/// `rolling-beta.json`: one entry for each window.
enum RollingBetaResource {
    static func write(_ analysis: Analysis, to json: inout JSONWriter) {
        let series = AnalysisSeries.all(of: analysis).filter { $0.name.hasPrefix(prefix) }
        json.key("windows")
        json.array { json in
            for (name, series) in series {
                json.object { json in
                    json.key("window")
                    json.integer(Int(name.dropFirst(prefix.count)) ?? 0)
                    json.member("dates", times: series.timestamps)
                    json.member("beta", numbers: series.values)
                    json.member("current", series.values.last)
                }
            }
        }
        MetricMembers(members: [("beta", .beta)]).write(analysis, to: &json)
    }

    private static let prefix = "rolling_beta_"
}
