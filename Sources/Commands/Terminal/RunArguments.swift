import CommandLineArguments
import RunFormats
import RunModel
import SystemFiles

/// The runs that the words of a command line name: a path that holds several gives all of them.
struct RunArguments {
    private let arguments: ParsedArguments
    private let messages: Messages

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    /// The runs that could be read, and whether all could. What is wrong with the others is told; nothing that was read may
    /// be replaced by standard output.
    func open(_ options: RunOptions) throws -> (runs: [Run], areWhole: Bool) {
        try open(arguments.positionals("RUN"), options)
    }

    /// The runs of some paths.
    func open(_ paths: [String], _ options: RunOptions) throws -> (runs: [Run], areWhole: Bool) {
        var (runs, inputs, areWhole): ([Run], [String], Bool) = ([], [], true)
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
                areWhole = false
            }
        }
        messages.endOfFindings()
        try InputFiles.protected(by: arguments, inputs).spareStandardOutput()
        return (runs, areWhole)
    }
}
