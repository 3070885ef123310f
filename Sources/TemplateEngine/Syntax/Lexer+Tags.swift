extension Lexer {
    /// The tokens of `{{ … }}` or `{% … %}`, from behind the opening.
    mutating func readTag(_ opening: Int, _ kind: Token.Kind) throws(Fault) {
        let isBlock = if case .blockBegin = kind { true } else { false }
        add(kind, from: opening, to: opening + 2)
        var brackets = [Token.Symbol]()
        while true {
            skipSpace()
            if brackets.isEmpty, closeTag(isBlock) { return }
            guard position < bytes.count else {
                throw fault(.unclosed(opening: isBlock ? "{%" : "{{"), opening, opening + 2)
            }
            try readToken(&brackets)
        }
    }

    private mutating func closeTag(_ isBlock: Bool) -> Bool {
        let mark = byte(position)
        let hasControl = mark == UInt8(ascii: "-") || (isBlock && mark == UInt8(ascii: "+"))
        let start = position + (hasControl ? 1 : 0)
        guard isBlock ? starts("%}", at: start) : starts("}}", at: start) else { return false }
        let from = position
        position = start + 2
        add(isBlock ? .blockEnd : .variableEnd, from: from)
        if mark == UInt8(ascii: "-") { skipSpace() }
        return true
    }

    private mutating func readToken(_ brackets: inout [Token.Symbol]) throws(Fault) {
        guard let (first, length) = scalar(at: position) else { return }
        switch first {
        case "0"..."9": try readNumber()
        case "'", "\"": try readString(UInt8(first.value))
        default:
            if first == "_" || first.properties.isXIDStart { return readName() }
            guard let symbol = symbol(at: position) else {
                throw fault(.unexpectedCharacter(String(first)), position, position + length)
            }
            try balance(symbol, &brackets)
            let start = position
            position += symbol.rawValue.utf8.count
            add(.symbol(symbol), from: start)
        }
    }

    private mutating func readName() {
        let start = position
        while let (next, length) = scalar(at: position), next == "_" || next.properties.isXIDContinue {
            position += length
        }
        add(.name(source.text(Span(start: start, end: position))), from: start)
    }

    private func symbol(at offset: Int) -> Token.Symbol? {
        if offset + 1 < bytes.count,
            let long = Token.Symbol(rawValue: String(decoding: bytes[offset...(offset + 1)], as: UTF8.self))
        {
            return long
        }
        return Token.Symbol(rawValue: String(decoding: bytes[offset...offset], as: UTF8.self))
    }

    private func balance(_ symbol: Token.Symbol, _ brackets: inout [Token.Symbol]) throws(Fault) {
        switch symbol {
        case .leftBrace: brackets.append(.rightBrace)
        case .leftParenthesis: brackets.append(.rightParenthesis)
        case .leftBracket: brackets.append(.rightBracket)
        case .rightBrace, .rightParenthesis, .rightBracket:
            let expected = brackets.popLast()
            if expected != symbol {
                throw fault(
                    .unbalanced(found: symbol.rawValue, expected: expected?.rawValue), position, position + 1)
            }
        default: break
        }
    }
}
