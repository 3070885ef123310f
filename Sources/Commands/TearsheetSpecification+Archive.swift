import CommandLineArguments

/// The command of the archive on shared storage.
extension TearsheetSpecification {
    static func archive(_ names: KnownNames) -> CommandSpecification {
        CommandSpecification(
            "archive", summary: "keep reports for years: add, find, verify and prune them",
            discussion: """
                An archive is a folder on any disk or network storage. Each report is an entry with its files, a manifest and \
                checksums, which is never changed once it is there. Many processes and machines may write at once. 'report' and \
                'batch' write into one with --archive.
                """,
            examples: [
                .init(
                    "tearsheet archive add archive out/goog-smacross.json", "a report that was written with its data"),
                .init("tearsheet archive list archive --where 'sharpe > 0.5'", "what is there"),
            ],
            subcommands: [
                archiveAdd, archiveList, archiveShow, archiveVerify, archivePrune, archiveRebuild,
            ])
    }

    private static let archivePlace = PositionalSpecification(
        "ARCHIVE", kind: .folder, help: "folder of the archive, or s3://BUCKET/PREFIX")

    /// Where `report` and `batch` archive what they make.
    static let archiveOptions = [
        Options.archive.specification,
        withoutCatalogue,
    ]

    private static let withoutCatalogue = OptionSpecification(
        "no-catalogue", group: "Archive",
        help: "leave the catalogue as it is; 'archive rebuild' makes it when all writers are done")

    private static let archiveAdd = CommandSpecification(
        "add", summary: "archive reports that were written earlier",
        discussion: """
            A REPORT is the JSON file that 'report --format html,pdf,json' wrote, which brings the other files of its name along, or a \
            folder with such. Prints the folder of each entry. One that is archived already is left as it is.
            """,
        examples: [.init("tearsheet archive add archive out/goog-smacross.json")],
        positionals: [
            archivePlace,
            PositionalSpecification(
                "REPORT", .oneOrMore, kind: .file, help: "JSON files of reports, or folders that hold such"),
        ], options: [withoutCatalogue])

    private static let archiveList = CommandSpecification(
        "list", summary: "print the entries that fit some conditions",
        discussion: "Prints the entries of each strategy, the newest first.",
        examples: [
            .init("tearsheet archive list archive --strategy smacross"),
            .init("tearsheet archive list archive --latest --where 'sharpe > 1 and max_drawdown > -30%' --format json"),
        ],
        positionals: [archivePlace],
        options: [
            OptionSpecification("strategy", value: "TEXT", help: "strategies with this in their name"),
            OptionSpecification("engine", value: "TEXT", help: "engines with this in their name"),
            Options.archivedFrom.specification,
            Options.archivedTo.specification,
            OptionSpecification(
                "where", value: "CONDITION", help: "metrics that the archive keeps, such as 'sharpe > 1'"),
            OptionSpecification("latest", help: "the last entry of each strategy alone"),
            Options.archiveFormat.specification,
        ])

    private static let archiveShow = CommandSpecification(
        "show", summary: "print what is kept of an entry",
        examples: [.init("tearsheet archive show archive SmaCross", "the last report of a strategy")],
        positionals: [
            archivePlace,
            PositionalSpecification("ENTRY", help: "the beginning of its id, or a strategy for its last one"),
        ], options: [Options.archiveFormat.specification])

    private static let archiveVerify = CommandSpecification(
        "verify", summary: "find everything that is not as it was archived",
        discussion:
            "Reads every file: what changed by as little as a bit, what is missing, and what nobody archived. Exits with 1 when "
            + "there is any.",
        examples: [.init("tearsheet archive verify archive")],
        positionals: [archivePlace])

    private static let archivePrune = CommandSpecification(
        "prune", summary: "remove entries that no rule keeps",
        discussion: """
            Of each strategy an entry stays that any of the rules keeps; its last one and its last good one, which met its gates, \
            always stay. Prints the folders of those that go.
            """,
        examples: [
            .init("tearsheet archive prune archive --keep-last 10 --keep-monthly 24 --dry-run", "say what would go")
        ],
        positionals: [archivePlace],
        options: [
            Options.keepLast.specification, Options.keepDaily.specification, Options.keepWeekly.specification,
            Options.keepMonthly.specification, Options.youngerThan.specification,
            OptionSpecification("strategy", value: "TEXT", help: "strategies with this in their name alone"),
            OptionSpecification("dry-run", short: "n", help: "say what would be removed, and do nothing"),
        ])

    private static let archiveRebuild = CommandSpecification(
        "rebuild", summary: "make the catalogue and the pages again, from the entries alone",
        examples: [.init("tearsheet archive rebuild archive")],
        positionals: [archivePlace])
}
