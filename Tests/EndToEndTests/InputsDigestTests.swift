import Foundation
import TestSupport
import Testing

/// The one digest that stands for all that a run was read from.
@Suite struct InputsDigestTests {
    @Test func `the digest of the inputs is what sha256sum says of its own lines`() throws {
        let json = try JSON(text: Tearsheet.run(["metrics", "SampleRuns/crypto-365", "--format", "json"]).output)
        let names = try #require(json["run"]?["inputs"]?.array).compactMap { $0["name"]?.string }
        let folder = repositoryRoot.appendingPathComponent("SampleRuns/crypto-365")
        let command = "sha256sum \(names.joined(separator: " ")) | sha256sum"
        let expected = try Tearsheet.tool("bash", ["-c", command], in: folder).output.prefix(64)
        #expect(json["run"]?["inputs_digest"]?.string == String(expected))
        let page = try RenderedSamples.text("crypto-365.html")
        #expect(page.contains("inputs sha256 \(expected.prefix(12))"))
    }
}
