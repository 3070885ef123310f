import Foundation
import TestSupport
import Testing

/// The gallery shows what the executable draws today.
@Suite struct GalleryTests {
    private static let folder = repositoryRoot.appendingPathComponent("Documentation/Gallery")

    private func text() throws -> String {
        try String(contentsOf: repositoryRoot.appendingPathComponent("Documentation/Gallery.md"), encoding: .utf8)
    }

    @Test func `every figure of a run has a picture, or stands among those that the sample runs have nothing for`()
        throws
    {
        let list = try Tearsheet.run(["figure", "--list"]).output.components(separatedBy: "Of several runs:")[0]
        let names = list.split(separator: "\n").filter { $0.hasPrefix("  ") }.compactMap {
            $0.split(separator: " ").first.map(String.init)
        }
        let gallery = try text()
        #expect(names.count > 40)
        for name in names {
            let isDrawn = gallery.contains("\n![\(name)](Gallery/\(name).svg)\n")
            #expect(isDrawn || gallery.contains("\n- `\(name)`: "), "\(name): make gallery")
            let file = Self.folder.appendingPathComponent("\(name).svg").path
            #expect(FileManager.default.fileExists(atPath: file) == isDrawn, "\(name)")
        }
    }

    @Test(arguments: ["equity", "benchmark-scatter", "exposure", "trade-excursions", "drawdown-anatomy"])
    func `a picture is what the command draws`(name: String) throws {
        let gallery = try text()
        let section = try #require(gallery.components(separatedBy: "\n## \(name)\n").last)
        let run = try #require(section.components(separatedBy: "Here of `").dropFirst().first?.prefix { $0 != "`" })
        let folder = try TemporaryFolder()
        let path = folder.url("now.svg").path
        let result = try Tearsheet.run([
            "figure", name, repositoryRoot.appendingPathComponent("SampleRuns/\(run)").path, "--size", "440x210", "-o",
            path,
        ])
        #expect(result.code == 0)
        let recorded = try Data(contentsOf: Self.folder.appendingPathComponent("\(name).svg"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == recorded, "\(name): make gallery")
    }

    @Test func `all pictures together are small`() throws {
        let files = try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
        let bytes = try files.reduce(0) { try $0 + Data(contentsOf: $1).count }
        #expect(bytes < 750_000, "\(bytes) bytes")
    }
}
