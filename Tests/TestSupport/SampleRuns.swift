import Foundation

/// The good sample runs: everything in `SampleRuns/` but `broken`, the README and scripts.
public let sampleRuns: [String] = {
    let folder = repositoryRoot.appendingPathComponent("SampleRuns")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let other = [".md", ".py", ".txt"]
    return names.filter { name in name != "broken" && !other.contains(where: name.hasSuffix) && !name.hasPrefix(".") }
        .sorted().map { "SampleRuns/" + $0 }
}()

/// Every single run of the samples, for commands that take one: those behind one path as `path#key`.
public let singleSampleRuns: [String] = sampleRuns.flatMap { path in
    // The message that names them: `path holds 3 runs: 'a', 'b', 'c'; name one of them: …`.
    let said = (try? Tearsheet.run(["inspect", path]))?.errors ?? ""
    guard let list = said.components(separatedBy: " runs: ").dropFirst().first?.components(separatedBy: "; ").first
    else { return [path] }
    return list.components(separatedBy: "', '").map { path + "#" + $0.trimmingCharacters(in: ["'"]) }
}

/// Every sample run in every format, rendered once for all tests that only look at the files.
public enum RenderedSamples {
    /// The folder that holds them, beside the executable; the run's id names each file.
    public static func folder() throws -> URL { try rendered.get() }

    /// The ids of the runs: the names of their files without the ending.
    public static func ids() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder().path).filter { $0.hasSuffix(".pdf") }
            .map { String($0.dropLast(4)) }.sorted()
    }

    /// The text of one file.
    public static func text(_ name: String) throws -> String {
        try String(contentsOf: folder().appendingPathComponent(name), encoding: .utf8)
    }

    /// A test cannot go on without the files, and says why.
    public struct Failure: Error, CustomStringConvertible {
        /// What the executable wrote to standard error.
        public let description: String
    }

    private static let rendered = Result { () throws -> URL in
        let folder = URL(fileURLWithPath: Tearsheet.path).deletingLastPathComponent()
            .appendingPathComponent("rendered-samples")
        try? FileManager.default.removeItem(at: folder)
        let result = try Tearsheet.run(
            ["report"] + sampleRuns + ["-o", folder.path, "--format", "html,pdf,json,csv", "-j", "2"])
        guard result.code == 0 else { throw Failure(description: result.errors) }
        return folder
    }
}
