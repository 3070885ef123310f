/// Text operations with Python's meaning: a string is a row of Unicode scalars.
enum PythonText {
    /// Whether Python's `str.isspace` holds.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            true
        default: false
        }
    }

    /// Whether the scalar ends a line for `splitlines`.
    static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Whether `\w` matches: letters, digits, underscore.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return isASCIIWord(UInt8(scalar.value)) }
        return isLetter(scalar) || isNumeric(scalar)
    }

    static func isASCIIWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Whether `str.isalpha` holds for the scalar.
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    /// Whether `str.isnumeric` holds for the scalar.
    static func isNumeric(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }

    /// How many scalars a text has.
    static func length(_ text: String) -> Int {
        let bytes = text.utf8
        return bytes.reduce(into: 0) { count, byte in if byte & 0xC0 != 0x80 { count += 1 } }
    }

    /// Without white space, or without any of the given characters, at the chosen ends.
    static func strip(_ text: String, _ characters: String? = nil, start: Bool = true, end: Bool = true) -> String {
        let set = characters.map { Set($0.unicodeScalars) }
        func drops(_ scalar: Unicode.Scalar) -> Bool { set?.contains(scalar) ?? isSpace(scalar) }
        var rest = text.unicodeScalars[...]
        while start, let first = rest.first, drops(first) { rest.removeFirst() }
        while end, let last = rest.last, drops(last) { rest.removeLast() }
        return String(rest)
    }

    /// The first letter large, all others small.
    static func capitalize(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        return first.properties.titlecaseMapping + String(text.unicodeScalars.dropFirst()).lowercased()
    }

    /// Python's `str.title`: every run of letters starts large.
    static func title(_ text: String) -> String {
        var result = ""
        var isInside = false
        for scalar in text.unicodeScalars {
            let isCased = scalar.properties.isCased
            if isCased {
                result += isInside ? scalar.properties.lowercaseMapping : scalar.properties.titlecaseMapping
            } else {
                result.unicodeScalars.append(scalar)
            }
            isInside = isCased
        }
        return result
    }

    /// The lines of a text without their ends.
    static func lines(_ text: String, keepEnds: Bool = false) -> [String] {
        var lines = [String]()
        var line = String.UnicodeScalarView()
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            guard endsLine(scalar) else {
                line.append(scalar)
                continue
            }
            if keepEnds { line.append(scalar) }
            if scalar == "\r", scalars.first == "\n" {
                scalars.removeFirst()
                if keepEnds { line.append("\n") }
            }
            lines.append(String(line))
            line = String.UnicodeScalarView()
        }
        if !line.isEmpty { lines.append(String(line)) }
        return lines
    }

    /// Where `part` first stands in `text` at or after a byte, as a byte offset.
    static func find(_ part: [UInt8], in text: [UInt8], from start: Int) -> Int? {
        TextSearch(part).first(in: text, from: start)
    }

    /// All occurrences of `old` replaced, at most `count` of them unless that is negative.
    static func replace(_ text: String, _ old: String, _ new: String, count: Int = -1) -> String {
        let bytes = Array(text.utf8)
        let pattern = Array(old.utf8)
        if pattern.isEmpty { return interleave(text, new, count) }
        let search = TextSearch(pattern)
        var result = [UInt8]()
        var position = 0
        var done = 0
        while count < 0 || done < count, let found = search.first(in: bytes, from: position) {
            result += bytes[position..<found]
            result += new.utf8
            position = found + pattern.count
            done += 1
        }
        result += bytes[position...]
        return String(decoding: result, as: UTF8.self)
    }

    private static func interleave(_ text: String, _ new: String, _ count: Int) -> String {
        var result = ""
        var done = 0
        for scalar in text.unicodeScalars {
            if count < 0 || done < count { result += new }
            done += 1
            result.unicodeScalars.append(scalar)
        }
        return count < 0 || done < count ? result + new : result
    }
}
