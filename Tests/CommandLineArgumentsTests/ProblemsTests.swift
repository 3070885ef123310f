import CommandLineArguments
import Testing

@Test func `a sound declaration has no problems`() {
    #expect(bakery.problems().isEmpty)
}

@Test func `mistakes in a declaration are found on every level`() {
    let inner = CommandSpecification(
        "in", summary: "Ends with a stop.", examples: [CommandSpecification.Example("out else")],
        positionals: [
            PositionalSpecification("A", .any, help: "a"), PositionalSpecification("B", .oneOrMore, help: "b"),
        ],
        options: [
            OptionSpecification("same", short: "h", help: "a"), OptionSpecification("same", help: ""),
            OptionSpecification("flag", kind: .file, help: "a"),
            OptionSpecification("kind", value: "K", kind: .choice(["a"]), default: "b", help: "k"),
        ])
    let outer = CommandSpecification(
        "out", summary: "", positionals: [PositionalSpecification("A", help: "a")], subcommands: [inner, inner])
    #expect(
        outer.problems().prefix(12) == [
            "out: needs a summary without full stop",
            "out: needs an example",
            "out: has both arguments and subcommands",
            "out: declares the subcommand in twice",
            "out in: needs a summary without full stop",
            "out in: the example 'out else' does not call it",
            "out in: has two arguments of several words",
            "out in: declares the option --same twice",
            "out in: declares -h twice",
            "out in: --same needs help without full stop",
            "out in: the flag --flag has a kind or a default of values",
            "out in: the default 'b' of --kind is not one of its values",
        ])
}
