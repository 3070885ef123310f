/// Goes through the bytes of one cell from left to right.
struct TextReader {
    private let bytes: [UInt8]
    private(set) var position: Int
    private let end: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    var isAtEnd: Bool { position == end }

    /// The byte here, without going on.
    var peek: UInt8? { position < end ? bytes[position] : nil }

    /// The byte here, going on behind it.
    mutating func next() -> UInt8? {
        guard position < end else { return nil }
        position += 1
        return bytes[position - 1]
    }

    /// Goes behind `byte` where it stands here.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    /// Goes behind any of some bytes, and says which.
    mutating func take(anyOf set: StaticString) -> UInt8? {
        guard let byte = peek, "\(set)".utf8.contains(byte) else { return nil }
        position += 1
        return byte
    }

    mutating func skipBlanks() {
        while peek == UInt8(ascii: " ") { position += 1 }
    }

    /// The number that as many digits as stand here make, as long as their count is allowed.
    mutating func number(digits: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while count < digits.upperBound, let digit = peek.map({ $0 &- UInt8(ascii: "0") }), digit < 10 {
            value = value * 10 + Int(digit)
            count += 1
            position += 1
        }
        return count >= digits.lowerBound ? value : nil
    }

    /// Milliseconds of the digits behind a point, finer ones cut off.
    mutating func fraction() -> Int64? {
        var (value, count): (Int64, Int) = (0, 0)
        while let digit = peek.map({ $0 &- UInt8(ascii: "0") }), digit < 10 {
            if count < 3 { value = value * 10 + Int64(digit) }
            count += 1
            position += 1
        }
        guard count > 0 else { return nil }
        for _ in min(count, 3)..<3 { value *= 10 }
        return value
    }

    /// The ASCII letters here, made small; at most twelve, which no name of a month or day exceeds.
    mutating func word() -> String {
        var word = [UInt8]()
        while word.count < 12, let byte = peek.map({ $0 | 0x20 }),
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        {
            word.append(byte)
            position += 1
        }
        return String(decoding: word, as: UTF8.self)
    }
}
