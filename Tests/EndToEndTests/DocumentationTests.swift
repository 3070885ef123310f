import Foundation
import TestSupport
import Testing

/// The documentation, believed word for word: every example is run by a shell in a copy of the repository.
@Suite struct DocumentationTests {
    static let files: [String] = {
        let folder = repositoryRoot.appendingPathComponent("Documentation").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return ["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/" + $0 }
    }()

    @Test(arguments: files)
    func `every shell example works as it stands`(file: String) throws {
        let text = try String(contentsOf: repositoryRoot.appendingPathComponent(file), encoding: .utf8)
        let blocks = fenced(text, "sh")
        if ["README.md", "Documentation/Commands.md"].contains(file) { #expect(!blocks.isEmpty) }
        guard !blocks.isEmpty else { return }
        let folder = try copy()
        for block in blocks {
            let result = try Tearsheet.script(ended(block), in: folder.url)
            #expect(result.code == 0, "\(file):\n\(block)\n\(result.errors)")
            // Sample runs have warnings, several runs a summary, and a dry run says that it was one.
            let other = result.errors.split(separator: "\n").map { withoutTime($0) }.filter {
                !$0.hasPrefix("tearsheet: warning: ") && !$0.hasPrefix("tearsheet: made in ")
                    && !$0.contains(" written, 0 failed, ")
                    && !$0.hasSuffix("; nothing was written") && !$0.contains(" reports, ")
                    && !$0.contains(" archived, ") && !$0.contains("the catalogue has ") && !$0.hasSuffix(": no fault")
                    && !$0.hasSuffix("; nothing was removed") && !$0.hasSuffix(".toml begins")
            }
            #expect(other.isEmpty, "\(other)")
        }
    }

    @Test(arguments: files)
    func `every link leads to a file or a heading that is there`(file: String) throws {
        let url = repositoryRoot.appendingPathComponent(file)
        let text = try String(contentsOf: url, encoding: .utf8)
        for target in links(in: text) where !target.hasPrefix("http") && !target.hasPrefix("mailto:") {
            let path = target.prefix { $0 != "#" }
            guard !path.isEmpty else { continue }
            let linked = url.deletingLastPathComponent().appendingPathComponent(String(path)).path
            #expect(FileManager.default.fileExists(atPath: linked), "\(file): \(target)")
        }
    }

    /// The sample runs, the files that examples take for the reader's own, and the folders of the reader's shells.
    private func copy() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: repositoryRoot.appendingPathComponent("SampleRuns"), to: folder.url("SampleRuns"))
        _ = try folder.write("{{ title }}: {{ value|percent }}\n", to: "mine.txt")
        _ = try folder.write("{\"title\": \"Year\", \"value\": 0.12}", to: "data.json")
        _ = try folder.write("SampleRuns/crypto-365\nSampleRuns/daily-returns.csv.gz\n", to: "runs.txt")
        _ = try folder.write(
            "sources = [\"SampleRuns\"]\nexclude = [\"broken\"]\noutput = \"out\"\n", to: "nightly.toml")
        _ = try folder.write("{% extends \"summary\" %}\n", to: "mine.report")
        for completions in [".local/share/bash-completion/completions", ".config/fish/completions"] {
            try FileManager.default.createDirectory(at: folder.url(completions), withIntermediateDirectories: true)
        }
        return folder
    }

    /// A script whose `watch` ends after a while, and opens no window.
    private func ended(_ script: String) -> String {
        script.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard line.hasPrefix("tearsheet watch ") else { return String(line) }
            return "{ timeout -s KILL 3 \(line.replacing(" --open", with: "")); } 2> /dev/null || [ $? = 137 ]"
        }.joined(separator: "\n")
    }

    /// A line of a log without its moment: the messages of unattended work begin with one.
    private func withoutTime(_ line: Substring) -> Substring {
        let words = line.split(separator: " ", maxSplits: 1)
        guard let first = words.first, first.count == 20, first.hasSuffix("Z"), words.count == 2 else { return line }
        return words[1]
    }

    /// The texts of the fenced blocks of a language.
    private func fenced(_ text: String, _ language: String) -> [String] {
        text.components(separatedBy: "\n```\(language)\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
    }

    /// The targets of Markdown links outside of code.
    private func links(in text: String) -> [String] {
        let prose = text.replacingOccurrences(
            of: "```[\\s\\S]*?```|`[^`\\n]*`", with: "", options: .regularExpression)
        guard let pattern = try? NSRegularExpression(pattern: #"\]\(([^)\s]+)\)"#) else { return [] }
        let whole = prose as NSString
        return pattern.matches(in: prose, range: NSRange(location: 0, length: whole.length)).map {
            whole.substring(with: $0.range(at: 1))
        }
    }
}
