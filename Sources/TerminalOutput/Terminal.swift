import Formatting

/// Where text goes: how wide it is, and what it can show. Lines are made for it, so that they fit.
public struct Terminal: Equatable, Sendable {
    /// What a terminal or a file can show.
    public enum Style: String, CaseIterable, Sendable {
        /// ASCII, as far as the words are ours: for logs and mail.
        case plain
        /// Every character, no colours.
        case text
        /// Every character, in colours.
        case colour
    }

    /// Columns: at least ``leastWidth``.
    public let width: Int
    /// What can be shown.
    public let style: Style
    /// How numbers and dates read.
    public var spelling: NumberSpelling

    /// The narrowest that lines are made for.
    public static let leastWidth = 40
    /// Wider lines are harder to read, not easier.
    public static let mostWidth = 160

    /// A terminal of so many columns, kept between ``leastWidth`` and ``mostWidth``.
    public init(width: Int, style: Style, spelling: NumberSpelling = .standard) {
        self.width = min(max(width, Self.leastWidth), Self.mostWidth)
        self.style = style
        self.spelling = spelling
    }

    /// The text as it is shown here: with the numbers of the reader's language, and of a plain one with our typographic
    /// characters in ASCII. A text is shown once.
    public func shown(_ text: String) -> String {
        let words = spelling.text(text)
        return style == .plain ? PlainText.of(words) : words
    }

    /// A piece of a line.
    public func piece(_ text: String, _ tone: TerminalTone = .plain) -> TerminalPiece {
        TerminalPiece(shown(text), tone)
    }

    /// Lines of words, broken between them; words that are longer than a line are cut.
    public func wrapped(_ text: String, indent: Int = 0, tone: TerminalTone = .plain) -> [TerminalLine] {
        let room = width - indent
        var lines: [TerminalLine] = []
        var line = ""
        for word in shown(text).split(separator: " ", omittingEmptySubsequences: true).map(String.init) {
            let isFull = !line.isEmpty && TextWidth.of(line) + 1 + TextWidth.of(word) > room
            if isFull { lines.append(self.line(line, indent, tone)) }
            line = isFull || line.isEmpty ? TextWidth.cut(word, to: room) : line + " " + word
        }
        if !line.isEmpty { lines.append(self.line(line, indent, tone)) }
        return lines
    }

    private func line(_ text: String, _ indent: Int, _ tone: TerminalTone) -> TerminalLine {
        TerminalLine([TerminalPiece(String(repeating: " ", count: indent)), TerminalPiece(text, tone)])
    }

    /// The lines as they are written, without blanks at their ends.
    public func text(_ lines: [TerminalLine]) -> String {
        lines.map { $0.text(inColour: style == .colour) + "\n" }.joined()
    }
}
