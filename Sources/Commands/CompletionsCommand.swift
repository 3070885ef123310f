import CommandLineArguments
import SystemFiles

/// `tearsheet completions bash|zsh|fish`.
struct CompletionsCommand {
    private let arguments: ParsedArguments

    init(_ arguments: ParsedArguments) { self.arguments = arguments }

    func run() throws -> Int32 {
        let shell = CompletionShell(rawValue: try arguments.requiredPositional("SHELL")) ?? .bash
        try StandardStreams.writeOutput(shell.script(for: TearsheetSpecification.program(.shipped)))
        return ExitCode.success
    }
}
