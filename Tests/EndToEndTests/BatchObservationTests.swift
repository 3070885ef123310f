import Foundation
import TestSupport
import Testing

/// What a batch leaves for those who watch it and those who ask later.
@Suite struct BatchObservationTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        _ = try folder.writeRuns("in/a.csv", "in/x/b.csv")
        _ = try folder.write("date,returns\n2020-01-01,x\n", to: "in/bad.csv")
    }

    private func batch(_ words: String...) throws -> Tearsheet.Result {
        try Tearsheet.run(["batch", "in", "-o", "out", "--format", "json"] + words, in: folder.url)
    }

    private func audit(_ number: Int) throws -> [JSON] {
        try folder.text("out/audit/batch-\(number).jsonl").split(separator: "\n").map { try JSON(text: String($0)) }
    }

    private func sha256(_ path: String) throws -> String {
        String(try Tearsheet.tool("sha256sum", [path], in: folder.url).output.prefix(64))
    }

    @Test func `the audit says what was made from which contents, and holds no option's value`() throws {
        #expect(try batch("--set", "token=hunter2").code == 1)
        let lines = try audit(1)
        #expect(
            lines.compactMap { $0["event"]?.string }.sorted() == ["begin", "end", "failed", "rendered", "rendered"])
        let one = try #require(lines.first { $0["key"]?.string == "x/b" })
        #expect(one["inputs"]?.array?.first?["path"]?.string == "in/x/b.csv")
        #expect(try one["inputs"]?.array?.first?["sha256"]?.string == sha256("in/x/b.csv"))
        #expect(try one["files"]?.array?.first?["sha256"]?.string == sha256("out/x/b.json"))
        #expect(lines[0]["version"]?.string?.hasPrefix("0.1.0; ") == true)
        #expect(lines.last?["event"]?.string == "end" && lines.last?["failed"] == .number(1))
        #expect(try !folder.text("out/audit/batch-1.jsonl").contains("hunter2"))
        #expect(lines.allSatisfy { $0["time"]?.string?.hasSuffix("Z") == true })
        #expect(try batch("--set", "token=hunter2").code == 1)
        #expect(try audit(2).compactMap { $0["event"]?.string } == ["begin", "kept", "failed", "end"])
        #expect(try audit(2)[1]["keys"]?.array == [.string("a"), .string("x/b")])
        #expect(try audit(1) == lines)
    }

    @Test func `checksums are those of sha256sum, also for names with odd signs`() throws {
        _ = try folder.write(returnsTable(shift: 3), to: "in/odd \\ name.csv")
        #expect(try batch().code == 1)
        let result = try Tearsheet.script("cd out && sha256sum -c SHA256SUMS && wc -l < SHA256SUMS", in: folder.url)
        #expect(result.code == 0 && result.output.hasSuffix("3\n"), "\(result.output) \(result.errors)")
    }

    @Test func `measures are text that Prometheus reads`() throws {
        _ = try batch("--prometheus", "tearsheet.prom", "--name", "night \"1\"", "--require", "total_return > 100")
        let text = try folder.text("tearsheet.prom")
        #expect(text.contains("tearsheet_batch_runs{batch=\"night \\\"1\\\"\",status=\"rendered\"} 2\n"))
        #expect(text.contains("status=\"failed\"} 1\n") && text.contains("status=\"kept\"} 0\n"))
        #expect(text.contains("not_meeting_gates{batch=\"night \\\"1\\\"\"} 2\n"))
        let size = try FileManager.default.attributesOfItem(atPath: folder.url("out/a.json").path)[.size] as? Int
        let other = try FileManager.default.attributesOfItem(atPath: folder.url("out/x/b.json").path)[.size] as? Int
        #expect(text.contains("written_bytes{batch=\"night \\\"1\\\"\"} \((size ?? 0) + (other ?? 0))\n"))
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            #expect(
                line.wholeMatch(of: /tearsheet_[a-z_]+\{[a-z]+="(?:[^"\\]|\\.)*"(?:,[a-z]+="[a-z]+")?\} [0-9.e+-]+/)
                    != nil)
        }
        guard try Tearsheet.tool("which", ["promtool"]).code == 0 else { return }
        let check = try Tearsheet.script("promtool check metrics < tearsheet.prom", in: folder.url)
        #expect(check.code == 0 && check.output.isEmpty && check.errors.isEmpty, "\(check.output) \(check.errors)")
    }
}
