import Foundation
import TestSupport
import Testing

/// The series that is too large for the repository: `TEARSHEET_BENCH_INPUTS`, or `../shared/bench-inputs`.
@Suite(.enabled(if: benchInputs != nil, "there is no folder of bench inputs; TEARSHEET_BENCH_INPUTS names it"))
struct BenchInputTests {
    private func path(_ name: String) throws -> String {
        try #require(benchInputs).appendingPathComponent(name).path
    }

    @Test func `ten years of days give the known numbers`() throws {
        let result = try Tearsheet.run(["metrics", path("daily_returns.csv"), "--rf", "0", "--format", "json"])
        let metrics = try #require(try JSON(text: result.output)["metrics"])
        for (key, known, tolerance) in [
            ("sharpe", 1.5398, 0.000_05), ("sortino", 2.3775, 0.000_05), ("cagr", 0.195, 0.0005),
            ("max_drawdown", -0.1441, 0.000_05),
        ] {
            let value = try #require(metrics[key]?["value"]?.number)
            #expect(abs(value - known) <= tolerance, "\(key): \(value)")
        }
    }

    @Test func `the page of ten years of days is no larger than 400 KB`() throws {
        let folder = try TemporaryFolder()
        _ = try Tearsheet.run(["report", path("daily_returns.csv"), "-o", folder.url("r.html").path])
        let size = try Data(contentsOf: folder.url("r.html")).count
        #expect(size <= 400_000, "\(size) bytes")
    }

    @Test func `minutes are annualised by the minutes of a year`() throws {
        let text = try Tearsheet.run(["inspect", path("minute_equity.csv")]).output
        #expect(text.contains("98280 periods a year"), "\(text)")
    }
}

private let benchInputs: URL? = {
    let given = ProcessInfo.processInfo.environment["TEARSHEET_BENCH_INPUTS"].map { URL(fileURLWithPath: $0) }
    let beside = repositoryRoot.deletingLastPathComponent().appendingPathComponent("shared/bench-inputs")
    let folder = given ?? beside
    let isThere = FileManager.default.fileExists(atPath: folder.appendingPathComponent("daily_returns.csv").path)
    return isThere ? folder : nil
}()
