/// Text in quotes, as Python prints it.
extension PythonParser {
    /// Reads text from its opening quote to behind its closing one.
    mutating func string() throws(PythonError) -> String {
        let quote = bytes[position]
        let start = position
        position += 1
        var text = [UInt8]()
        while let byte = peek {
            switch byte {
            case quote:
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &text)
            default:
                text.append(byte)
                position += 1
            }
        }
        position = start
        throw error("text without a closing quote")
    }

    /// `\n`, `\x41`, `\u0041`, `\U00000041`; a mark that Python does not know stands for itself.
    private mutating func escape(into text: inout [UInt8]) throws(PythonError) {
        position += 1
        guard let byte = peek else { throw error("the text ends inside quotes") }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "x"): try appendScalar(digits: 2, to: &text)
        case UInt8(ascii: "u"): try appendScalar(digits: 4, to: &text)
        case UInt8(ascii: "U"): try appendScalar(digits: 8, to: &text)
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): text.append(byte)
        default: text += [UInt8(ascii: "\\"), byte]
        }
    }

    private mutating func appendScalar(digits: Int, to text: inout [UInt8]) throws(PythonError) {
        guard position + digits <= bytes.count else { throw error("expected \(digits) hexadecimal digits") }
        var code: UInt32 = 0
        for byte in bytes[position..<position + digits] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw error("expected \(digits) hexadecimal digits")
            }
            code = code << 4 | UInt32(digit)
        }
        position += digits
        // Half a pair of surrogates is no character; Python prints those of file names so.
        text.append(contentsOf: String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8)
    }
}
