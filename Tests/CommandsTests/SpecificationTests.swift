import CommandLineArguments
import Foundation
import TestSupport
import Testing

@testable import Commands

private let program = TearsheetSpecification.program(.shipped)

@Test func `the declaration of the commands has no problems`() {
    #expect(program.problems() == [])
}

@Test func `every command of the table has the name of its specification, and no two have one`() {
    let names = TearsheetSpecification.commands.map(\.name)
    #expect(names == TearsheetSpecification.commands.map { $0.specification(.shipped).name })
    #expect(names == program.subcommands.map(\.name))
    #expect(Set(names).count == names.count)
}

@Test func `the written reference is that of the declaration`() throws {
    // Below Goldens is where recording writes; the reference is two folders above.
    try expectGolden(program.markdownReference(), "../../Documentation/Commands.md")
}

/// What stands for a value in help, where not every text is one.
private let typed: Set = [
    "N", "NUMBER or FILE", "AMOUNT", "SECONDS", "DATE", "AGE", "I/N", "WxH", "COLOUR", "KEY=VALUE", "NAME=NUMBER",
    "LIST",
    "KEY,...", "FORMAT", "METHOD", "SIZE", "STYLE",
]

@Test func `numbers, dates, pairs and lists are checked by their declaration, and refuse other texts`() throws {
    var found: Set<String> = []
    for option in options(program) where typed.contains(option.valueName ?? "") {
        found.insert(option.valueName ?? "")
        let isWord = if case .choice = option.kind { true } else { false }
        #expect(option.check != nil || isWord, "\(option.long)")
    }
    #expect(found == typed)
    for line in [
        "report x --rf 2", "report x --from 2015-1", "report x -j 0", "report x --set a", "report x --sections ,",
        "report x --threshold y=1", "figure equity x --size 1x1", "batch x -o y --shard 3/2",
        "archive prune a --younger-than 3",
        "watch x --port 70000", "compare a b --seed -1", "report x --brand nocolour", "report x --initial-capital 0",
    ] {
        #expect(throws: UsageError.self, "\(line)") { try program.parse(words("tearsheet " + line)) }
    }
}

private func options(_ command: CommandSpecification) -> [OptionSpecification] {
    command.options + command.subcommands.flatMap(options)
}

@Test func `no help line is longer than a terminal`() throws {
    for path in paths(program) {
        let help = try #require(program.help(at: path))
        for line in help.split(separator: "\n") where line.count > 80 && !line.hasPrefix("  tearsheet ") {
            Issue.record("\(path): \(line)")
        }
    }
}

@Test func `every example of the help and the README is a good command line`() throws {
    let readme = try String(contentsOf: repositoryRoot.appendingPathComponent("README.md"), encoding: .utf8)
    let lines = shellLines(readme) + examples(program)
    #expect(lines.count > 30)
    for line in lines {
        #expect(throws: Never.self, "\(line)") { try program.parse(words(line)) }
    }
}

@Test func `every command is in the README`() throws {
    let readme = try String(contentsOf: repositoryRoot.appendingPathComponent("README.md"), encoding: .utf8)
    for command in program.subcommands { #expect(readme.contains("\ntearsheet \(command.name) "), "\(command.name)") }
}

private func paths(_ command: CommandSpecification) -> [[String]] {
    [[]] + command.subcommands.flatMap { below in paths(below).map { [below.name] + $0 } }
}

private func examples(_ command: CommandSpecification) -> [String] {
    command.examples.map(\.line) + command.subcommands.flatMap(examples)
}

/// The command lines in the shell blocks of a Markdown text.
private func shellLines(_ markdown: String) -> [String] {
    var isShell = false
    var lines = [String]()
    for line in markdown.components(separatedBy: "\n") {
        if line.hasPrefix("```") {
            isShell = line == "```sh"
        } else if isShell, line.hasPrefix("tearsheet ") {
            lines.append(line)
        }
    }
    return lines
}

/// The words behind the program's name as a shell splits them, up to a redirection.
private func words(_ line: String) -> [String] {
    var words = [String]()
    for (index, part) in line.components(separatedBy: "\"").enumerated() {
        if index % 2 == 1 { words.append(part) } else { words += part.split(separator: " ").map(String.init) }
    }
    return Array(words.prefix { $0 != ">" && $0 != "<" }.dropFirst())
}
