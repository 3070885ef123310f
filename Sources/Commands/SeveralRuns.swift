import CommandLineArguments
import RunFormats
import RunModel
import SystemFiles

/// The runs behind all paths that a command was given, for what looks at several together.
struct SeveralRuns {
    private let paths: [String]
    private let messages: Messages

    /// Throws where a path stands twice: a run beside itself says nothing.
    init(_ arguments: ParsedArguments, _ messages: Messages) throws(UsageError) {
        (paths, self.messages) = (arguments.positionals("RUN"), messages)
        var seen: [FileIdentity: String] = [:]
        for (index, path) in paths.enumerated() {
            let other = paths[..<index].contains(path) ? path : FileIdentity(at: path).flatMap { seen[$0] }
            if let other {
                let same = other == path ? "each run once" : "each run once: it is the same as '\(other)'"
                throw arguments.error(.unsuitableValue(of: "RUN", value: path, expected: same))
            }
            if let identity = FileIdentity(at: path) { seen[identity] = path }
        }
    }

    /// Every run that cannot be read is told; nil where there is one. A path that holds several runs gives all of them.
    func read(_ options: RunOptions) -> (runs: [Run], inputs: [String])? {
        var (runs, inputs): ([Run], [String]) = ([], [])
        var isWhole = true
        for path in paths {
            do {
                for reference in try RunReader.list(path, options: options) {
                    let (run, files) = try RunReader.open(reference, options: options)
                    messages.findings(run.findings, of: reference.name)
                    runs.append(run)
                    inputs += files
                }
            } catch {
                messages.failure(error.message, code: "unreadable_run", of: path)
                isWhole = false
            }
        }
        messages.endOfFindings()
        return isWhole ? (runs, inputs) : nil
    }
}
