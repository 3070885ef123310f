/// Where a line may end: spaces, hyphens and dashes between words, and between ideographs.
///
/// A small part of Unicode's line breaking (UAX 14) that suits reports. Thin and narrow spaces hold numbers and units
/// together here, although UAX 14 would break after a thin space.
enum LineBreaks {
    /// A stretch of text that stays on one line, and the spaces behind it.
    struct Chunk: Equatable {
        /// Without trailing spaces; may be empty.
        var text: String
        /// Spaces behind it, dropped at the end of a line.
        var spaces: String
        /// Whether a line may end here.
        var mayBreak: Bool
    }

    /// The text in chunks; their texts and spaces in order are the text.
    static func chunks(of text: String) -> [Chunk] {
        var chunks: [Chunk] = []
        var current = Chunk(text: "", spaces: "", mayBreak: false)
        var previous: Character?
        for character in text {
            if isSpace(character) {
                current.spaces.append(character)
                current.mayBreak = true
            } else {
                if current.mayBreak || breaks(between: previous, and: character, after: current.text) {
                    current.mayBreak = true
                    chunks.append(current)
                    current = Chunk(text: "", spaces: "", mayBreak: false)
                }
                current.text.append(character)
            }
            previous = character
        }
        if !current.text.isEmpty || !current.spaces.isEmpty { chunks.append(current) }
        return chunks
    }

    private static func breaks(between previous: Character?, and next: Character, after text: String) -> Bool {
        guard let previous, !text.isEmpty else { return false }
        switch previous {
        case "-", "\u{2010}", "/", "_": return text.count > 1 && next.isLetter
        case "\u{2013}", "\u{2014}": return text.count > 1 && (next.isLetter || next.isNumber)
        case "\u{200B}": return true
        default: return breaksAroundIdeographs(previous, next)
        }
    }

    private static func breaksAroundIdeographs(_ previous: Character, _ next: Character) -> Bool {
        guard isIdeographic(previous) || isIdeographic(next) else { return false }
        return !closing.contains(next) && !opening.contains(previous)
    }

    private static let closing: Set<Character> = [
        "、", "。", "，", "．", "）", "」", "』", "】", "〉", "》", "！", "？", "：", "；", "・", "ー", "”", "’", "％", "…",
        ".", ",", ")", "]", "}", "!", "?", ":", ";", "%", "\u{00A0}", "\u{202F}", "\u{2007}", "\u{2009}", "\u{2060}",
    ]
    private static let opening: Set<Character> = [
        "（", "「", "『", "【", "〈", "《", "“", "‘", "(", "[", "{", "\u{00A0}", "\u{202F}", "\u{2007}", "\u{2009}",
        "\u{2060}", "￥", "＄", "$",
    ]

    private static func isSpace(_ character: Character) -> Bool {
        switch character {
        case " ", "\t", "\u{2002}", "\u{2003}", "\u{2004}", "\u{2005}", "\u{2006}", "\u{2008}", "\u{205F}", "\u{3000}":
            true
        default: false
        }
    }

    private static func isIdeographic(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first?.value else { return false }
        switch scalar {
        case 0x2E80...0x2FFF, 0x3001...0x30FF, 0x3100...0x312F, 0x31A0...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF,
            0xF900...0xFAFF, 0xFF01...0xFFEF, 0x20000...0x3FFFF:
            return true
        default: return false
        }
    }
}
