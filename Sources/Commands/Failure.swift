import CommandLineArguments
import TemplateEngine

/// What a command could not do, as the user reads it.
struct Failure {
    /// Place, fact, remedy; several lines only where an excerpt is shown.
    let message: String
    /// Of the process.
    let exitCode: Int32

    /// Puts every error that a command can throw into words; the words themselves live beside each error.
    init(_ error: any Error) {
        switch error {
        case let error as UsageError:
            message = error.message
            exitCode = UsageError.exitCode
        case let error as any ToldError:
            message = "tearsheet: \(error.message)"
            exitCode = error.isUsage ? ExitCode.usage : ExitCode.failure
        case let error as TemplateError:
            message = error.description
            exitCode = ExitCode.failure
        default:
            message = "tearsheet: \(error)"
            exitCode = ExitCode.failure
        }
    }
}
