import Foundation
import TestSupport
import Testing

/// Cairo is loaded when the first picture is drawn, and not before.
@Suite struct MissingCairoTests {
    /// A command done where the library that is found first is no library.
    private func run(_ command: String) throws -> (Tearsheet.Result, [String]) {
        let folder = try TemporaryFolder()
        _ = try folder.write("no library", to: "lib/libcairo.so.2")
        let run = repositoryRoot.appendingPathComponent("SampleRuns/goog-smacross").path
        let script = "mkdir out; LD_LIBRARY_PATH=\"$PWD/lib\" tearsheet \(command) '\(run)'"
        let result = try Tearsheet.script(script, in: folder.url)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/out")) ?? []
        return (result, names.sorted())
    }

    @Test func `a report needs no Cairo, and no PDF does`() throws {
        let (result, names) = try run("report --format html,pdf,json -o out")
        #expect(result.code == 0 && names.count == 3, "\(result.errors)")
        let (figure, files) = try run("figure -o out/equity.pdf equity")
        #expect(figure.code == 0 && files == ["equity.pdf"], "\(figure.errors)")
    }

    @Test(arguments: ["card -o out/card.png", "figure -o out/equity.png equity"])
    func `a picture without Cairo is refused with the package to install`(command: String) throws {
        let (result, names) = try run(command)
        #expect(result.code == 1 && names.isEmpty)
        #expect(result.errors.contains("libcairo.so.2 is not installed") && result.errors.contains("libcairo2"))
    }
}
