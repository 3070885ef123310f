import Analytics
import Comparison
import Formatting
import RunModel
import Series
import Tables

/// The JSON of `compare` (schema in `Documentation/`).
public enum ComparisonJSON {
    /// What the JSON calls its form; the number rises when a reader of the old form would misread the new one.
    public static let schemaName = "tearsheet.comparison/1"

    /// The runs, their metrics side by side and the significance of two.
    public static func metrics(_ comparison: Comparison) -> [UInt8] {
        var json = JSONWriter()
        write(comparison, to: &json) { _ in }
        return json.finish()
    }

    /// The same with every series and table, handed on in pieces; `tables` are those of the comparison, perhaps written
    /// already.
    public static func writeReport(
        _ comparison: Comparison, tables: TablesJSON<Comparison>? = nil, to put: @escaping ([UInt8]) -> Void
    ) {
        var json = JSONWriter(to: put)
        write(comparison, to: &json) { json in
            json.series(ComparisonSeries.all(of: comparison).map { name, series in MadeSeries(name) { series } })
            (tables ?? TablesJSON(TableCatalog.ofComparison, of: comparison)).write(to: &json)
        }
        json.finish()
    }

    private static func write(
        _ comparison: Comparison, to json: inout JSONWriter, _ more: (inout JSONWriter) -> Void
    ) {
        json.object { json in
            json.member("schema", schemaName)
            json.member("tearsheet", ToolVersion.current)
            json.member("profile", comparison.conventions.profile)
            write(comparison.span, to: &json)
            json.key("runs")
            json.array { json in
                for member in comparison.members { write(member, comparison.span, to: &json) }
            }
            json.key("metrics")
            json.object { json in
                for metric in comparison.metrics { write(metric, comparison.members, to: &json) }
            }
            json.key("sharpe_difference")
            write(comparison.sharpeDifference, to: &json)
            MetricsJSON.write(comparison.findings, to: &json)
            json.member("inputs_digest", comparison.inputsDigest)
            more(&json)
        }
    }

    static func write(_ span: CommonSpan, to json: inout JSONWriter) {
        json.key("span")
        json.object { json in
            json.member("start", span.start.description)
            json.member("end", span.end.description)
            json.member("days", span.days)
            json.key("moments")
            json.integer(span.timestamps.count)
            json.member("periods_per_year", span.periodsPerYear)
        }
    }

    /// The run as `tearsheet.metrics/1` has it, under its id in this comparison.
    private static func write(_ member: Member, _ span: CommonSpan, to json: inout JSONWriter) {
        var run = member.whole.run
        run.identity.id = member.id
        json.object { json in
            json.member("name", member.name)
            MetricsJSON.members(of: run, to: &json)
            json.key("is_longer")
            json.boolean(member.isLonger)
            json.key("unmatched")
            json.integer(span.unmatched[member.index])
            MetricsJSON.write(run.findings, to: &json)
            if member.isLonger { MetricsJSON.write(member.whole.metrics, keys: nil, named: "own_metrics", to: &json) }
        }
    }

    private static func write(_ metric: ComparedMetric, _ members: [Member], to json: inout JSONWriter) {
        json.key(metric.declaration.key.rawValue)
        json.object { json in
            json.member("better", metric.declaration.better.rawValue)
            json.key("best")
            json.array(inline: true) { json in for index in metric.best { json.string(members[index].id) } }
            json.key("runs")
            json.object { json in
                for member in members {
                    json.key(member.id)
                    MetricsJSON.write(metric.metrics[member.index], to: &json)
                }
            }
        }
    }

    static func write(_ result: Result<SharpeDifference, Unavailable>, to json: inout JSONWriter) {
        json.object { json in
            switch result {
            case .failure(let cause):
                json.member("reason", cause.reason)
                json.member("reason_code", cause.code)
            case .success(let difference): write(difference, to: &json)
            }
        }
    }

    private static func write(_ difference: SharpeDifference, to json: inout JSONWriter) {
        json.key("count")
        json.integer(difference.count)
        for (name, value) in [
            ("periods_per_year", difference.periodsPerYear), ("first", difference.first),
            ("second", difference.second), ("difference", difference.difference),
            ("correlation", difference.correlation), ("statistic", difference.statistic),
        ] { json.member(name, value) }
        json.key("jobson_korkie")
        json.object { json in write(difference.jobsonKorkie, to: &json) }
        json.key("bootstrap")
        json.object { json in
            switch difference.bootstrap {
            case .failure(let cause):
                json.member("reason", cause.reason)
                json.member("reason_code", cause.code)
            case .success(let bootstrap):
                write(bootstrap.test, to: &json)
                json.key("seed")
                json.integer(Int(clamping: bootstrap.seed))
                json.key("block_length")
                json.integer(bootstrap.blockLength)
                json.key("resamples")
                json.integer(bootstrap.resamples)
            }
        }
    }

    private static func write(_ test: SharpeDifference.Test, to json: inout JSONWriter) {
        for (name, value) in [
            ("standard_error", test.standardError), ("low", test.low), ("high", test.high),
            ("probability", test.probability),
        ] { json.member(name, value) }
    }
}

/// Every series of a comparison; the one place where JSON, CSV and pages take them from.
public enum ComparisonSeries {
    /// Growth and decline of each run over the common span, and its returns between common moments.
    public static func all(of comparison: Comparison) -> [(name: String, series: TimeSeries)] {
        let ends = Array(comparison.span.timestamps.dropFirst())
        return comparison.members.flatMap { member in
            [
                (member.seriesName(SeriesName.growth), member.common.growth.strategy),
                (member.seriesName(SeriesName.drawdown), member.common.drawdowns.series),
                (
                    member.seriesName(SeriesName.commonReturns),
                    TimeSeries(timestamps: ends, values: comparison.span.returns[member.index])
                ),
            ]
        }
    }
}
