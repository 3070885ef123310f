extension Lexer {
    /// A float or an integer, with Python's underscores and bases.
    mutating func readNumber() throws(Fault) {
        let start = position
        let followsDot = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
        if !followsDot, let end = floatEnd(start) {
            position = end
            return add(.number(.double(Double(digits(start, end)) ?? 0)), from: start)
        }
        let radix = radix(start)
        position = radix == 10 ? decimalEnd(start) : groupsEnd(start + 2, radix, mayStartWithGap: true) ?? start + 1
        let text = digits(radix == 10 || position == start + 1 ? start : start + 2, position)
        guard let number = Int128(digits: text, radix: position == start + 1 ? 10 : radix) else {
            throw fault(.integerTooLarge, start, position)
        }
        add(.number(number.value), from: start)
    }

    private func digits(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[start..<end].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    }

    private func radix(_ start: Int) -> Int {
        guard bytes[start] == UInt8(ascii: "0"), let mark = byte(start + 1) else { return 10 }
        let radix =
            switch mark | 0x20 {
            case UInt8(ascii: "b"): 2
            case UInt8(ascii: "o"): 8
            case UInt8(ascii: "x"): 16
            default: 10
            }
        return groupsEnd(start + 2, radix, mayStartWithGap: true) == nil ? 10 : radix
    }

    /// `[1-9](_?\d)*` or zeros.
    private func decimalEnd(_ start: Int) -> Int {
        let isZero = bytes[start] == UInt8(ascii: "0")
        return groupsEnd(start, isZero ? 1 : 10) ?? start + 1
    }

    private func floatEnd(_ start: Int) -> Int? {
        guard let whole = groupsEnd(start, 10) else { return nil }
        var end = whole
        if byte(whole) == UInt8(ascii: "."), let fraction = groupsEnd(whole + 1, 10) { end = fraction }
        if let mark = byte(end), mark | 0x20 == UInt8(ascii: "e") {
            let sign = byte(end + 1)
            let skip = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? 2 : 1
            if let exponent = groupsEnd(end + skip, 10) { return exponent }
        }
        return end > whole ? end : nil
    }

    /// Where digits with single underscores between them end; nil without a digit. Radix 1 takes zeros only.
    private func groupsEnd(_ start: Int, _ radix: Int, mayStartWithGap: Bool = false) -> Int? {
        func isDigit(_ offset: Int) -> Bool {
            guard let byte = byte(offset), byte < 0x80 else { return false }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitOrLetter else { return false }
            return digit < radix
        }
        var index = start
        if mayStartWithGap, byte(index) == UInt8(ascii: "_") { index += 1 }
        guard isDigit(index) else { return nil }
        while true {
            if isDigit(index) {
                index += 1
            } else if byte(index) == UInt8(ascii: "_"), isDigit(index + 1) {
                index += 2
            } else {
                return index
            }
        }
    }

    /// A string with Python's escapes.
    mutating func readString(_ quote: UInt8) throws(Fault) {
        let start = position
        var content = [UInt8]()
        position += 1
        while let next = byte(position) {
            if next == quote {
                position += 1
                return add(.string(String(decoding: content, as: UTF8.self)), from: start)
            }
            if next == UInt8(ascii: "\\") {
                try readEscape(&content)
            } else {
                content.append(next)
                position += 1
            }
        }
        throw fault(.unclosedString, start, start + 1)
    }

    private mutating func readEscape(_ content: inout [UInt8]) throws(Fault) {
        let start = position
        guard let mark = byte(position + 1) else {
            position += 1
            return
        }
        position += 2
        switch mark {
        case UInt8(ascii: "\n"): break
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): content.append(mark)
        case UInt8(ascii: "a"): content.append(7)
        case UInt8(ascii: "b"): content.append(8)
        case UInt8(ascii: "f"): content.append(12)
        case UInt8(ascii: "n"): content.append(10)
        case UInt8(ascii: "r"): content.append(13)
        case UInt8(ascii: "t"): content.append(9)
        case UInt8(ascii: "v"): content.append(11)
        case UInt8(ascii: "x"): try readNumeric(start, 2, &content)
        case UInt8(ascii: "u"): try readNumeric(start, 4, &content)
        case UInt8(ascii: "U"): try readNumeric(start, 8, &content)
        case UInt8(ascii: "N"): throw fault(.badEscape("\\N"), start, position)
        case UInt8(ascii: "0")...UInt8(ascii: "7"): readOctal(&content)
        default: content += [UInt8(ascii: "\\"), mark]
        }
    }

    private mutating func readNumeric(_ start: Int, _ count: Int, _ content: inout [UInt8]) throws(Fault) {
        let end = min(bytes.count, position + count)
        let digits = String(decoding: bytes[position..<end], as: UTF8.self)
        guard end == position + count, let value = UInt32(digits, radix: 16), digits.first != "+",
            let scalar = Unicode.Scalar(value)
        else { throw fault(.badEscape(source.text(Span(start: start, end: end))), start, end) }
        content += String(Character(scalar)).utf8
        position = end
    }

    private mutating func readOctal(_ content: inout [UInt8]) {
        position -= 1
        var value: UInt32 = 0
        var count = 0
        while count < 3, let digit = byte(position), digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "7") {
            value = value * 8 + UInt32(digit - 48)
            position += 1
            count += 1
        }
        if let scalar = Unicode.Scalar(value) { content += String(Character(scalar)).utf8 }
    }
}
