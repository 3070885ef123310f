import CommandLineArguments

/// The command that reports on everything that it finds.
extension TearsheetSpecification {
    static func batch(_ names: KnownNames) -> CommandSpecification {
        CommandSpecification(
            "batch", summary: "report on every run that is found, and sum up",
            discussion: """
                Looks through folders for runs of every format, several of a file too, reports on each, and writes summary.html, \
                summary.json and summary.csv. Reports go to the same folders below the output as their runs lie in below the source.

                A run whose files, options and version are those of the last batch keeps its reports. A batch that was ended or \
                killed goes on where it stopped when the same command is given again.

                A SOURCE is a folder, a file, a quoted pattern such as 'results/**/*.csv', @FILE for a list of these, or - for a \
                list on standard input. One run that fails stops no other. SIGINT and SIGTERM let the reports that are running \
                finish.
                """,
            examples: [
                .init("tearsheet batch SampleRuns -o out --exclude broken", "all runs below a folder"),
                .init(
                    "tearsheet batch 'SampleRuns/*/*.equity.csv' -o out --format html -j 2", "a pattern, two at a time"),
                .init("tearsheet batch @runs.txt -o out --columns cagr,sharpe", "a list of paths, and other columns"),
                .init(
                    "tearsheet batch SampleRuns/goog-smacross -o out --require 'sharpe > 0.5' --require 'max_drawdown > -40%'",
                    "a gate: exit code 2 where a run does not meet it"),
                .init(
                    "tearsheet batch SampleRuns/goog-smacross -o out --archive archive --require 'sharpe >= previous.sharpe - 0.1'",
                    "a gate against the last good report of each strategy"),
            ],
            positionals: [
                PositionalSpecification(
                    "SOURCE", .oneOrMore, kind: .file, help: "folders, files or patterns; @FILE or - for a list of them"
                )
            ],
            options: [
                OptionSpecification(
                    "output", short: "o", value: "DIR", kind: .folder, help: "folder for reports and summary; required"),
                Options.format.specification,
                Options.jobs.specification,
                Options.timeout.specification,
                OptionSpecification(
                    "exclude", value: "PATTERN", isRepeatable: true,
                    help: "leave out files and folders of this name, such as '*.tmp'"),
                OptionSpecification("force", short: "f", help: "render reports that stand already too"),
                OptionSpecification("dry-run", short: "n", help: "say what would be rendered and why, and do nothing"),
                OptionSpecification(
                    "prometheus", value: "FILE", kind: .file,
                    help: "write counts, seconds and bytes for Prometheus' text-file collector"),
                Options.shard.specification,
                OptionSpecification("null", short: "0", help: "paths in lists end with NUL, not a new line"),
                gate,
                Options.columns(names.metrics).specification,
                OptionSpecification(
                    "name", value: "TEXT", default: "Batch", group: "Summary", help: "title of the summary"),
                config,
            ] + archiveOptions + computing(names) + rendering(names))
    }

    /// What runs must meet, for pipelines.
    static let gate = OptionSpecification(
        "require", value: "CONDITION", isRepeatable: true, group: "Gates",
        help: "what every run must meet, such as 'sharpe >= 1 and trades.count >= 100'; else exit with 2")
}
