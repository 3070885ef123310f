import CommandLineArguments

/// The commands that need no run.
extension TearsheetSpecification {
    static func explain(_ names: KnownNames) -> CommandSpecification {
        CommandSpecification(
            "explain", summary: "print the definition of a metric",
            discussion:
                "Definition, formula under the profile, the choices that decide it, and what the profiles choose. A metric is "
                + "found by its key, its name, or words of these and of its summary; several are listed.",
            examples: [
                .init("tearsheet explain sharpe"),
                .init("tearsheet explain sharpe --profile lean", "by the formula that Lean takes"),
                .init("tearsheet explain worst month", "by its name"),
                .init("tearsheet explain --list", "the keys of all metrics"),
                .init("tearsheet explain twice --metric \"twice = 2 * sharpe\"", "a metric of your own"),
            ],
            positionals: [
                PositionalSpecification("KEY", .any, kind: .name(names.metrics), help: "key of a metric, or words")
            ],
            options: [profile(names), OptionSpecification("list", help: "print the keys of all metrics")]
                + OwnMetricOptions.specifications(group: OptionSpecification.defaultGroup))
    }

    static let selfcheck = CommandSpecification(
        "selfcheck", summary: "compute numbers of the literature again",
        discussion:
            "Prints what papers, books and packages publish, what comes out here, and the difference. Exits with 1 where a "
            + "difference is not explained.",
        examples: [.init("tearsheet selfcheck")])

    static func templates(_ names: KnownNames) -> CommandSpecification {
        let file = PositionalSpecification("FILE", kind: .file, help: "template of your own")
        return CommandSpecification(
            "templates", summary: "list, show, check and render templates",
            examples: [.init("tearsheet templates list")],
            subcommands: [
                CommandSpecification(
                    "list", summary: "print the names of the shipped templates",
                    examples: [.init("tearsheet templates list")]),
                CommandSpecification(
                    "show", summary: "print the text of a shipped template",
                    examples: [.init("tearsheet templates show summary > mine.report", "a start for one of your own")],
                    positionals: [
                        PositionalSpecification("NAME", kind: choice(names.templates), help: "which template")
                    ]),
                CommandSpecification(
                    "check", summary: "print the errors of a template",
                    discussion:
                        "Every mistake with its line, found by making reports of sample runs: one that has everything, one "
                        + "that has nothing; or of the run given. Exits with 1 when there is an error.",
                    examples: [
                        .init("tearsheet templates check mine.report"),
                        .init("tearsheet templates check mine.report SampleRuns/goog-smacross", "with a run"),
                    ],
                    positionals: [
                        file,
                        PositionalSpecification(
                            "RUN", .optional, kind: .file, help: "run to make the report of"),
                    ]),
                CommandSpecification(
                    "render", summary: "print the plain text that a template gives for a context",
                    discussion:
                        "Prints exactly what the template gives. Values are escaped in .html, .htm and .xml files.",
                    examples: [.init("tearsheet templates render mine.txt --context data.json")],
                    positionals: [file],
                    options: [
                        OptionSpecification(
                            "context", value: "DATA.json", kind: .file, help: "the variables, one JSON object")
                    ]),
            ])
    }

    static func themes(_ names: KnownNames) -> CommandSpecification {
        CommandSpecification(
            "themes", summary: "list, show and check themes",
            examples: [.init("tearsheet themes list")],
            subcommands: [
                CommandSpecification(
                    "list", summary: "print the names of the shipped themes",
                    examples: [.init("tearsheet themes list")]),
                CommandSpecification(
                    "show", summary: "print a shipped theme as a theme file",
                    examples: [
                        .init("tearsheet themes show light > theme.toml", "a start for one of your own")
                    ],
                    positionals: [
                        PositionalSpecification("NAME", kind: choice(names.themes), help: "which theme")
                    ]),
                CommandSpecification(
                    "check", summary: "print the pairs of colours that cannot be read or told apart",
                    discussion:
                        "Text needs a contrast of 4.5:1, lines and bars 3:1; gains and losses, strategy and benchmark must "
                        + "be told apart by readers of every kind of colour vision. Exits with 1 when a pair fails.",
                    examples: [.init("tearsheet themes check theme.toml")],
                    positionals: [
                        PositionalSpecification(
                            "FILE", kind: .nameOrFile(names.themes),
                            help: "theme file, or name of a shipped theme")
                    ]),
            ])
    }

    static let completions = CommandSpecification(
        "completions", summary: "print the completion script of a shell",
        examples: [
            .init("tearsheet completions bash > ~/.local/share/bash-completion/completions/tearsheet"),
            .init("tearsheet completions fish > ~/.config/fish/completions/tearsheet.fish"),
        ],
        positionals: [
            PositionalSpecification(
                "SHELL", kind: .choice(CompletionShell.allCases.map(\.rawValue)), help: "which shell")
        ])

    static func help(_ names: KnownNames) -> CommandSpecification {
        CommandSpecification(
            "help", summary: "print the help of a command, or write manual pages",
            examples: [
                .init("tearsheet help templates check"),
                .init("tearsheet help --man ~/.local/share/man/man1", "then: man tearsheet-report"),
            ],
            positionals: [PositionalSpecification("COMMAND", .any, help: "which command; the program without")],
            options: [
                OptionSpecification(
                    "man", value: "DIR", kind: .folder, help: "write a manual page for each command into a folder")
            ])
    }
}
