import Analytics
import Foundation
import RunBuilders
import RunModel
import TestSupport
import Testing

/// Values of other implementations, recorded by `Reference/generate_reference.py`.
struct Reference: Sendable {
    /// One value.
    struct Row: Sendable {
        let source: String
        let conventions: String
        let riskFree: Double
        let key: String
        let value: Double
    }

    let rows: [Row]
    let rolling: [String: [Double]]
    let distributions: [String: [[Double]]]

    /// The values of the committed series.
    static let recorded = try? Reference("reference.json")
    /// The values of the shared daily series.
    static let bench = try? Reference("reference-bench.json")
    /// What vectorbt says of the committed series, recorded by `Reference/generate_vectorbt.py`.
    static let vectorbt = try? Reference("reference-vectorbt.json")

    private init(_ name: String) throws {
        let folder = repositoryRoot.appendingPathComponent("Tests/AnalyticsTests/Reference")
        let data = try Data(contentsOf: folder.appendingPathComponent(name))
        let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        rows = try #require(document["metrics"] as? [[Any]]).compactMap { row in
            guard row.count == 5, let source = row[0] as? String, let conventions = row[1] as? String,
                let riskFree = row[2] as? Double, let key = row[3] as? String, let value = row[4] as? Double
            else { return nil }
            return Row(source: source, conventions: conventions, riskFree: riskFree, key: key, value: value)
        }
        rolling = document["rolling"] as? [String: [Double]] ?? [:]
        distributions = document["distributions"] as? [String: [[Double]]] ?? [:]
    }

    /// Compares every recorded value with ours of the same conventions.
    func expectAgreement(with run: RunModel.Run) {
        var run = run
        run.trials = 40
        for row in rows {
            run.riskFree = .annual(row.riskFree)
            let analysis = Analyzer.analyze(run, conventions: Conventions.named(row.conventions) ?? .standard)
            let actual =
                switch row.key {
                case "alpha_error": analysis.metrics.number(.alphaStandardError)
                case "alpha_statistic": analysis.metrics.number(.alphaT)
                default: analysis.metrics[named: row.key]?.value.number
                }
            #expect(
                agree(actual, row.value),
                "\(row.source), rf \(row.riskFree): \(row.key) is \(row.value), ours \(actual.map { "\($0)" } ?? "n/a")"
            )
        }
    }

    /// The series that the values belong to.
    static func run(riskFree: Double, trials: Int? = nil) throws -> RunModel.Run {
        let url = repositoryRoot.appendingPathComponent("Tests/AnalyticsTests/Reference/series.csv")
        let file = CSVColumns(try String(contentsOf: url, encoding: .utf8))
        return RunBuilder.run(
            file.column("strategy"), timestamps: file.timestamps, benchmark: file.columns["benchmark"],
            riskFree: riskFree,
            trials: trials)
    }
}

/// Whether two numbers agree to a relative tolerance, absolute below one ten-thousandth.
func agree(_ actual: Double?, _ expected: Double, within tolerance: Double = 1e-9) -> Bool {
    guard let actual else { return false }
    return (actual - expected).magnitude <= tolerance * max(expected.magnitude, 1e-4)
}

@Test func `every number agrees with quantstats, empyrical, pandas, scipy and statsmodels to nine digits`() throws {
    let reference = try #require(Reference.recorded)
    #expect(reference.rows.count > 300)
    let vectorbt = try #require(Reference.vectorbt)
    #expect(vectorbt.rows.count == 40)
    let recorded = reference.rows + vectorbt.rows
    #expect(Set(recorded.map(\.conventions)) == Set(Conventions.profiles.map(\.profile)))
    for one in [reference, vectorbt] { one.expectAgreement(with: try Reference.run(riskFree: 0)) }
}

@Test(.enabled(if: SharedFiles.has("bench-inputs/daily_returns.csv"), "the shared folder is not here"))
func `every number of the shared daily series agrees with the same tools to nine digits`() throws {
    let reference = try #require(Reference.bench)
    #expect(reference.rows.count > 140)
    reference.expectAgreement(with: try SharedFiles.dailyRun())
}

@Test func `rolling statistics agree with pandas in every window`() throws {
    let reference = try #require(Reference.recorded)
    let analysis = Analyzer.analyze(try Reference.run(riskFree: 0.02), conventions: .standard)
    let known = analysis.rolling.filter { reference.rolling[$0.key] != nil }
    #expect(known.count == 8 && reference.rolling.count == 8)
    for series in known {
        let expected = try #require(reference.rolling[series.key])
        #expect(series.series.count == expected.count, "\(series.key)")
        let worst = zip(series.series.values, expected).map { ($0 - $1).magnitude / max($1.magnitude, 1e-3) }.max() ?? 1
        #expect(worst < 1e-9, "\(series.key) is off by \(worst)")
    }
}
