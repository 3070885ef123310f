/// A shell that can complete the program's commands, options and values.
public enum CompletionShell: String, CaseIterable, Sendable {
    /// GNU bash 4 or later.
    case bash
    /// zsh 5.
    case zsh
    /// fish 3.
    case fish

    /// The completion script of a program, made from its declaration; to be sourced, or installed where the shell looks.
    public func script(for root: CommandSpecification) -> String {
        switch self {
        case .bash: BashCompletion.script(CommandPath(root: root))
        case .zsh: ZshCompletion.script(CommandPath(root: root))
        case .fish: FishCompletion.script(CommandPath(root: root))
        }
    }
}

/// Pieces that the shells share.
enum ShellText {
    /// The words as a name of a function: `tearsheet_templates_show`.
    static func identifier(_ words: [String]) -> String {
        String(words.joined(separator: "_").map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    /// In single quotes for bash and zsh.
    static func quoted(_ text: String) -> String { "'" + replacing("'", by: "'\\''", in: text) + "'" }

    /// In single quotes for fish, which escapes inside of them.
    static func fishQuoted(_ text: String) -> String {
        "'" + replacing("'", by: "\\'", in: replacing("\\", by: "\\\\", in: text)) + "'"
    }

    static func replacing(_ character: Character, by replacement: String, in text: String) -> String {
        text.split(separator: character, omittingEmptySubsequences: false).joined(separator: replacement)
    }
}
