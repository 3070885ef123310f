import CommandLineArguments
import DataOutput
import SystemFiles

/// The executable: words in, exit code out.
public enum Program {
    /// Runs the command that the words name. Never throws and never traps for what a user can write.
    public static func run(_ words: [String]) async -> Int32 {
        do {
            switch try TearsheetSpecification.program(.shipped).parse(words) {
            case .print(let text):
                try StandardStreams.writeOutput(text)
                return ExitCode.success
            case .about(let flags):
                try StandardStreams.writeOutput(AboutText.text(flags))
                return ExitCode.success
            case .run(let arguments):
                return await run(arguments)
            }
        } catch {
            return end(with: error, Messages())
        }
    }

    private static func run(_ given: ParsedArguments) async -> Int32 {
        do {
            let arguments = try ConfigFile.apply(to: given)
            return try await perform(arguments, Messages(arguments))
        } catch {
            return end(with: error, Messages(given))
        }
    }

    private static func perform(_ arguments: ParsedArguments, _ messages: Messages) async throws -> Int32 {
        switch arguments.command {
        case "report": try await ReportCommand(arguments, messages).run()
        case "metrics": try MetricsCommand(arguments, messages).run()
        case "figure": try FigureCommand(arguments).run()
        case "inspect": try InspectCommand(arguments).run()
        case "validate": try ValidateCommand(arguments).run()
        case "explain": try ExplainCommand(arguments).run()
        case "completions": try CompletionsCommand(arguments).run()
        default: try TemplatesCommand(arguments).run()
        }
    }

    private static func end(with error: any Error, _ messages: Messages) -> Int32 {
        let failure = Failure(error)
        messages.error(failure.message)
        return failure.exitCode
    }
}
