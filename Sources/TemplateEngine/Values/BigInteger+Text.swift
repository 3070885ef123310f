extension BigInteger: CustomStringConvertible {
    /// Decimal digits with a minus for negative numbers.
    public var description: String { digits(radix: 10) }

    /// Digits in a base from 2 to 36, lower case.
    func digits(radix: Int) -> String {
        guard !isZero else { return "0" }
        let (chunk, width) = Self.chunk(radix)
        var parts = [String]()
        var rest = limbs
        while !rest.isEmpty {
            let (quotient, remainder) = Self.divide(rest, bySmall: chunk)
            rest = BigInteger(limbs: quotient, isNegative: false).limbs
            let part = String(remainder, radix: radix)
            parts.append(rest.isEmpty ? part : String(repeating: "0", count: width - part.utf8.count) + part)
        }
        return (isNegative ? "-" : "") + parts.reversed().joined()
    }

    /// The number that digits in a base spell; nil if there is anything but digits.
    init?(digits: some StringProtocol, radix: Int) {
        var result = BigInteger(0)
        let base = BigInteger(radix)
        guard !digits.isEmpty else { return nil }
        for character in digits {
            guard let digit = character.isASCII ? character.hexDigitOrLetter : nil, digit < radix else { return nil }
            result = result * base + BigInteger(digit)
        }
        self = result
    }

    /// The whole part of a finite double.
    init(truncating value: Double) {
        let whole = value.rounded(.towardZero)
        if let small = Int(exactly: whole) {
            self.init(small)
            return
        }
        let shift = Int(whole.exponent) - 52
        let significand = BigInteger(Int(whole.significandBitPattern | 1 << 52))
        let magnitude = significand * BigInteger(2).raised(to: shift)
        self = value < 0 ? magnitude.negated : magnitude
    }

    /// The nearest double, rounded half to even; infinite beyond the range.
    var doubleValue: Double {
        if let small = intValue { return Double(small) }
        return Double(description) ?? (isNegative ? -Double.infinity : .infinity)
    }

    /// The largest power of a base that fits a limb, and its count of digits.
    private static func chunk(_ radix: Int) -> (UInt32, Int) {
        var power: UInt64 = 1
        var width = 0
        while power * UInt64(radix) <= UInt64(UInt32.max) {
            power *= UInt64(radix)
            width += 1
        }
        return (UInt32(power), width)
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
