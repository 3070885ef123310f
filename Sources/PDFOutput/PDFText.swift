import TextShaping

/// Pieces of PDF syntax (ISO 32000-1, 7.3).
enum PDFText {
    /// A text string: plain where it is printable ASCII, else UTF-16 in hexadecimal with its byte order mark.
    static func string(_ text: String) -> String {
        let text = DrawableText.of(text)
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
            return "<FEFF" + text.utf16.map { hex(UInt8($0 >> 8)) + hex(UInt8($0 & 0xFF)) }.joined() + ">"
        }
        var quoted = "("
        for character in text.unicodeScalars {
            if character == "(" || character == ")" || character == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(character)
        }
        return quoted + ")"
    }

    /// An address as a string of bytes; what is not ASCII is percent-encoded (RFC 3986).
    static func address(_ text: String) -> String {
        string(
            text.utf8.map { $0 > 0x20 && $0 < 0x7F ? String(Unicode.Scalar($0)) : "%" + hex($0) }.joined())
    }

    /// A name, its unusual bytes written as `#xx`.
    static func name(_ text: String) -> String {
        var name = "/"
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default: name += "#" + hex(byte)
            }
        }
        return name
    }

    /// A number of points with two decimals at most.
    static func number(_ value: Double) -> String {
        let hundredths = Int(exactly: (value * 100).rounded()) ?? 0
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(twoDigits(rest))"
    }

    /// A moment as PDF writes it: `D:20240131120000Z`.
    static func date(_ moment: PDFMetadata.Instant) -> String {
        let parts = [moment.month, moment.day, moment.hour, moment.minute, moment.second].map(twoDigits)
        return "D:" + fourDigits(moment.year) + parts.joined() + "Z"
    }

    /// A moment as XMP writes it: `2024-01-31T12:00:00Z`.
    static func timestamp(_ moment: PDFMetadata.Instant) -> String {
        let day = "\(fourDigits(moment.year))-\(twoDigits(moment.month))-\(twoDigits(moment.day))"
        return "\(day)T\(twoDigits(moment.hour)):\(twoDigits(moment.minute)):\(twoDigits(moment.second))Z"
    }

    /// Two hexadecimal digits.
    static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "0" + digits : digits
    }

    private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    private static func fourDigits(_ value: Int) -> String {
        String(repeating: "0", count: max(0, 4 - "\(value)".count)) + "\(value)"
    }
}
