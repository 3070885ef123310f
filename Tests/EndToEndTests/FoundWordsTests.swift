import Foundation
import TestSupport
import Testing

/// Words that a fuzzer found, as titles of reports.
@Suite struct FoundWordsTests {
    @Test func `what a fuzzer found is a title of a page and of a PDF`() throws {
        let found = repositoryRoot.appendingPathComponent("Tests/Fixtures/Fuzz/words")
        let names = try FileManager.default.contentsOfDirectory(atPath: found.path).sorted()
        #expect(!names.isEmpty)
        for name in names {
            let bytes = try Data(contentsOf: found.appendingPathComponent(name))
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", maxSplits: 1).map(String.init)
            let folder = try TemporaryFolder()
            let result = try Tearsheet.run(
                [
                    "report", "SampleRuns/crypto-365", "--template", "summary", "-o", folder.url.path, "--quiet",
                    "--title", lines[0], "--subtitle", lines.last ?? "",
                ])
            #expect(result.code == 0 && result.errors.isEmpty, "\(name): \(result.errors)")
            #expect(folder.names.sorted() == ["crypto-365.html", "crypto-365.pdf"])
        }
    }
}
