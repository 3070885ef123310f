import Analytics
import BatchJobs
import CommandLineArguments
import Formatting
import NativeCodecs
import Reports
import RunModel
import SystemFiles

/// What of a command line decides the bytes of reports, as digests: whether reports of an earlier command still hold.
enum OptionDigest {
    /// Tearsheet and every library that reads runs or makes reports.
    static var version: String {
        let libraries = NativeCodecs.LinkedLibraries.versions + Reports.LinkedLibraries.ofReports
        return ToolVersion.current + libraries.map { "; \($0.name) \($0.version)" }.joined()
    }

    /// Options that decide where reports go, how fast and what is said of them, and nothing within them.
    private static let withoutEffect: Set = [
        "output", "jobs", "timeout", "null", "exclude", "columns", "name", "config", "quiet", "verbose", "log-format",
        "force", "dry-run", "prometheus", "archive", "no-catalogue", "shard",
    ]

    /// The options that were given, each once: its values, and the contents of files that it names.
    static func options(of arguments: ParsedArguments) -> [BatchOption] {
        var values: [(name: String, values: [String])] = []
        for (name, value) in arguments.allGiven where !withoutEffect.contains(name) {
            if let place = values.firstIndex(where: { $0.name == name }) {
                values[place].values.append(value)
            } else {
                values.append((name, [value]))
            }
        }
        return values.sorted { $0.name < $1.name }.map { name, values in
            let contents = InputFiles.paths(of: name, arguments).map(FileDigest.hex(of:))
            let text = (values + contents).map { "\($0.utf8.count):\($0)" }.joined()
            return BatchOption(name: "--" + name, digest: SHA256.hex(Array(text.utf8)))
        }
    }

    /// The limits of a job file as an option: they stand in the reports.
    static func options(of limits: Limits?) -> [BatchOption] {
        guard let limits else { return [] }
        let text = limits.all.map { "\($0.kind.key)=\(SignificantDigits.json($0.size, count: 17))" }
        return [BatchOption(name: "--limits", digest: SHA256.hex(Array(text.joined(separator: ";").utf8)))]
    }

    /// The files that options name.
    static func files(of arguments: ParsedArguments) -> [String] {
        ["rf", "benchmark"].flatMap { InputFiles.paths(of: $0, arguments) }
    }
}
