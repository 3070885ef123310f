import Formatting

/// A text with one tone.
public struct TerminalPiece: Equatable, Sendable {
    /// Without characters that act on a terminal.
    public let text: String
    /// How it is meant.
    public let tone: TerminalTone

    /// A piece; what acts on a terminal is replaced.
    public init(_ text: String, _ tone: TerminalTone = .plain) {
        self.text = PrintableText.of(text)
        self.tone = tone
    }

    /// Columns.
    public var width: Int { TextWidth.of(text) }

    func text(inColour: Bool) -> String {
        guard inColour, let codes = tone.codes, text.contains(where: { $0 != " " }) || isFilled else { return text }
        return "\u{1B}[\(codes)m\(text)\u{1B}[0m"
    }

    /// Whether its background shows, so that blanks count.
    var isFilled: Bool { if case .heat = tone { true } else { false } }
}

/// One line of a terminal.
public struct TerminalLine: Equatable, Sendable {
    /// From the left.
    public var pieces: [TerminalPiece]

    /// A line of some pieces; none is an empty line.
    public init(_ pieces: [TerminalPiece] = []) { self.pieces = pieces }

    /// Columns.
    public var width: Int { pieces.reduce(0) { $0 + $1.width } }

    /// The line with blanks behind it up to so many columns.
    public func padded(to width: Int) -> TerminalLine {
        let missing = width - self.width
        return missing > 0 ? TerminalLine(pieces + [TerminalPiece(String(repeating: " ", count: missing))]) : self
    }

    /// Another line behind this one.
    public static func + (left: TerminalLine, right: TerminalLine) -> TerminalLine {
        TerminalLine(left.pieces + right.pieces)
    }

    /// As it is written: blanks at the end are left out.
    func text(inColour: Bool) -> String {
        var kept = pieces
        while let last = kept.last, !last.isFilled, last.text.allSatisfy({ $0 == " " }) { kept.removeLast() }
        guard let last = kept.popLast() else { return "" }
        let body = last.isFilled ? last : TerminalPiece(Self.trimmed(last.text), last.tone)
        return (kept + [body]).map { $0.text(inColour: inColour) }.joined()
    }

    private static func trimmed(_ text: String) -> String {
        String(text.reversed().drop { $0 == " " }.reversed())
    }
}
