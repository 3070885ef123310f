/// Where a line may end: spaces, hyphens and dashes between words, and between ideographs.
///
/// A small part of Unicode's line breaking (UAX 14) that suits reports. Thin and narrow spaces hold numbers and units
/// together here, although UAX 14 would break after a thin space. Works on scalars: comparing characters is ten times
/// slower, and no break falls within one.
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
        let scalars = text.unicodeScalars
        var chunks: [Chunk] = []
        var start = scalars.startIndex
        var spaces: String.Index?
        var previous: Unicode.Scalar?
        var index = start
        func chunk(to end: String.Index, mayBreak: Bool) -> Chunk {
            let split = spaces ?? end
            return Chunk(text: String(scalars[start..<split]), spaces: String(scalars[split..<end]), mayBreak: mayBreak)
        }
        while index < scalars.endIndex {
            let scalar = scalars[index]
            if isSpace(scalar) {
                spaces = spaces ?? index
                previous = nil
            } else {
                let isFirst = previous == nil || scalars.index(after: start) == index
                if spaces != nil || breaks(between: previous, and: scalar, afterOne: isFirst) {
                    chunks.append(chunk(to: index, mayBreak: true))
                    start = index
                    spaces = nil
                }
                previous = scalar
            }
            index = scalars.index(after: index)
        }
        if start < index { chunks.append(chunk(to: index, mayBreak: spaces != nil)) }
        return chunks
    }

    /// `afterOne` tells that what precedes is a single scalar: a sign, rather than a hyphen between words.
    private static func breaks(between previous: Unicode.Scalar?, and next: Unicode.Scalar, afterOne: Bool) -> Bool {
        guard let previous else { return false }
        switch previous {
        case "-", "\u{2010}", "/", "_": return !afterOne && next.properties.isAlphabetic
        case "\u{2013}", "\u{2014}":
            return !afterOne && (next.properties.isAlphabetic || next.properties.numericType != nil)
        case "\u{200B}": return true
        default: return previous.value >= 0x2E80 || next.value >= 0x2E80 ? breaksAtIdeographs(previous, next) : false
        }
    }

    private static func breaksAtIdeographs(_ previous: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
        guard isIdeographic(previous) || isIdeographic(next) else { return false }
        return !isClosing(next) && !isOpening(previous) && !isGlue(previous) && !isGlue(next)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "\u{2002}"..."\u{2006}", "\u{2008}", "\u{205F}", "\u{3000}": true
        default: false
        }
    }

    /// Does not begin a line: closing marks, and what combines with the character before.
    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "、", "。", "，", "．", "）", "」", "』", "】", "〉", "》", "！", "？", "：", "；", "・", "ー", "”", "’", "％", "…",
            ".", ",", ")", "]", "}", "!", "?", ":", ";", "%":
            true
        default: scalar.properties.isGraphemeExtend
        }
    }

    /// Does not end a line.
    private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "（", "「", "『", "【", "〈", "《", "“", "‘", "(", "[", "{", "￥", "＄", "$": true
        default: false
        }
    }

    /// Holds its neighbours together.
    private static func isGlue(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{A0}", "\u{2007}", "\u{2009}", "\u{200D}", "\u{202F}", "\u{2060}": true
        default: false
        }
    }

    private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E80...0x2FFF, 0x3001...0x30FF, 0x3100...0x312F, 0x31A0...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF,
            0xF900...0xFAFF, 0xFF01...0xFFEF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
