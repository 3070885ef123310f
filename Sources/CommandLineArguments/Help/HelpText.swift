/// The help of a command, from its specification: usage, arguments, options by group, examples; 80 columns.
enum HelpText {
    /// The whole text, with a line break at the end.
    static func text(of path: CommandPath) -> String {
        let command = path.command
        let width = TextLayout.termWidth(terms(of: path))
        var blocks = [TextLayout.filled(sentence(command.summary)), usage(of: path)]
        if !command.discussion.isEmpty { blocks.append(TextLayout.paragraphs(command.discussion)) }
        blocks.append(section("Commands", command.subcommands.map { ($0.name, $0.summary) }, width))
        blocks.append(section("Arguments", command.positionals.map { ($0.usage, meaning(of: $0)) }, width))
        for group in groups(of: path.options) {
            let members = path.options.filter { $0.group == group }
            blocks.append(section(group, members.map { (term(of: $0), meaning(of: $0)) }, width))
        }
        blocks.append(examples(of: command))
        if !command.subcommands.isEmpty {
            blocks.append(["Run '\(path.text) COMMAND --help' for the options of a command."])
        }
        return blocks.filter { !$0.isEmpty }.joined(separator: [""]).joined(separator: "\n") + "\n"
    }

    /// The groups in the order of their first option, the general one last.
    static func groups(of options: [OptionSpecification]) -> [String] {
        var groups = [String]()
        for option in options where !groups.contains(option.group) && option.group != OptionSpecification.generalGroup {
            groups.append(option.group)
        }
        return groups + [OptionSpecification.generalGroup]
    }

    /// What an option means, with its values and default: `file format [html, pdf; default: html]`.
    static func meaning(of option: OptionSpecification) -> String {
        var notes = [String]()
        if let words = listed(option.kind) { notes.append(words) }
        if let value = option.defaultValue { notes.append("default: " + value) }
        if option.isRepeatable { notes.append("repeatable") }
        return option.help + (notes.isEmpty ? "" : " [" + notes.joined(separator: "; ") + "]")
    }

    /// What an argument means, with its values.
    static func meaning(of positional: PositionalSpecification) -> String {
        positional.help + (listed(positional.kind).map { " [\($0)]" } ?? "")
    }

    /// The usage line without its heading: `tearsheet report [OPTION]... RUN...`.
    static func usageLine(of path: CommandPath) -> String {
        let command = path.command
        if !command.subcommands.isEmpty { return path.text + " COMMAND [OPTION]..." }
        return ([path.text, "[OPTION]..."] + command.positionals.map(\.usage)).joined(separator: " ")
    }

    /// `-o, --output PATH`, with the place of a missing letter kept free.
    static func term(of option: OptionSpecification) -> String {
        let letter = option.short.map { "-\($0), " } ?? "    "
        return letter + option.long + (option.valueName.map { " " + $0 } ?? "")
    }

    private static func listed(_ kind: ValueKind) -> String? {
        let words = kind.words
        guard !words.isEmpty, words.count <= 12 else { return nil }
        if case .nameOrFile = kind { return words.joined(separator: ", ") + " or a file" }
        return words.joined(separator: ", ")
    }

    private static func usage(of path: CommandPath) -> [String] { ["Usage: " + usageLine(of: path)] }

    private static func terms(of path: CommandPath) -> [String] {
        path.command.subcommands.map(\.name) + path.command.positionals.map(\.usage) + path.options.map(term)
    }

    private static func section(_ title: String, _ rows: [(String, String)], _ width: Int) -> [String] {
        rows.isEmpty ? [] : [title + ":"] + TextLayout.definitions(rows, termWidth: width)
    }

    private static func examples(of command: CommandSpecification) -> [String] {
        guard !command.examples.isEmpty else { return [] }
        return [command.examples.count == 1 ? "Example:" : "Examples:"]
            + command.examples.flatMap { ["  " + $0.line] + TextLayout.filled($0.note, indent: 6) }
    }

    private static func sentence(_ phrase: String) -> String {
        phrase.prefix(1).uppercased() + phrase.dropFirst() + "."
    }
}
