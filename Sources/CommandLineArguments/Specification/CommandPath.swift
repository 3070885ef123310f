/// A command together with the commands above it: what decides which options it accepts.
struct CommandPath: Equatable, Sendable {
    /// From the root to the command itself; never empty.
    private(set) var commands: [CommandSpecification]
    /// The command itself.
    private(set) var command: CommandSpecification

    /// The root of a program.
    init(root: CommandSpecification) {
        commands = [root]
        command = root
    }

    /// One level down.
    func appending(_ subcommand: CommandSpecification) -> CommandPath {
        var path = self
        path.commands.append(subcommand)
        path.command = subcommand
        return path
    }

    /// The program itself.
    var root: CommandPath { commands.first.map { CommandPath(root: $0) } ?? self }
    /// The program's name.
    var program: String { commands.first?.name ?? "" }
    /// The words that call the command, with the program's name.
    var words: [String] { commands.map(\.name) }
    /// The words as typed: `tearsheet templates show`.
    var text: String { words.joined(separator: " ") }

    /// Its own options, then those of the commands above, then help (and at the root, version and licences).
    var options: [OptionSpecification] {
        let declared = commands.reversed().flatMap(\.options)
        return declared + [.helpFlag] + (commands.count == 1 ? OptionSpecification.programFlags : [])
    }

    /// This command and every one below it, in the order of the declaration.
    var all: [CommandPath] { [self] + command.subcommands.flatMap { appending($0).all } }
}
