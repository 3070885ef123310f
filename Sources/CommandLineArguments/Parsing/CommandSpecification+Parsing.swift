/// What a command line asks for.
public enum Invocation: Equatable, Sendable {
    /// To run a command.
    case run(ParsedArguments)
    /// To print this text to standard output and end well: the help.
    case print(String)
    /// To say what the program is; the names of the flags tell how much of it: `version`, `licences`, `verbose`.
    case about(Set<String>)
}

extension CommandSpecification {
    /// Reads the words after the program's name.
    ///
    /// `--name value` and `--name=value`; short forms bundle (`-qv`, `-j4`, `-j 4`); options and arguments mix; `--` ends
    /// the options; `-` alone is an argument. The next word is an option's value even when it starts with a dash and a
    /// digit (`--rf -0.01`), but not when it looks like another option. `--help` and `-h` work on every level,
    /// `--version` and `--licences` at the root.
    public func parse(_ words: [String]) throws(UsageError) -> Invocation {
        var reader = ArgumentReader(root: self, words: words)
        switch try reader.read() {
        case .arguments(let arguments): return .run(arguments)
        case .help(let path): return .print(HelpText.text(of: path))
        case .about(let flags): return .about(flags)
        }
    }

    /// The help text of the command at a path of subcommand names; nil when there is none.
    public func help(at subcommands: [String] = []) -> String? {
        var path = CommandPath(root: self)
        for name in subcommands {
            guard let next = path.command.subcommands.first(where: { $0.name == name }) else { return nil }
            path = path.appending(next)
        }
        return HelpText.text(of: path)
    }
}
