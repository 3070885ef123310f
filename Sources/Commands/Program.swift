import CommandLineArguments
import DataOutput
import SystemFiles

/// The executable: words in, exit code out.
public enum Program {
    /// Runs the command that this process was started with.
    public static func run() -> Int32 {
        StandardStreams.fillClosed()
        ProcessEnvironment.keepMemory()
        return run(ProcessEnvironment.arguments)
    }

    /// Runs the command that the words name. Never throws and never traps for what a user can write.
    static func run(_ words: [String]) -> Int32 {
        do {
            switch try TearsheetSpecification.program(.shipped).parse(words) {
            case .print(let text):
                try StandardStreams.writeOutput(text)
                return ExitCode.success
            case .about(let flags):
                try StandardStreams.writeOutput(AboutText.text(flags))
                return ExitCode.success
            case .run(let arguments):
                return run(arguments)
            }
        } catch {
            return end(with: error, Messages())
        }
    }

    private static func run(_ given: ParsedArguments) -> Int32 {
        do {
            let arguments = try ConfigFile.apply(to: given)
            return try perform(arguments, Messages(arguments))
        } catch {
            return end(with: error, Messages(given))
        }
    }

    private static func perform(_ arguments: ParsedArguments, _ messages: Messages) throws -> Int32 {
        let name = arguments.commandPath.dropFirst().first
        guard let command = TearsheetSpecification.commands.first(where: { $0.name == name }) else {
            preconditionFailure("the command '\(arguments.command)' is not in the table of commands")
        }
        return try command.run(arguments, messages)
    }

    private static func end(with error: any Error, _ messages: Messages) -> Int32 {
        let failure = Failure(error)
        messages.error(failure.message)
        return failure.exitCode
    }
}
