import Foundation

/// The built executable, run as a user runs it.
public enum Tearsheet {
    /// What one run of the executable gave.
    public struct Result: Sendable {
        /// Exit code.
        public let code: Int32
        /// Standard output.
        public let output: String
        /// Standard error.
        public let errors: String
    }

    /// The executable beside the test bundle.
    public static let path: String = {
        let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let candidates = [
            products.appendingPathComponent("tearsheet"),
            repositoryRoot.appendingPathComponent(".build/debug/tearsheet"),
        ]
        let found = candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
        return (found ?? candidates[1]).path
    }()

    /// Runs it with these words, in a folder (the repository's root unless said otherwise).
    public static func run(_ words: [String], in folder: URL = repositoryRoot) throws -> Result {
        try execute(path, words, in: folder)
    }

    /// Runs any program of the PATH; the tests' windows into PDFs and shells.
    public static func tool(_ name: String, _ words: [String], in folder: URL = repositoryRoot) throws -> Result {
        try execute("/usr/bin/env", [name] + words, in: folder)
    }

    private static func execute(_ program: String, _ words: [String], in folder: URL) throws -> Result {
        let capture = try TemporaryFolder()
        let (output, errors) = (capture.url("output"), capture.url("errors"))
        for file in [output, errors] { FileManager.default.createFile(atPath: file.path, contents: nil) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = words
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Result(
            code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
}

/// A folder that is gone when the value is.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let url: URL

    /// Makes an empty folder.
    public init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("tearsheet-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// A file in it.
    public func url(_ name: String) -> URL { url.appendingPathComponent(name) }

    /// Writes a text file into it and gives its path.
    public func write(_ text: String, to name: String) throws -> String {
        let file = url(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
        return file.path
    }

    /// The names of the files in it, sorted.
    public var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted() }
}

/// The good sample runs: everything in `SampleRuns/` but `broken`, the README and scripts.
public let sampleRuns: [String] = {
    let folder = repositoryRoot.appendingPathComponent("SampleRuns")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let other = [".md", ".py", ".txt"]
    return names.filter { name in name != "broken" && !other.contains(where: name.hasSuffix) && !name.hasPrefix(".") }
        .sorted().map { "SampleRuns/" + $0 }
}()
