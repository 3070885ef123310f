import CommandLineArguments
import SystemFiles
import TerminalOutput

/// What `--style` and `--width` come to: what the terminal shows where they are not given.
enum TerminalChoice {
    /// Results go to this terminal, or to this file.
    static func terminal(_ arguments: ParsedArguments) -> Terminal {
        Terminal(width: arguments[Options.width] ?? columns, style: style(arguments[Options.terminalStyle]))
    }

    private static var columns: Int {
        StandardStreams.outputColumns ?? ProcessEnvironment.variable("COLUMNS").flatMap { Int($0) } ?? 80
    }

    private static func style(_ choice: StyleChoice) -> Terminal.Style {
        switch choice {
        case .plain: .plain
        case .text: .text
        case .colour: .colour
        case .auto:
            !StandardStreams.outputIsTerminal || isDumb || !knowsUnicode ? .plain : wantsColour ? .colour : .text
        }
    }

    private static var isDumb: Bool { ProcessEnvironment.variable("TERM") == "dumb" }

    /// <https://no-color.org>: set and not empty.
    private static var wantsColour: Bool { (ProcessEnvironment.variable("NO_COLOR") ?? "").isEmpty }

    /// As the C library decides: the first of the three that is set and not empty.
    private static var knowsUnicode: Bool {
        let names = ["LC_ALL", "LC_CTYPE", "LANG"]
        let name = names.compactMap(ProcessEnvironment.variable).first { !$0.isEmpty } ?? ""
        let letters = name.lowercased().filter { $0 != "-" }
        return letters.hasSuffix("utf8") || letters.contains("utf8@")
    }
}

/// How `show` draws.
enum StyleChoice: String, CaseIterable, Sendable {
    /// Colours on a terminal, ASCII elsewhere.
    case auto
    /// ASCII.
    case plain
    /// Every character, no colours.
    case text
    /// Colours.
    case colour
}
