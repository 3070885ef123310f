import CommandLineArguments

/// The commands that read runs.
extension TearsheetSpecification {
    static func report(_ names: KnownNames) -> CommandSpecification {
        CommandSpecification(
            "report", summary: "render the tearsheets of one or several runs",
            discussion: """
                Names the files by the id of the run, such as goog.html, and prints their paths. The files of a run take their places \
                together or not at all, and never that of a file which the command reads. Several runs are rendered at the same time, \
                each in a process that can fail without the others. A path that holds several runs gives all of them, PATH#KEY one. \
                A RUN of - is standard input, -o - is standard output.
                """,
            examples: [
                .init("tearsheet report SampleRuns/goog-smacross", "HTML and PDF into the current folder"),
                .init(
                    "tearsheet report SampleRuns/crypto-365 SampleRuns/goog-smacross -o out --format html,pdf,json",
                    "two runs in three formats"),
                .init("tearsheet report SampleRuns/daily-returns.csv.gz -o report.pdf --template summary", "one page"),
                .init(
                    "tearsheet report - -o - --format json < SampleRuns/daily-returns.csv.gz > report.json",
                    "from standard input to standard output"),
            ],
            positionals: [
                severalRuns
            ],
            options: [
                OptionSpecification(
                    "output", short: "o", value: "PATH", kind: .file, default: ".",
                    help: "folder to write to, or file or - (standard output) for one run in one format"),
                Options.format.specification,
                Options.jobs.specification,
                Options.timeout.specification,
                gate,
                OptionSpecification(
                    "null", short: "0", help: "end each path on standard output with NUL, not a new line"),
                config,
            ] + archiveOptions + computing(names) + rendering(names))
    }

    static func show(_ names: KnownNames) -> CommandSpecification {
        CommandSpecification(
            "show", summary: "print a summary of a run for the terminal",
            discussion: """
                Page one in words, numbers and dots: headline figures, growth and drawdown, monthly returns, what speaks \
                against the numbers. Takes the width of the terminal, and 80 columns where there is none; NO_COLOR is heeded.
                """,
            examples: [
                .init("tearsheet show SampleRuns/goog-smacross"),
                .init(
                    "tearsheet show SampleRuns/crypto-365 --style plain --width 100 > run.txt", "for a log or a mail"),
            ],
            positionals: [
                severalRuns
            ],
            options: terminal + [
                Options.locale().specification, config,
            ] + computing(names))
    }

    static func metrics(_ names: KnownNames) -> CommandSpecification {
        CommandSpecification(
            "metrics", summary: "print the numbers of one or several runs",
            discussion: "Several runs stand side by side, a column each, every one over its own time.",
            examples: [
                .init("tearsheet metrics SampleRuns/goog-smacross"),
                .init("tearsheet metrics SampleRuns/goog-smacross --format json --only sharpe,max_drawdown"),
                .init("tearsheet metrics SampleRuns/vectorbt-sweep --only sharpe,cagr", "a column for each run"),
            ],
            positionals: [severalRuns],
            options: [
                Options.metricsFormat.specification,
                Options.only(names.metrics).specification,
                Options.locale().specification, config,
            ] + computing(names))
    }

    static func figure(_ names: KnownNames) -> CommandSpecification {
        CommandSpecification(
            "figure", summary: "draw one figure of a run, or of several side by side",
            discussion:
                "The ending of the file decides the format: .svg, .png or .pdf. With more than one RUN the figure is one of "
                + "a comparison.",
            examples: [
                .init("tearsheet figure equity SampleRuns/goog-smacross -o equity.svg --size 900x420"),
                .init(
                    "tearsheet figure growth SampleRuns/crypto-365 SampleRuns/daily-returns.csv.gz -o growth.png",
                    "two runs on the time that they have in common"),
                .init("tearsheet figure --list", "the names of all figures"),
            ],
            positionals: [
                PositionalSpecification("NAME", .optional, kind: choice(names.figures), help: "which figure"),
                PositionalSpecification("RUN", .any, kind: .file, help: "folder or file of a run, or of several"),
            ],
            options: [
                OptionSpecification("output", short: "o", value: "FILE", kind: .file, help: "file to write"),
                Options.size.specification,
                OptionSpecification(
                    "theme", value: "NAME or FILE", kind: .nameOrFile(names.themes), default: "light",
                    help: "colours"),
                Options.brandOfPicture.specification,
                Options.locale().specification,
                font,
                OptionSpecification("list", help: "print the names of all figures"),
                config,
            ] + computing(names))
    }

    static func card(_ names: KnownNames) -> CommandSpecification {
        CommandSpecification(
            "card", summary: "draw a picture of a run for a chat or a wiki",
            discussion: "1200 × 630 pixels: the strategy, five numbers and growth against the benchmark.",
            examples: [
                .init("tearsheet card SampleRuns/goog-smacross -o card.png"),
                .init("tearsheet card SampleRuns/crypto-365 -o dark.png --theme dark"),
            ],
            positionals: [
                PositionalSpecification(
                    "RUN", kind: .file, help: "folder or file of a run, PATH#KEY for one of several")
            ],
            options: [
                OptionSpecification("output", short: "o", value: "FILE", kind: .file, help: "PNG file to write"),
                OptionSpecification("title", value: "TEXT", help: "title instead of the strategy's name"),
                OptionSpecification("subtitle", value: "TEXT", help: "line under the title instead of run and period"),
                OptionSpecification(
                    "theme", value: "NAME or FILE", kind: .nameOrFile(names.themes), default: "light",
                    help: "colours"),
                Options.brandOfPicture.specification,
                Options.locale().specification,
                font, config,
            ] + computing(names))
    }

    static func inspect(_ names: KnownNames) -> CommandSpecification {
        CommandSpecification(
            "inspect", summary: "print what was recognised and derived in a run",
            examples: [.init("tearsheet inspect SampleRuns/goog-smacross")],
            positionals: [run], options: [config] + computing(names))
    }

    static func validate(_ names: KnownNames) -> CommandSpecification {
        CommandSpecification(
            "validate", summary: "print the findings of a run's validation",
            discussion: "Prints what is wrong with a run, and how far its trades, positions and cash, the engine's own "
                + "numbers and its equity explain each other. Exits with 1 when a finding is an error.",
            examples: [
                .init("tearsheet validate SampleRuns/goog-smacross"),
                .init("tearsheet validate SampleRuns/zipline-4-stocks --strict", "a gate: no warning either"),
                .init("tearsheet validate SampleRuns/goog-smacross --format json"),
            ],
            positionals: [run],
            options: [
                Options.validationFormat.specification,
                OptionSpecification("strict", help: "exit with 1 for warnings too"), config,
            ] + computing(names))
    }

    static func verify(_ names: KnownNames) -> CommandSpecification {
        CommandSpecification(
            "verify", summary: "hold a report against its run",
            discussion: """
                Computes the numbers of a report again: from its run, or, of JSON and PDF, from the series and tables that \
                they hold. Says that they are identical, or which differ. Takes the options that the report was made with; \
                the conventions are those that it names. Exits with 1 when a number differs.
                """,
            examples: [
                .init("tearsheet verify out/goog-smacross.pdf SampleRuns/goog-smacross"),
                .init("tearsheet verify out/goog-smacross.pdf", "against what it has attached"),
            ],
            positionals: [
                PositionalSpecification("FILE", kind: .file, help: "report: HTML, PDF, JSON or XLSX"),
                PositionalSpecification("RUN", .optional, kind: .file, help: "folder or file of its run"),
            ],
            options: [config] + computing(names) + rendering(names))
    }
}
