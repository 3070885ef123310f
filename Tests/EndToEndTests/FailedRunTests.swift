import Foundation
import TestSupport
import Testing

/// Runs that their engine did not complete.
struct FailedRunTests {
    @Test func `a run that failed before it had an account has a page that says so, and the command fails`() throws {
        let folder = try TemporaryFolder()
        let result = try Tearsheet.run([
            "report", "SampleRuns/broken/lean-failed.json", "-o", folder.url.path, "--format", "html,pdf,json,csv",
        ])
        #expect(result.code == 1)
        #expect(result.errors.contains("the run failed before its first value of the account"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        #expect(names == ["lean-failed.html", "lean-failed.json", "lean-failed.pdf"])
        let page = try String(contentsOf: folder.url.appendingPathComponent("lean-failed.html"), encoding: .utf8)
        #expect(page.contains("This run failed") && page.contains("Algorithm.Initialize() Error"))
        #expect(page.contains("QuantConnect LEAN") && !page.contains("/home/me") && !page.contains("build-7"))
        let data = try JSON(
            text: String(contentsOf: folder.url.appendingPathComponent("lean-failed.json"), encoding: .utf8))
        #expect(data["findings"]?.array?.first?["code"]?.string == "no_equity_recorded")
    }

    @Test func `a run that an error ended says so first, with the numbers of what came before`() throws {
        let folder = try TemporaryFolder()
        let points = (0..<12).map { "[\(1_709_787_600 + $0 * 86_400), \(100 + $0 % 3)]" }.joined(separator: ", ")
        let text = """
            {"rollingWindow": {}, "orders": {}, "statistics": {}, "totalPerformance": {}, "charts": {"Strategy Equity":
            {"series": {"Equity": {"values": [\(points)]}}}},
            "state": {"Status": "RuntimeError", "RuntimeError": "Division by zero"}}
            """
        let file = folder.url.appendingPathComponent("stopped.json")
        try text.write(to: file, atomically: true, encoding: .utf8)
        let result = try Tearsheet.run(["report", file.path, "-o", folder.url.path, "--format", "html"])
        #expect(result.code == 0)
        let page = try String(contentsOf: folder.url.appendingPathComponent("stopped.html"), encoding: .utf8)
        #expect(page.contains("the engine ended this run with an error"))
    }
}
