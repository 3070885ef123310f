/// The words and signs of an expression.
struct ExpressionToken: Equatable {
    enum Kind: Equatable {
        case number(Double)
        case name(String)
        case word(String)
        case sign(String)
        case end
    }

    let kind: Kind
    let range: Range<Int>

    /// The tokens of a text, with an end behind them.
    static func all(in text: String) throws(ExpressionError) -> [ExpressionToken] {
        var reader = TokenReader(text)
        return try reader.read()
    }
}

/// Cuts a text into tokens.
private struct TokenReader {
    private let text: String
    private let bytes: [UInt8]
    private var place = 0

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    mutating func read() throws(ExpressionError) -> [ExpressionToken] {
        var tokens: [ExpressionToken] = []
        while place < bytes.count {
            let byte = bytes[place]
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                place += 1
            } else if Self.isLetter(byte) || byte == UInt8(ascii: ".") {
                tokens.append(try nameOrNumber())
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                tokens.append(try word())
            } else {
                tokens.append(try sign())
            }
        }
        return tokens + [ExpressionToken(kind: .end, range: bytes.count..<bytes.count)]
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// `0.5`, `1e-3`, `20%`, `sharpe`, `trades.count`, `3m`: what reads as a number is one.
    private mutating func nameOrNumber() throws(ExpressionError) -> ExpressionToken {
        let start = place
        while place < bytes.count {
            let isExponent =
                place > start && "+-".utf8.contains(bytes[place]) && "eE".utf8.contains(bytes[place - 1])
                && bytes[start] < UInt8(ascii: "A") && place + 1 < bytes.count && isDigit(bytes[place + 1])
            guard Self.isLetter(bytes[place]) || bytes[place] == UInt8(ascii: ".") || isExponent else { break }
            place += 1
        }
        let word = String(decoding: bytes[start..<place], as: UTF8.self)
        guard isDigit(bytes[start]) || bytes[start] == UInt8(ascii: "."), let number = Double(word), number.isFinite,
            !word.utf8.contains(UInt8(ascii: "x"))
        else { return try name(word, start) }
        guard place < bytes.count, bytes[place] == UInt8(ascii: "%") else {
            return ExpressionToken(kind: .number(number), range: start..<place)
        }
        place += 1
        return ExpressionToken(kind: .number(number / 100), range: start..<place)
    }

    private func name(_ word: String, _ start: Int) throws(ExpressionError) -> ExpressionToken {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty }) else {
            throw ExpressionError(text, start..<place, "'\(word)' is neither a number nor a name")
        }
        return ExpressionToken(kind: .name(word), range: start..<place)
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private mutating func word() throws(ExpressionError) -> ExpressionToken {
        let start = place
        guard let end = bytes[(place + 1)...].firstIndex(of: bytes[place]) else {
            throw ExpressionError(text, start..<bytes.count, "the quote does not end")
        }
        place = end + 1
        return ExpressionToken(
            kind: .word(String(decoding: bytes[(start + 1)..<end], as: UTF8.self)), range: start..<place)
    }

    private mutating func sign() throws(ExpressionError) -> ExpressionToken {
        let start = place
        for sign in ["<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "^", "(", ")", ","]
        where bytes[place...].starts(with: sign.utf8) {
            place += sign.utf8.count
            return ExpressionToken(kind: .sign(sign), range: start..<place)
        }
        // A whole character, however many bytes it has.
        var end = place + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let character = String(decoding: bytes[start..<end], as: UTF8.self)
        let remedy: [String: String] = [
            "=": "write == to compare", "≥": "write >=", "≤": "write <=", "≠": "write !=", "−": "write a hyphen",
            "&": "write and", "|": "write or", "!": "write not", "%": "a percent sign stands behind a number",
        ]
        let words = remedy[character].map { "; " + $0 } ?? ""
        throw ExpressionError(text, start..<end, "'\(character)' has no meaning here\(words)")
    }
}
