import NativeCodecs

/// Reads what attributes of SVG hold: numbers, flags, letters, with blanks and commas between them.
struct SVGScanner {
    /// Beyond this a drawing is no longer one, and sums might overflow.
    static let largest = 1e6

    private let bytes: [UInt8]
    private(set) var place = 0

    /// At the beginning of a text.
    init(_ text: String) { bytes = Array(text.utf8) }

    /// Whether nothing but blanks is left.
    mutating func isAtEnd() -> Bool {
        skipBlanks()
        return place == bytes.count
    }

    /// The next letter, if one is next.
    mutating func letter() -> UInt8? {
        skipBlanks()
        guard place < bytes.count, bytes[place] | 0x20 >= UInt8(ascii: "a"), bytes[place] | 0x20 <= UInt8(ascii: "z")
        else { return nil }
        defer { place += 1 }
        return bytes[place]
    }

    /// The next number, if one is next and no larger than a drawing's may be.
    mutating func number() -> Double? {
        skipBlanks()
        let end = endOfNumber()
        guard let value = DecimalText.number(bytes.span, place..<end), value.magnitude <= Self.largest else {
            return nil
        }
        place = end
        skipComma()
        return value
    }

    /// Whether a flag of an arc is set: `0` or `1`, with nothing needed behind it.
    mutating func flag() -> Bool? {
        skipBlanks()
        guard place < bytes.count, bytes[place] == UInt8(ascii: "0") || bytes[place] == UInt8(ascii: "1") else {
            return nil
        }
        defer {
            place += 1
            skipComma()
        }
        return bytes[place] == UInt8(ascii: "1")
    }

    /// The letters before an opening bracket, which is passed.
    mutating func functionName() -> String? {
        skipComma()
        var name: [UInt8] = []
        while let byte = letter() { name.append(byte) }
        skipBlanks()
        guard !name.isEmpty, take(UInt8(ascii: "(")) else { return nil }
        return String(decoding: name, as: UTF8.self)
    }

    /// Passes a byte, if it is next.
    mutating func take(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    /// As many numbers as follow each other.
    mutating func numbers() -> [Double] {
        var found: [Double] = []
        while let value = number() { found.append(value) }
        return found
    }

    /// What is left, without blanks around it.
    mutating func rest() -> String {
        skipBlanks()
        var end = bytes.count
        while end > place, bytes[end - 1] <= 0x20 { end -= 1 }
        defer { place = bytes.count }
        return String(decoding: bytes[place..<end], as: UTF8.self)
    }

    private mutating func skipBlanks() { while place < bytes.count, bytes[place] <= 0x20 { place += 1 } }

    private mutating func skipComma() {
        skipBlanks()
        if place < bytes.count, bytes[place] == UInt8(ascii: ",") { place += 1 }
    }

    /// Numbers need nothing between them where a sign or a second point begins the next: `1.5.5-2`.
    private func endOfNumber() -> Int {
        var end = place
        func isDigit() -> Bool { end < bytes.count && (0x30...0x39).contains(bytes[end]) }
        if end < bytes.count, bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "+") { end += 1 }
        while isDigit() { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: ".") { end += 1 }
        while isDigit() { end += 1 }
        let mantissa = end
        guard end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") else { return end }
        end += 1
        if end < bytes.count, bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "+") { end += 1 }
        guard isDigit() else { return mantissa }
        while isDigit() { end += 1 }
        return end
    }
}
