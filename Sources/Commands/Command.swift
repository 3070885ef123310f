import CommandLineArguments

/// A command: what it is called and takes, and what it does. A row of ``TearsheetSpecification/commands`` has both, so
/// that none can be declared and have no code, or run another's.
struct Command: Sendable {
    /// Its name on the command line: that of its specification.
    let name: String
    /// What it takes.
    let specification: @Sendable (KnownNames) -> CommandSpecification
    /// What it does; gives the exit code.
    let run: @Sendable (ParsedArguments, Messages) throws -> Int32
}

extension TearsheetSpecification {
    /// The commands in the order of the help.
    static let commands = [
        Command(name: "report", specification: report) { try ReportCommand($0, $1).run() },
        Command(name: "batch", specification: batch) { try BatchCommand($0, $1).run() },
        Command(name: "nightly", specification: { _ in nightly }) { try NightlyCommand($0, $1).run() },
        Command(name: "archive", specification: archive) { try ArchiveCommand($0, $1).run() },
        Command(name: "compare", specification: compare) { try CompareCommand($0, $1).run() },
        Command(name: "show", specification: show) { try ShowCommand($0, $1).run() },
        Command(name: "metrics", specification: metrics) { try MetricsCommand($0, $1).run() },
        Command(name: "diff", specification: diff) { try DiffCommand($0, $1).run() },
        Command(name: "figure", specification: figure) { try FigureCommand($0, $1).run() },
        Command(name: "watch", specification: watch) { try WatchCommand($0, $1).run() },
        Command(name: "card", specification: card) { try CardCommand($0, $1).run() },
        Command(name: "inspect", specification: inspect) { arguments, _ in try InspectCommand(arguments).run() },
        Command(name: "validate", specification: validate) { arguments, _ in try ValidateCommand(arguments).run() },
        Command(name: "verify", specification: verify) { try VerifyCommand($0, $1).run() },
        Command(name: "explain", specification: explain) { arguments, _ in try ExplainCommand(arguments).run() },
        Command(name: "selfcheck", specification: { _ in selfcheck }) { _, _ in try SelfCheckCommand().run() },
        Command(name: "templates", specification: templates) { try TemplatesCommand($0, $1).run() },
        Command(name: "themes", specification: themes) { try ThemesCommand($0, $1).run() },
        Command(name: "help", specification: help) { try HelpCommand($0, $1).run() },
        Command(name: "completions", specification: { _ in completions }) { arguments, _ in
            try CompletionsCommand(arguments).run()
        },
    ]
}
