import Foundation
import TestSupport
import Testing

/// `make bench` in its quickest form: that it measures, not what.
@Suite struct BenchmarkTests {
    @Test func `make bench runs a program that it has built`() throws {
        let steps = try Tearsheet.tool("make", ["-n", "bench"]).output
        // `swift run` does not take the options of a static library.
        #expect(!steps.contains("swift run") && steps.contains("--product benchmark"), "\(steps)")
        #expect(steps.contains("/benchmark\""))
    }

    @Test func `the benchmark measures whole processes and the parts of a report`() throws {
        let folder = try TemporaryFolder()
        let program = URL(fileURLWithPath: Tearsheet.path).deletingLastPathComponent().appendingPathComponent(
            "benchmark")
        let result = try Tearsheet.tool(program.path, ["--quick", "--json", "rows.json"], in: folder.url)
        #expect(result.code == 0, "\(result.errors)")
        let rows = try #require(
            try JSON(text: String(contentsOf: folder.url("rows.json"), encoding: .utf8))["rows"]?.array)
        for (kind, task) in [("cold process", "HTML + PDF"), ("warm", "metrics"), ("warm", "PDF")] {
            let row = try #require(rows.first { $0["kind"]?.string == kind && $0["task"]?.string == task })
            #expect((row["milliseconds"]?.number ?? 0) > 0)
            #expect(result.output.contains(task))
        }
        let report = try #require(
            rows.first { $0["task"]?.string == "HTML + PDF" && $0["kind"]?.string == "cold process" })
        #expect((report["output_kilobytes"]?.number ?? 0) > 100, "the process wrote no report")
    }
}
