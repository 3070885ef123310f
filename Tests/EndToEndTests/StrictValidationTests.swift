import Foundation
import TestSupport
import Testing

/// `validate --strict` is a gate.
@Suite struct StrictValidationTests {
    @Test func `a run that agrees passes, one trade less does not`() throws {
        let folder = try TemporaryFolder()
        let source = repositoryRoot.appendingPathComponent("SampleRuns/crypto-365")
        for name in ["run.json", "equity.csv", "benchmark.csv", "trades.csv"] {
            var lines = try String(contentsOf: source.appendingPathComponent(name), encoding: .utf8)
                .components(separatedBy: "\n")
            _ = try folder.write(lines.joined(separator: "\n"), to: "good/\(name)")
            if name == "trades.csv" { lines.remove(at: 5) }
            _ = try folder.write(lines.joined(separator: "\n"), to: "bad/\(name)")
        }
        let good = try Tearsheet.run(["validate", "--strict", "good"], in: folder.url)
        #expect(
            good.code == 0 && good.output.hasPrefix("no findings\nreconciliation: 6 agree, 0 differ, 6 not checked\n"))
        #expect(good.output.contains("  not checked  positions_sum: the run has no positions\n"))
        let bad = try Tearsheet.run(["validate", "--strict", "bad"], in: folder.url)
        #expect(bad.code == 1 && bad.output.contains("number 5 is missing"))
        #expect(try Tearsheet.run(["validate", "bad"], in: folder.url).code == 0)
    }

    @Test func `findings and checks are JSON where they are asked for, of runs that cannot be read too`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("date,equity\n2024-01-02,100\n2024-01-02,101\n", to: "twice.csv")
        let bad = try Tearsheet.run(["validate", "twice.csv", "--format", "json"], in: folder.url)
        let document = try JSON(text: bad.output)
        #expect(bad.code == 1 && document["schema"]?.string == "tearsheet.validation/1")
        #expect(document["counts"]?["error"]?.number == 1 && document["path"]?.string == "twice.csv")
        #expect(document["findings"]?.array?.first?["row"]?.number == 3 && document["reconciliation"] == nil)
        let sample = repositoryRoot.appendingPathComponent("SampleRuns/goog-smacross").path
        let good = try JSON(text: try Tearsheet.run(["validate", sample, "--format", "json"], in: folder.url).output)
        #expect(good["reconciliation"]?["agrees"]?.number == 5 && good["findings"]?.array?.isEmpty == true)
    }
}
