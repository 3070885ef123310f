/// Single-byte encodings of Windows, in which older programs write text without saying so.
///
/// ```swift
/// CodePage.utf8([0xCF, 0xF0, 0xE8, 0xE1, 0xFB, 0xEB, 0xFC])   // "Прибыль", although no byte says that it is Cyrillic
/// ```
public enum CodePage: Sendable {
    /// Western European, also what is meant by ISO 8859-1.
    case windows1252
    /// Cyrillic.
    case windows1251

    /// The text as UTF-8: what is valid UTF-8 or UTF-16 with a mark stays what it is; else the code page that the document
    /// names, else the one that its bytes suggest, else U+FFFD for what is not ASCII. A mark at the beginning is taken off.
    public static func utf8(_ bytes: [UInt8], naming charset: String? = nil) -> [UInt8] {
        let marked = TextDecoding.utf8(bytes)
        if TextDecoding.isUTF16(bytes) || isUTF8(marked) { return marked }
        guard let page = charset.flatMap(named) ?? guess(marked) else {
            return marked.flatMap { $0 < 0x80 ? [$0] : [0xEF, 0xBF, 0xBD] }
        }
        return page.decoded(marked)
    }

    /// The code page of a name such as `windows-1251`; nil for others.
    static func named(_ charset: String) -> CodePage? {
        switch charset.lowercased() {
        case "windows-1251", "cp1251", "x-cp1251": .windows1251
        case "windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii": .windows1252
        default: nil
        }
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        // Most reports are ASCII, which needs no decoding to see.
        bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
    }

    /// Cyrillic words are letters beyond ASCII throughout; Western ones have single accents. Nil where bytes are neither, as
    /// in the encodings of Chinese and Japanese.
    private static func guess(_ bytes: [UInt8]) -> CodePage? {
        var (inWords, alone, others, length) = (0, 0, 0, 0)
        for byte in bytes {
            if byte >= 0xC0 {
                length += 1
                continue
            }
            if byte >= 0x80 { others += 1 }
            if length >= 3 { inWords += length } else { alone += length }
            length = 0
        }
        if others >= 3, others * 4 > inWords + alone + others { return nil }
        return inWords > alone ? .windows1251 : .windows1252
    }

    private func decoded(_ bytes: [UInt8]) -> [UInt8] {
        var text = [UInt8]()
        text.reserveCapacity(bytes.count + bytes.count / 4)
        for byte in bytes {
            guard byte >= 0x80 else {
                text.append(byte)
                continue
            }
            let scalar = Unicode.Scalar(scalar(byte)) ?? "\u{FFFD}"
            text.append(contentsOf: String(scalar).utf8)
        }
        return text
    }

    private func scalar(_ byte: UInt8) -> UInt16 {
        switch self {
        case .windows1252: byte < 0xA0 ? Self.western[Int(byte) - 0x80] : UInt16(byte)
        case .windows1251: byte < 0xC0 ? Self.cyrillic[Int(byte) - 0x80] : 0x410 + UInt16(byte - 0xC0)
        }
    }

    private static let western: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
    private static let cyrillic: [UInt16] = [
        0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A, 0x040C,
        0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0xFFFD, 0x2122, 0x0459, 0x203A,
        0x045A, 0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9,
        0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6, 0x00B7,
        0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
    ]
}
