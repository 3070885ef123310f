/// A command of a program, as data: what it takes, what it says about itself, and its subcommands.
///
/// The whole program is the root command. Parsing, help, shell completions and the written reference all come from this
/// one value, so they cannot disagree. ``problems()`` lists mistakes in a declaration.
public struct CommandSpecification: Equatable, Sendable {
    /// A command line that works, and what it does.
    public struct Example: Equatable, Sendable {
        /// The whole line as typed, with the program's name.
        public var line: String
        /// What it does, a phrase without a full stop; empty when the line speaks for itself.
        public var note: String

        /// A command line and what it does.
        public init(_ line: String, _ note: String = "") {
            self.line = line
            self.note = note
        }
    }

    /// The word that calls the command.
    public var name: String
    /// One line in lists of commands, without a full stop.
    public var summary: String
    /// Paragraphs, separated by an empty line, below the usage line; may be empty.
    public var discussion: String
    /// At least one command line that works.
    public var examples: [Example]
    /// The arguments without a name, in order; only of commands without subcommands.
    public var positionals: [PositionalSpecification]
    /// The options; subcommands accept them too.
    public var options: [OptionSpecification]
    /// The commands below this one.
    public var subcommands: [CommandSpecification]

    /// A command with all its parts.
    public init(
        _ name: String, summary: String, discussion: String = "", examples: [Example] = [],
        positionals: [PositionalSpecification] = [], options: [OptionSpecification] = [],
        subcommands: [CommandSpecification] = []
    ) {
        self.name = name
        self.summary = summary
        self.discussion = discussion
        self.examples = examples
        self.positionals = positionals
        self.options = options
        self.subcommands = subcommands
    }
}
