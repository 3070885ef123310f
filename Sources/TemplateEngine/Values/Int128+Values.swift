/// Whole numbers of templates: 64 bits as a rule, 128 where arithmetic leaves them; beyond is an error and not, as in
/// Python, a longer number.
extension Int128 {
    /// The integer in a value, if it holds one.
    init?(_ value: TemplateValue) {
        if let small = value.integerValue {
            self.init(small)
        } else if case .wideInteger(let large) = value {
            self = large
        } else {
            return nil
        }
    }

    /// The whole part of a finite number; nil where it has more bits.
    init?(truncating value: Double) { self.init(exactly: value.rounded(.towardZero)) }

    /// The whole part of any finite number; nil where it has more bits.
    init?(truncatingNumber value: TemplateValue) {
        if let integer = Int128(value) { self = integer } else { self.init(truncating: value.numberValue ?? 0) }
    }

    /// The number that digits in a base spell; nil if there is anything but digits, or too many of them.
    init?(digits: String, radix: Int) {
        guard let first = digits.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "+") else { return nil }
        self.init(digits, radix: radix)
    }

    /// As a value, small where it fits.
    var value: TemplateValue { Int(exactly: self).map(TemplateValue.int) ?? .wideInteger(self) }

    /// Quotient rounded down and the remainder with the sign of the divisor, as Python's `//` and `%`; nil where the
    /// quotient has more bits. The divisor must not be zero.
    func dividedDown(by divisor: Int128) -> (quotient: Int128, remainder: Int128)? {
        let (whole, overflow) = dividedReportingOverflow(by: divisor)
        guard !overflow else { return nil }
        let rest = self - whole * divisor
        return rest == 0 || (rest < 0) == (divisor < 0) ? (whole, rest) : (whole - 1, rest + divisor)
    }

    /// The number to a power of zero or more; nil where the result has more bits.
    func raised(to exponent: Int128) -> Int128? {
        if self == 0 || self == 1 { return exponent == 0 ? 1 : self }
        if self == -1 { return exponent.isMultiple(of: 2) ? 1 : -1 }
        guard exponent < 128 else { return nil }
        var result: Int128 = 1
        for _ in 0..<exponent {
            let (product, overflow) = result.multipliedReportingOverflow(by: self)
            guard !overflow else { return nil }
            result = product
        }
        return result
    }
}

extension Character {
    /// The value of a digit 0–9 or a letter a–z (10–35), upper or lower case.
    var hexDigitOrLetter: Int? {
        guard let byte = asciiValue else { return nil }
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return Int(byte - 48)
        case UInt8(ascii: "a")...UInt8(ascii: "z"): return Int(byte - 87)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): return Int(byte - 55)
        default: return nil
        }
    }
}
