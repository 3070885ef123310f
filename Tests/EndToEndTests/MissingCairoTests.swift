import Foundation
import TestSupport
import Testing

/// Cairo is loaded when the first page is drawn, and not before.
@Suite struct MissingCairoTests {
    /// A report made where the library that is found first is no library.
    private func report(_ format: String) throws -> (Tearsheet.Result, [String]) {
        let folder = try TemporaryFolder()
        _ = try folder.write("no library", to: "lib/libcairo.so.2")
        let run = repositoryRoot.appendingPathComponent("SampleRuns/goog-smacross").path
        let script = "LD_LIBRARY_PATH=\"$PWD/lib\" tearsheet report '\(run)' --format \(format) -o out"
        let result = try Tearsheet.script(script, in: folder.url)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/out")) ?? []
        return (result, names.sorted())
    }

    @Test func `a report without a PDF needs no Cairo`() throws {
        let (result, names) = try report("html,json")
        #expect(result.code == 0 && names.count == 2, "\(result.errors)")
    }

    @Test func `a PDF without Cairo is refused with the package to install, and the page is written`() throws {
        let (result, names) = try report("html,pdf")
        #expect(result.code == 1 && names.count == 1)
        #expect(result.errors.contains("libcairo.so.2 is not installed") && result.errors.contains("libcairo2"))
    }
}
