import DataOutput
import Formatting
import NativeCodecs
import Reports
import ShippedFiles
import Transfers

/// What the program says about itself: its version, those of the libraries that it runs with, and their licences.
enum AboutText {
    /// The text for the flags `version`, `verbose` and `licences`.
    static func text(_ flags: Set<String>) -> String {
        if flags.contains("licences") { return licences }
        return flags.contains("verbose") ? version + details : version
    }

    private static let version = "tearsheet \(ToolVersion.current)\n"

    /// One line for each library, as the running process reports it.
    private static var details: String {
        let rows =
            [("schema", MetricsJSON.schemaName)] + NativeCodecs.LinkedLibraries.versions
            + Reports.LinkedLibraries.versions + (TransferLibrary.version.map { [("libcurl", $0)] } ?? [])
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { name, version in
            "  " + name + String(repeating: " ", count: width - name.count + 2) + version + "\n"
        }.joined()
    }

    private static var licences: String {
        ["LICENSE", "THIRD-PARTY.md"].compactMap(ShippedFiles.text(of:)).joined(separator: "\n")
    }
}
