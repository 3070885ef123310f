import CommandLineArguments
import Foundation

/// Runs shells on the completion scripts of the sample program.
enum Shell {
    static func isInstalled(_ name: String) -> Bool {
        ["/bin/", "/usr/bin/", "/usr/local/bin/"].contains { FileManager.default.isExecutableFile(atPath: $0 + name) }
    }

    /// The output and messages of a program, together.
    static func run(_ name: String, _ arguments: [String], in folder: String? = nil) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    /// A folder with the script, and below it `work` with a file and a folder.
    static func withScript<Result>(_ shell: CompletionShell, _ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bakery-\(UUID().uuidString)")
        let work = folder.appendingPathComponent("work/a folder")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data().write(to: folder.appendingPathComponent("work/file.csv"))
        let path = folder.appendingPathComponent("bakery." + shell.rawValue)
        try shell.script(for: bakery).write(to: path, atomically: true, encoding: .utf8)
        return try body(path.path)
    }

    /// What bash's function answers for the words behind the program's name, the last one under the cursor.
    static func bashOffers(_ words: [String]) throws -> [String] {
        try withScript(.bash) { path in
            let line = (["bakery"] + words).map { "'\($0)'" }.joined(separator: " ")
            let code = """
                source '\(path)'; COMP_WORDS=(\(line)); COMP_CWORD=\(words.count); _bakery
                if ((${#COMPREPLY[@]})); then printf '%s\\n' "${COMPREPLY[@]}"; fi
                """
            return try offers(run("bash", ["--norc", "-c", code], in: folder(of: path)))
        }
    }

    /// What fish offers for the line, without the descriptions.
    static func fishOffers(_ words: [String]) throws -> [String] {
        try withScript(.fish) { path in
            let line = (["bakery"] + words).joined(separator: " ")
            let output = try run(
                "fish", ["--no-config", "-c", "source '\(path)'; complete -C '\(line)'"], in: folder(of: path))
            return offers(output).map { String($0.prefix { $0 != "\t" }) }.sorted()
        }
    }

    private static func folder(of path: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("work").path
    }

    private static func offers(_ output: String) -> [String] { output.split(separator: "\n").map(String.init) }
}
