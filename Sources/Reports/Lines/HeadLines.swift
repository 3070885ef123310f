import DocumentModel
import TerminalOutput

extension TitleBand {
    /// The title, cut where it is longer than a line, and all that stands beneath it.
    func lines(on terminal: Terminal) -> [TerminalLine] {
        let title = terminal.piece(TextWidth.cut(terminal.shown(title), to: terminal.width), .strong)
        return [TerminalLine([title])]
            + [lead, subtitle, details.joined(separator: " · ")].flatMap { terminal.wrapped($0, tone: .muted) }
    }
}

extension Terminal {
    /// A warning behind its mark.
    func caution(_ text: String) -> [TerminalLine] {
        let lines = wrapped(text, indent: 2)
        return [TerminalLine([piece("! ", .loss)] + (lines.first?.pieces.dropFirst() ?? []))] + lines.dropFirst()
    }
}
