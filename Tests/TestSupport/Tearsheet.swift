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

    /// Runs a script in `bash -e` where `tearsheet` is on the PATH and the folder is the user's home.
    public static func script(_ text: String, in folder: URL) throws -> Result {
        var environment = ProcessInfo.processInfo.environment
        let beside = URL(fileURLWithPath: path).deletingLastPathComponent().path
        environment["PATH"] = beside + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
        environment["HOME"] = folder.path
        return try execute("/bin/bash", ["-e", "-c", text], in: folder, environment: environment)
    }

    private static func execute(
        _ program: String, _ words: [String], in folder: URL, environment: [String: String]? = nil
    ) throws -> Result {
        let capture = try TemporaryFolder()
        let output = URL(fileURLWithPath: try capture.write("", to: "output"))
        let errors = URL(fileURLWithPath: try capture.write("", to: "errors"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = words
        process.currentDirectoryURL = folder
        if let environment { process.environment = environment }
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
