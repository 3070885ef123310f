import Foundation
import TestSupport

/// Runs of real engines beside the repository; tests of them are left out, and say so, where they are not there.
enum RealRuns {
    static let folder: String =
        ProcessInfo.processInfo.environment["TEARSHEET_REAL_RUNS"]
        ?? repositoryRoot.deletingLastPathComponent().appendingPathComponent("shared/real-runs").path
    static let areThere = FileManager.default.fileExists(atPath: folder)
    static let advice = "no folder of real runs; set TEARSHEET_REAL_RUNS"

    /// A JSON file of theirs.
    static func json(_ name: String) throws -> JSON {
        try JSON(text: String(contentsOfFile: folder + "/" + name, encoding: .utf8))
    }
}
