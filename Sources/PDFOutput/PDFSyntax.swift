/// Bytes of PDF syntax being written.
///
/// For page content and the thousands of small objects of a structure tree, where building strings took four times as
/// long.
struct PDFSyntax {
    private(set) var bytes: [UInt8] = []

    /// How many bytes were written.
    var count: Int { bytes.count }

    /// Makes room for further bytes.
    mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    /// Writes words as they are.
    mutating func write(_ words: StaticString) {
        words.withUTF8Buffer { letters in unsafe bytes.append(contentsOf: letters) }
    }

    /// Writes text as it is.
    mutating func write(_ text: String) { bytes += text.utf8 }

    /// Writes a whole number.
    mutating func write(_ number: Int) {
        if number < 0 {
            bytes.append(UInt8(ascii: "-"))
            // A document's counts never come near the one number whose negative is out of range.
            return write(-number)
        }
        if number >= 10 { write(number / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }

    /// Writes a number with two decimals at most, and a space: what places on a page need.
    ///
    /// The number must be finite and below a million million.
    mutating func write(place: Double) { write(parts: Int((place * 100).rounded()), of: 100) }

    /// Writes a number with four decimals at most, and a space: what colours, widths and turns need.
    ///
    /// The number must be finite and below a million million.
    mutating func write(fine number: Double) { write(parts: Int((number * 10_000).rounded()), of: 10_000) }

    /// Writes hundredths or smaller parts without needless zeros, and a space.
    private mutating func write(parts: Int, of unit: Int) {
        if parts < 0 { bytes.append(UInt8(ascii: "-")) }
        var (whole, rest) = parts.magnitude.quotientAndRemainder(dividingBy: UInt(unit))
        // `.5` for 0.5.
        if whole > 0 || rest == 0 { write(Int(whole)) }
        if rest > 0 { bytes.append(UInt8(ascii: ".")) }
        var place = UInt(unit)
        while rest > 0 {
            place /= 10
            (whole, rest) = rest.quotientAndRemainder(dividingBy: place)
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: whole))
        }
        bytes.append(UInt8(ascii: " "))
    }

    /// Writes a number of two bytes in four hexadecimal digits.
    mutating func write(hexadecimal number: UInt16) {
        bytes += [0, 0, 0, 0]
        Self.put(hexadecimal: number, in: &bytes, at: bytes.count - 4)
    }

    /// Puts four hexadecimal digits in the place of others.
    static func put(hexadecimal number: UInt16, in bytes: inout [UInt8], at place: Int) {
        for (index, shift) in [UInt16(12), 8, 4, 0].enumerated() {
            let digit = UInt8(truncatingIfNeeded: number >> shift & 0xF)
            bytes[place + index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") - 10 + digit
        }
    }

    /// Writes a reference to an object, with a space before it.
    mutating func writeReference(to object: Int) {
        write(" ")
        write(object)
        write(" 0 R")
    }
}
