import Analytics
import Formatting
import RunModel
import Tables

/// The JSON of `metrics` and of `report --format json` (CLI.md; schema in `Documentation/`).
public enum MetricsJSON {
    /// The run, its metrics and its findings; `keys` restricts the metrics, nil writes all.
    public static func metrics(_ analysis: Analysis, keys: [MetricKey]? = nil) -> [UInt8] {
        var json = JSONWriter()
        write(analysis, keys: keys, to: &json) { _ in }
        return json.finish()
    }

    /// The same with every series and table, handed on in pieces; `tables` are those of the analysis, perhaps written
    /// already.
    public static func writeReport(
        _ analysis: Analysis, tables: TablesJSON<Analysis>? = nil, to put: @escaping ([UInt8]) -> Void
    ) {
        var json = JSONWriter(to: put)
        write(analysis, keys: nil, to: &json) { json in
            json.series(AnalysisSeries.made(of: analysis))
            (tables ?? TablesJSON(TableCatalog.ofRun, of: analysis)).write(to: &json)
        }
        json.finish()
    }

    /// What the JSON calls its form; the number rises when a reader of the old form would misread the new one.
    public static let schemaName = "tearsheet.metrics/1"

    static func write(
        _ analysis: Analysis, keys: [MetricKey]?, to json: inout JSONWriter, _ more: (inout JSONWriter) -> Void
    ) {
        json.object { json in
            json.key("schema")
            json.string(schemaName)
            json.key("tearsheet")
            json.string(ToolVersion.current)
            json.key("profile")
            json.string(analysis.conventions.profile)
            write(analysis.run, to: &json)
            write(analysis.metrics, keys: keys, named: "metrics", to: &json)
            if let benchmark = analysis.benchmarkMetrics {
                write(benchmark, keys: keys, named: "benchmark_metrics", to: &json)
            }
            write(analysis.run.findings, to: &json)
            ReconciliationJSON.write(analysis.run.reconciliation, to: &json)
            if let verdict = analysis.verdict { write(verdict, to: &json) }
            more(&json)
        }
    }

    private static func write(_ run: Run, to json: inout JSONWriter) {
        json.key("run")
        json.object { json in members(of: run, to: &json) }
    }

    /// What is required of the run, and whether it meets it.
    private static func write(_ verdict: Verdict, to json: inout JSONWriter) {
        json.key("verdict")
        json.object { json in
            json.key("met")
            json.boolean(verdict.isAccepted)
            if let lastGood = verdict.lastGood { json.member("last_good", lastGood) }
            json.key("gates")
            json.array { json in
                for gate in verdict.gates {
                    json.object { json in
                        json.member("require", gate.condition)
                        json.key("met")
                        json.boolean(gate.isMet)
                        json.member("values", gate.values)
                    }
                }
            }
        }
    }

    /// What identifies a run: the members of the object `run`.
    static func members(of run: Run, to json: inout JSONWriter) {
        json.member("id", run.identity.id)
        json.member("strategy", run.identity.strategy.value)
        json.member("version", run.identity.version.value)
        json.member("engine", run.identity.engine)
        json.member("start", run.equity.timestamps.first?.description)
        json.member("end", run.returns.timestamps.last?.description)
        json.key("observations")
        json.integer(run.returns.count)
        json.key("periods_per_year")
        json.number(run.calendar.periodsPerYear)
        json.member("calendar", run.calendar.name)
        json.member("currency", run.currency.value)
        json.member("benchmark", run.benchmark?.name)
        if let start = run.outOfSampleStart { json.member("out_of_sample_start", start.iso) }
        if let benchmark = run.benchmark { write(benchmark, isWhole: run.benchmarkIsWhole, to: &json) }
        json.key("inputs")
        json.array { json in
            for file in run.provenance.files { write(file, to: &json) }
        }
        json.member("inputs_digest", run.provenance.digest)
    }

    /// What is compared: the time that the benchmark covers, and how the two fit together.
    private static func write(_ benchmark: Benchmark, isWhole: Bool, to json: inout JSONWriter) {
        json.key("comparison")
        json.object { json in
            json.member("start", benchmark.firstDate.iso)
            json.member("end", benchmark.lastDate.iso)
            json.key("covers_run")
            json.boolean(isWhole)
            let counts = [
                ("pairs", benchmark.pairs.count), ("matched", benchmark.matched),
                ("only_in_run", benchmark.unmatchedInRun), ("only_in_benchmark", benchmark.unmatchedInBenchmark),
                ("missing_pairs", benchmark.missingPairs),
            ]
            for (name, count) in counts {
                json.key(name)
                json.integer(count)
            }
            json.key("pairs_per_year")
            json.number(benchmark.pairs.periodsPerYear)
            json.key("benchmark_periods_per_year")
            json.number(benchmark.calendar.periodsPerYear)
        }
    }

    static func write(_ file: Provenance.InputFile, to json: inout JSONWriter) {
        json.object { json in
            json.member("name", file.name)
            json.member("role", file.role)
            json.key("size")
            json.integer(file.size)
            json.member("sha256", file.sha256)
        }
    }

    static func write(_ set: MetricSet, keys: [MetricKey]?, named name: String, to json: inout JSONWriter) {
        json.key(name)
        json.object { json in
            for metric in set.metrics(where: { keys?.contains($0.key) ?? true }) {
                json.key(metric.declaration.key.rawValue)
                write(metric, to: &json)
            }
        }
    }

    static func write(_ metric: Metric, to json: inout JSONWriter) {
        json.object { json in
            json.key("value")
            write(metric.value, to: &json)
            json.member("unit", metric.declaration.unit.rawValue)
            json.member("group", metric.declaration.group.rawValue)
            json.member("convention", metric.convention)
            json.member("status", metric.status.key)
            if let reason = metric.status.reason { json.member("status_reason", reason) }
            json.member("formula_id", MetricCatalog.formulaID(of: metric.declaration))
            json.key("method_version")
            json.integer(metric.declaration.methodVersion)
            guard let cause = metric.value.unavailable else { return }
            json.member("reason", cause.reason)
            json.member("reason_code", cause.code)
        }
    }

    private static func write(_ value: MetricValue, to json: inout JSONWriter) {
        switch value {
        case .number(let number): json.number(number)
        case .word(let word): json.string(word)
        case .absent: json.string(nil)
        }
    }

    static func write(_ findings: [Finding], to json: inout JSONWriter) {
        json.key("findings")
        json.array { json in
            for finding in findings { write(finding, to: &json) }
        }
    }

    /// One finding with every part that it has.
    public static func write(_ finding: Finding, to json: inout JSONWriter) {
        json.object { json in
            json.member("severity", finding.severity.rawValue)
            json.member("layer", finding.layer.rawValue)
            json.member("code", finding.code)
            if let file = finding.file { json.member("file", file) }
            for (name, number) in [("row", finding.row), ("byte", finding.byte)] {
                guard let number else { continue }
                json.key(name)
                json.integer(number)
            }
            if let column = finding.column { json.member("column", column) }
            json.member("fact", finding.fact)
            if let remedy = finding.remedy { json.member("remedy", remedy) }
        }
    }
}
