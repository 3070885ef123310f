extension CommandSpecification {
    /// The written reference of the whole program in Markdown, from the same declaration as the help.
    ///
    /// Options that a command inherits stand at the root alone. Examples are shell blocks.
    public func markdownReference() -> String {
        CommandPath(root: self).all.flatMap(Self.chapter).joined(separator: "\n")
    }

    private static func chapter(of path: CommandPath) -> [String] {
        let command = path.command
        let level = path.words.count == 1 ? "#" : "##"
        var lines = [
            "\(level) \(path.text)", "", command.summary.prefix(1).uppercased() + command.summary.dropFirst() + ".", "",
        ]
        lines += ["```text", HelpText.usageLine(of: path), "```", ""]
        if !command.discussion.isEmpty { lines += [command.discussion, ""] }
        lines += table("command", command.subcommands.map { ("`\(path.text) \($0.name)`", $0.summary) })
        lines += table("argument", command.positionals.map { ("`\($0.usage)`", HelpText.meaning(of: $0)) })
        let options = command.options + (path.words.count == 1 ? [.helpFlag] + OptionSpecification.programFlags : [])
        for group in HelpText.groups(of: options) {
            let members = options.filter { $0.group == group }
            lines += table(group.lowercased(), members.map { (term(of: $0), HelpText.meaning(of: $0)) })
        }
        return lines + examples(of: command)
    }

    private static func term(of option: OptionSpecification) -> String {
        let value = option.valueName.map { " " + $0 } ?? ""
        return option.forms.map { "`\($0)\(value)`" }.joined(separator: ", ")
    }

    private static func table(_ heading: String, _ rows: [(String, String)]) -> [String] {
        if rows.isEmpty { return [] }
        let body = rows.map { "| \(cell($0.0)) | \(cell($0.1)) |" }
        return ["| \(heading) | |", "|---|---|"] + body + [""]
    }

    private static func cell(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }

    private static func examples(of command: CommandSpecification) -> [String] {
        guard !command.examples.isEmpty else { return [] }
        let lines = command.examples.flatMap { $0.note.isEmpty ? [$0.line] : ["# " + $0.note, $0.line] }
        return ["```sh"] + lines + ["```", ""]
    }
}
