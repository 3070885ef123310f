import CommandLineArguments

/// The command that does a job file.
extension TearsheetSpecification {
    static let nightly = CommandSpecification(
        "nightly", summary: "do the batch of a job file, unattended",
        discussion: """
            A job file is TOML: sources, output, every option of tearsheet batch by its long name, and limits that every run \
            must keep. Paths are relative to the file. See Documentation/Nightly.md.

            One job at a time works into an output: a second one says so and exits with 1. A job that was ended or killed goes \
            on where it stopped when it is started again.
            """,
        examples: [
            .init("tearsheet nightly nightly.toml", "from a timer, a cron line or a scheduler"),
            .init("tearsheet nightly nightly.toml --check", "every mistake with its line, and what will be done"),
            .init("tearsheet nightly nightly.toml --shard 2/8", "the second of eight parts, on one of eight machines"),
        ],
        positionals: [PositionalSpecification("JOB", kind: .file, help: "the job file")],
        options: [
            OptionSpecification(
                "check", help: "look for mistakes in the file and in what it names, and do nothing else"),
            OptionSpecification("force", short: "f", help: "render reports that stand already too"),
            OptionSpecification("dry-run", short: "n", help: "say what would be rendered and why, and do nothing"),
            Options.shard.specification,
        ])
}
