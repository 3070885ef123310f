/// Text from outside as it may be shown on a terminal or in a log: visible, without characters that act.
public enum PrintableText {
    /// The text with control characters (C0, DEL, C1), marks that turn the direction of writing, line and paragraph
    /// separators and noncharacters replaced by U+FFFD.
    ///
    /// - Parameter keepsLines: Leaves line feeds and tabs, for text that is meant to have lines.
    public static func of(_ text: String, keepsLines: Bool = false) -> String {
        if text.utf8.allSatisfy({ isPlain($0, keepsLines) }) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isKept = keepsLines && (scalar == "\n" || scalar == "\t")
            result.append(isKept || !acts(scalar) ? scalar : "\u{FFFD}")
        }
        return String(result)
    }

    /// The beginning of a text, made printable, with `…` where more follows.
    public static func excerpt(_ text: String, limit: Int = 40) -> String {
        let scalars = text.unicodeScalars
        let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex) ?? scalars.endIndex
        return of(String(scalars[..<end])) + (end < scalars.endIndex ? "…" : "")
    }

    /// Whether a terminal or a file manager may do something else with a character than show it.
    public static func acts(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB:
            true
        case 0xE0000...0xE007F: true
        default: scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
        }
    }

    private static func isPlain(_ byte: UInt8, _ keepsLines: Bool) -> Bool {
        (byte >= 0x20 && byte < 0x7F) || (keepsLines && (byte == 0x0A || byte == 0x09))
    }
}
