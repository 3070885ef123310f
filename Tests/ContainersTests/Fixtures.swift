import Foundation
import TestSupport

/// Files of the tests, and larger sets of them beside the repository.
enum Fixtures {
    /// The few files of every dialect that lie in the repository.
    static let folder = repositoryRoot.appendingPathComponent("Tests/Fixtures/Containers").path
    /// What `Tests/Fixtures/Containers/containers.py` and `spreadsheets.py` wrote elsewhere; nil where nobody named a folder.
    static let generated = ProcessInfo.processInfo.environment["TEARSHEET_CONTAINERS"]
    /// Runs of real engines.
    static let realRuns =
        ProcessInfo.processInfo.environment["TEARSHEET_REAL_RUNS"]
        ?? repositoryRoot.deletingLastPathComponent().appendingPathComponent("shared/real-runs").path

    /// Paths of the files of a folder that end in one of some ways, sorted.
    static func paths(in folder: String?, _ endings: [String]) -> [String] {
        guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
        return names.filter { name in endings.contains { name.hasSuffix($0) } }.sorted().map { folder + "/" + $0 }
    }

    static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

    static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }
}
