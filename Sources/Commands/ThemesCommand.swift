import CommandLineArguments
import DocumentModel
import Reports
import SystemFiles

/// `tearsheet themes list`, `show`, `check`.
struct ThemesCommand {
    private let arguments: ParsedArguments
    private let messages: Messages

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() throws -> Int32 {
        switch arguments.command {
        case "themes list": try StandardStreams.writeOutput(Themes.names.map { $0 + "\n" }.joined())
        case "themes show":
            let name = try arguments.requiredPositional("NAME")
            try StandardStreams.writeOutput(
                Themes.theme(named: name).map { ThemeFile.text(of: $0) } ?? "")
        case "themes check": return try check()
        case let command: preconditionFailure("'\(command)' is declared and has no code")
        }
        return ExitCode.success
    }

    /// Every pair of colours that cannot be read or told apart.
    private func check() throws -> Int32 {
        let path = try arguments.requiredPositional("FILE")
        let failures = ThemeCheck.failures(of: try ThemeOptions.named(path, option: "FILE"))
        guard failures.isEmpty else {
            for failure in failures { messages.error("\(path): \(failure.palette): \(failure.text)") }
            return ExitCode.failure
        }
        if !arguments.flag("quiet") { try StandardStreams.writeOutput("no failing pair\n") }
        return ExitCode.success
    }
}
