import CommandLineArguments

/// A program of its own, so that these tests stand when the commands of the executable change.
let bakery = CommandSpecification(
    "bakery", summary: "cakes from recipes",
    discussion:
        "A recipe is a folder or a file.\n\nNothing is baked twice when nothing changed: the oven remembers what it "
        + "has seen and keeps the cake that is there.",
    examples: [CommandSpecification.Example("bakery bake lemon -o table")],
    options: [
        OptionSpecification("quiet", short: "q", group: OptionSpecification.generalGroup, help: "print errors only"),
        OptionSpecification("verbose", short: "v", group: OptionSpecification.generalGroup, help: "print every step"),
        OptionSpecification(
            "log-format", value: "FORMAT", kind: .choice(["text", "json"]), default: "text",
            group: OptionSpecification.generalGroup, help: "form of the messages"),
    ],
    subcommands: [bake, slice, pantry])

private let bake = CommandSpecification(
    "bake", summary: "bake cakes of one or several recipes",
    discussion: "Several recipes are baked at the same time.",
    examples: [
        CommandSpecification.Example("bakery bake lemon", "a cake in the current folder"),
        CommandSpecification.Example(
            "bakery bake lemon plum --format round,square --heat 180 -o table",
            "two cakes in two forms each on the table, which is made where it is missing"),
    ],
    positionals: [PositionalSpecification("RECIPE", .oneOrMore, kind: .file, help: "folder or file of a recipe")],
    options: [
        OptionSpecification("output", short: "o", value: "PATH", kind: .folder, default: ".", help: "where to"),
        OptionSpecification(
            "format", value: "LIST", kind: .list(["round", "square", "star"]), default: "round",
            help: "forms of the cake"),
        Bakery.jobs.specification, Bakery.heat.specification,
        OptionSpecification(
            "glaze", value: "NAME or FILE", kind: .nameOrFile(["sugar", "chocolate"]), group: "Baking",
            help: "the glaze"),
        OptionSpecification(
            "replacement-for-missing-eggs", value: "WHAT", group: "Baking",
            help: "what to take when there are no eggs; the name of this option is too long to share a line"),
        Bakery.changes.specification,
        OptionSpecification("note", value: "TEXT", group: "Baking", help: "what stands on the cake"),
        Bakery.only.specification,
    ])

private let slice = CommandSpecification(
    "slice", summary: "one slice of a cake",
    examples: [CommandSpecification.Example("bakery slice big lemon")],
    positionals: [
        PositionalSpecification("SIZE", .optional, kind: .choice(["big", "small"]), help: "how big"),
        PositionalSpecification("RECIPE", .optional, kind: .file, help: "of which cake"),
    ],
    options: [OptionSpecification("list", help: "print the sizes")])

private let pantry = CommandSpecification(
    "pantry", summary: "what is in the pantry",
    examples: [CommandSpecification.Example("bakery pantry list")],
    subcommands: [
        CommandSpecification(
            "list", summary: "print what is there", examples: [CommandSpecification.Example("bakery pantry list")]),
        CommandSpecification(
            "move", summary: "move things to a shelf",
            examples: [CommandSpecification.Example("bakery pantry move flour sugar top")],
            positionals: [
                PositionalSpecification("THING", .any, help: "what to move"),
                PositionalSpecification("SHELF", kind: .choice(["top", "bottom"]), help: "where to"),
            ]),
    ])

/// The arguments of a line that must be good.
func parsed(_ words: String...) throws -> ParsedArguments {
    guard case .run(let arguments) = try bakery.parse(words) else { throw NotACommand() }
    return arguments
}

/// The message of a line that must be bad.
func message(_ words: [String], _ use: (ParsedArguments) throws -> Void = { _ in }) -> String {
    do {
        guard case .run(let arguments) = try bakery.parse(words) else { return "a text" }
        try use(arguments)
        return "no error"
    } catch let error as UsageError {
        return error.message
    } catch {
        return "another error"
    }
}

struct NotACommand: Error {}

/// The typed options of the program.
enum Bakery {
    static let jobs = Option.optional("jobs", short: "j", value: "N", .integer(in: 1...64), help: "ovens to use")
    static let heat = Option.optional("heat", value: "DEGREES", .number(), group: "Baking", help: "how hot")
    static let changes = Option.repeated(
        "set", value: "KEY=VALUE", .pair, group: "Baking", help: "changes an amount of the recipe")
    static let only = Option.optional(
        "only", value: "LIST", kind: .list([]), .list, group: "Baking", help: "ingredients to take")
}
