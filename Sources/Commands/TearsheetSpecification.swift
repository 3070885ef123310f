import CommandLineArguments

/// The command line of `tearsheet`, as data: parsing, help, completions and `Documentation/Commands.md` come from it.
public enum TearsheetSpecification {
    /// The whole program for a set of names.
    public static func program(_ names: KnownNames) -> CommandSpecification {
        CommandSpecification(
            "tearsheet", summary: "reports on completed trading backtests",
            discussion: """
                A run is what a backtest left behind: a folder in the native format, the files of an engine that is \
                recognised by their content, or a table of returns or equity: CSV, Parquet, Arrow or XLSX.

                Results go to standard output or to files, everything else to standard error.

                Exit codes: 0 all done; 1 at least one run failed, the others are done; 2 a run does not meet a gate; 64 the command line is wrong.
                """,
            examples: [
                .init("tearsheet report SampleRuns/goog-smacross -o out", "one run as HTML and PDF into a folder")
            ],
            options: general,
            subcommands: commands.map { $0.specification(names) })
    }

    private static let general = [
        OptionSpecification(
            "quiet", short: "q", group: OptionSpecification.generalGroup,
            help: "print errors only, and no paths"),
        OptionSpecification(
            "verbose", short: "v", group: OptionSpecification.generalGroup,
            help: "print every finding, notes too, and each run as it is done"),
        Options.logFormat.specification,
    ]

    static let run = PositionalSpecification(
        "RUN", kind: .file, help: "folder or file of a run, PATH#KEY for one of several; - is standard input")

    static let severalRuns = PositionalSpecification(
        "RUN", .oneOrMore, kind: .file, help: "folders or files of runs; PATH#KEY is one of several in a path")

    /// How wide and with which characters a terminal is written to.
    static let terminal = [
        Options.terminalStyle.specification,
        Options.width.specification,
    ]

    /// One of the names, or any word where they are not known.
    static func choice(_ names: [String]) -> ValueKind { names.isEmpty ? .text : .choice(names) }
}
