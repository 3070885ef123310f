import CommandLineArguments
import RunFormats
import RunModel
import SystemFiles

/// The runs that the words of a command line name: a path that holds several gives all of them.
struct RunArguments {
    /// What was read.
    struct Opened {
        /// The runs that could be read, in the order of the words.
        var runs: [Run] = []
        /// The files that they were read from, which no output may replace.
        var inputs: [String] = []
        /// Whether all could be read.
        var areWhole = true
    }

    private let arguments: ParsedArguments
    private let messages: Messages

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    /// Throws where a path stands twice: a run beside itself says nothing.
    func refuseRepeated() throws(UsageError) {
        var seen: [FileIdentity: String] = [:]
        let paths = arguments.positionals("RUN")
        for (index, path) in paths.enumerated() {
            let other = paths[..<index].contains(path) ? path : FileIdentity(at: path).flatMap { seen[$0] }
            if let other {
                let same = other == path ? "each run once" : "each run once: it is the same as '\(other)'"
                throw arguments.error(.unsuitableValue(of: "RUN", value: path, expected: same))
            }
            if let identity = FileIdentity(at: path) { seen[identity] = path }
        }
    }

    /// The runs of the paths that were given, or of others. What is wrong with those that cannot be read is told.
    func read(_ options: RunOptions, of paths: [String]? = nil) -> Opened {
        var opened = Opened()
        for path in paths ?? arguments.positionals("RUN") {
            do {
                for reference in try RunReader.list(path, options: options) {
                    let (run, files) = try RunReader.open(reference, options: options)
                    messages.findings(run.findings, of: reference.name)
                    opened.runs.append(run)
                    opened.inputs += files
                }
            } catch {
                messages.failure(error.message, code: "unreadable_run", of: path)
                opened.areWhole = false
            }
        }
        messages.endOfFindings()
        return opened
    }

    /// The same for a command that answers on standard output, which may not replace what was read.
    func readToPrint(_ options: RunOptions, of paths: [String]? = nil) throws -> Opened {
        let opened = read(options, of: paths)
        try InputFiles.protected(by: arguments, opened.inputs).spareStandardOutput()
        return opened
    }
}
