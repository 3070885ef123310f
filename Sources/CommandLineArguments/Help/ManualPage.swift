/// Manual pages for `man`, from the same declaration as the help.
enum ManualPage {
    /// The page of one command, in the macros of man(7).
    static func text(of path: CommandPath, version: String) -> String {
        let command = path.command
        var lines = [
            ".TH \"\(name(of: path).uppercased())\" 1 \"\" \"\(escaped(path.program)) \(escaped(version))\"",
            ".SH NAME", "\(escaped(name(of: path))) \\- \(escaped(command.summary))",
            ".SH SYNOPSIS", ".B \(escaped(path.text))", escaped(synopsis(of: path)),
        ]
        if !command.discussion.isEmpty { lines += [".SH DESCRIPTION"] + paragraphs(command.discussion) }
        lines += section(
            "COMMANDS", command.subcommands.map { (".B \(escaped(path.text + " " + $0.name))", $0.summary) })
        lines += section(
            "ARGUMENTS", command.positionals.map { (".I \(escaped($0.usage))", HelpText.meaning(of: $0)) })
        for group in HelpText.groups(of: path.options) {
            let members = path.options.filter { $0.group == group }
            lines += section(group.uppercased(), members.map { (term(of: $0), HelpText.meaning(of: $0)) })
        }
        return (lines + examples(of: command) + related(to: path)).joined(separator: "\n") + "\n"
    }

    /// `tearsheet-templates-show`, as git names its pages.
    static func name(of path: CommandPath) -> String { path.words.joined(separator: "-") }

    private static func synopsis(of path: CommandPath) -> String {
        String(HelpText.usageLine(of: path).dropFirst(path.text.count).drop { $0 == " " })
    }

    /// `.BR \-o ", " \-\-output " PATH"`.
    private static func term(of option: OptionSpecification) -> String {
        let forms = option.forms.map { "\\fB\(escaped($0))\\fR" }.joined(separator: ", ")
        return forms + (option.valueName.map { " \\fI\(escaped($0))\\fR" } ?? "")
    }

    private static func section(_ title: String, _ rows: [(term: String, meaning: String)]) -> [String] {
        guard !rows.isEmpty else { return [] }
        return [".SH \"\(escaped(title))\""] + rows.flatMap { [".TP", $0.term, escaped($0.meaning)] }
    }

    private static func paragraphs(_ text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { $0.isEmpty ? ".PP" : escaped(String($0)) }
    }

    private static func examples(of command: CommandSpecification) -> [String] {
        guard !command.examples.isEmpty else { return [] }
        return [".SH EXAMPLES"]
            + command.examples.flatMap { example in
                (example.note.isEmpty ? [".PP"] : [".PP", escaped(example.note) + ":"])
                    + [".PP", ".nf", ".RS", escaped(example.line), ".RE", ".fi"]
            }
    }

    private static func related(to path: CommandPath) -> [String] {
        let above = path.words.dropLast()
        let names =
            (above.isEmpty ? [] : [above.joined(separator: "-")])
            + path.command.subcommands.map { path.appending($0) }.map(name)
        guard !names.isEmpty else { return [] }
        return [".SH \"SEE ALSO\"", names.map { "\\fB\(escaped($0))\\fR(1)" }.joined(separator: ", ")]
    }

    /// Backslashes, hyphens that are to stay hyphens, letters beyond ASCII by their numbers, and lines that would be macros.
    private static func escaped(_ text: String) -> String {
        let plain = text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result +=
                    scalar.isASCII
                    ? String(scalar) : "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
            }
        }
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }
}

extension CommandSpecification {
    /// A manual page for the program and each of its commands, with the names of their files: `tearsheet-report.1`.
    public func manualPages(version: String) -> [(file: String, text: String)] {
        CommandPath(root: self).all.map { path in
            (ManualPage.name(of: path) + ".1", ManualPage.text(of: path, version: version))
        }
    }
}
