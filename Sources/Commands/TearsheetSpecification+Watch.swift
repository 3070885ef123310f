import CommandLineArguments

/// The command that follows files.
extension TearsheetSpecification {
    static func watch(_ names: KnownNames) -> CommandSpecification {
        CommandSpecification(
            "watch", summary: "show a report's page in the browser and make it again on every change",
            discussion: """
                Prints an address on this machine. The page there is that of tearsheet report, and follows the run, the template, the \
                theme, the style sheet and every other file that the command names: within a second of a change it is made again and keeps \
                its place on the screen. What is wrong with a file stands in the page until it is mended. Nothing is written. Only this \
                machine is answered, and only at that address. Ctrl-C ends it.
                """,
            examples: [
                .init(
                    "tearsheet watch SampleRuns/goog-smacross --template mine.report --open", "while a template is made"
                )
            ],
            positionals: [
                PositionalSpecification(
                    "RUN", kind: .file, help: "folder or file of a run, PATH#KEY for one of several")
            ],
            options: [
                OptionSpecification("open", help: "open the page in the browser of the desktop (xdg-open)"),
                Options.port.specification,
                config,
            ] + computing(names) + rendering(names))
    }
}
