/// How many columns of a terminal a text takes: two for East Asian letters and emoji, none for marks on other letters.
public enum TextWidth {
    /// Columns of a text without line feeds.
    public static func of(_ text: String) -> Int {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
        return text.reduce(0) { $0 + of($1) }
    }

    /// The text with blanks behind it, or before it where `atEnd`; longer texts stay.
    public static func padded(_ text: String, to width: Int, atEnd: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - of(text)))
        return atEnd ? blanks + text : text + blanks
    }

    /// The beginning of a text that takes at most so many columns, with `~` where more would follow.
    public static func cut(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        var (result, left) = ("", width - 1)
        for character in text {
            left -= of(character)
            guard left >= 0 else { break }
            result.append(character)
        }
        return result + "~"
    }

    private static func of(_ character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        let isEmoji = first.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}")
        return isEmoji || isWide(first.value) ? 2 : 1
    }

    /// The ranges of Unicode's East Asian Width that hold whole scripts of wide letters.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
