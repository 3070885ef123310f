import CommandLineArguments
import TestSupport
import Testing

@Test(arguments: [[], ["bake"], ["slice"], ["pantry"], ["pantry", "move"]])
func `the help of every level is as recorded`(path: [String]) throws {
    let help = try #require(bakery.help(at: path))
    try expectGolden(help, "Help/\((["bakery"] + path).joined(separator: "-")).txt")
    for line in help.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
}

@Test func `every option and command is in the help of its level`() throws {
    let root = try #require(bakery.help())
    for command in bakery.subcommands { #expect(root.contains("\n  \(command.name)")) }
    for command in bakery.subcommands {
        let help = try #require(bakery.help(at: [command.name]))
        for option in command.options + bakery.options { #expect(help.contains(option.long)) }
        #expect(help.contains("--help"))
        for example in command.examples { #expect(help.contains("\n  \(example.line)\n")) }
    }
}

@Test func `the written reference is as recorded`() throws {
    try expectGolden(bakery.markdownReference(), "Help/bakery.md")
}

@Test func `examples of the sample are lines that parse`() throws {
    for line in [bakery.examples, bakery.subcommands.flatMap(\.examples)].joined().map(\.line) {
        #expect(throws: Never.self) {
            try bakery.parse(line.split(separator: " ").dropFirst().map(String.init))
        }
    }
}
