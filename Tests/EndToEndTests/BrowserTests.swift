import Foundation
import TestSupport
import Testing

/// Pages as a reader uses them, in a headless Chromium: what is under the pointer, after a zoom, on a tap and by keyboard is
/// what the data file has, and a selection's numbers are those of `tearsheet metrics --from --to`.
///
/// `Tests/Browser/chromium.py` drives the browser over its debugging pipe. Without a browser the test fails: `Scripts/setup
/// tests` installs it.
@Suite(.serialized) struct BrowserTests {
    @Test(arguments: ["daily-returns.csv.gz", "crypto-365"])
    func `a page shows under the pointer what the data file has`(run: String) throws {
        let folder = try TemporaryFolder()
        let script = repositoryRoot.appendingPathComponent("Tests/Browser/check_pages.py").path
        let result = try Tearsheet.tool(
            "python3", ["-B", script, Tearsheet.path, "SampleRuns/" + run, folder.url.path])
        #expect(result.code == 0, "\(result.output)\(result.errors)")
        #expect(result.output.contains(" statements about the page hold"))
    }

    @Test func `the summary of a batch filters and sorts as its data says, and links to every report`() throws {
        let folder = try TemporaryFolder()
        let script = repositoryRoot.appendingPathComponent("Tests/Browser/check_batch.py").path
        let result = try Tearsheet.tool("python3", ["-B", script, Tearsheet.path, "SampleRuns", folder.url.path])
        #expect(result.code == 0, "\(result.output)\(result.errors)")
        #expect(result.output.contains(" statements about the page hold"))
    }
}
