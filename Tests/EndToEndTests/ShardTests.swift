import Foundation
import TestSupport
import Testing

/// `--shard`: parts of a batch that several machines do.
@Suite struct ShardTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for index in 0..<20 { _ = try folder.write(returnsTable(shift: index), to: "in/\(index % 2)/r\(index).csv") }
    }

    private func batch(_ words: String...) throws -> Tearsheet.Result {
        try Tearsheet.run(["batch", "in", "--format", "json", "-j", "2"] + words, in: folder.url)
    }

    private func keys(_ name: String) throws -> [String] {
        try JSON(text: folder.text(name))["runs"]?.array?.compactMap { $0["key"]?.string } ?? []
    }

    @Test func `shards have each run once, and a whole batch after them has only to sum up`() throws {
        var all: [String] = []
        for index in 1...3 {
            let result = try batch("-o", "out", "--shard", "\(index)/3")
            #expect(result.code == 0 && result.output == "out/summary-\(index)-of-3.html\n", "\(result.errors)")
            let own = try keys("out/summary-\(index)-of-3.json")
            #expect(own.count > 2 && own.count < 12, "\(own.count)")
            all += own
        }
        #expect(try batch("-o", "alone").code == 0)
        #expect(try all.sorted() == keys("alone/summary.json").sorted() && Set(all).count == 20)
        let whole = try batch("-o", "out")
        #expect(whole.errors.contains("0 written, 0 failed, 0 with warnings, 20 kept"), "\(whole.errors)")
        for name in ["summary.csv", "summary.html", "SHA256SUMS", "0/r0.json"] {
            #expect(try folder.text("out/" + name) == folder.text("alone/" + name), "\(name)")
        }
        #expect(try batch("-o", "out", "--shard", "2/3").errors.contains(" kept, "))
    }

    @Test func `shards at the same time into one folder do not disturb one another`() throws {
        let script = """
            for i in 1 2 3 4; do tearsheet batch in -o out --format json -q --shard $i/4 & done
            for p in $(jobs -p); do wait $p; done
            cat out/SHA256SUMS-*-of-4 | (cd out && sha256sum --quiet -c -)
            ls out/?/*.json | wc -l
            """
        let result = try Tearsheet.script(script, in: folder.url)
        #expect(result.code == 0 && result.output == "20\n", "\(result.output) \(result.errors)")
    }

    @Test func `which shard has a run is no matter of other runs`() throws {
        #expect(try batch("-o", "out", "--shard", "1/2").code == 0)
        let before = try keys("out/summary-1-of-2.json")
        for index in 20..<30 { _ = try folder.write(returnsTable(shift: index), to: "in/1/r\(index).csv") }
        #expect(try batch("-o", "out", "--shard", "1/2").code == 0)
        #expect(try Set(before).isSubset(of: keys("out/summary-1-of-2.json")))
    }

    @Test(arguments: ["0/2", "3/2", "1", "a/b", "1/0", "-1/2", "1/2/3", "1/99999999999999999999"])
    func `what is no part of parts is refused`(text: String) throws {
        let result = try batch("-o", "out", "--shard=" + text)
        #expect(result.code == 64 && result.errors.contains("'--shard' must be a part of parts such as 2/8"))
    }

    @Test func `a shard without a run is no failure`() throws {
        let result = try Tearsheet.run(
            ["batch", "in/0/r0.csv", "-o", "out", "--format", "json", "--shard", "1/2"], in: folder.url)
        let other = try Tearsheet.run(
            ["batch", "in/0/r0.csv", "-o", "out", "--format", "json", "--shard", "2/2"], in: folder.url)
        #expect(result.code == 0 && other.code == 0, "\(result.errors) \(other.errors)")
        #expect(try keys("out/summary-1-of-2.json").count + keys("out/summary-2-of-2.json").count == 1)
    }
}
