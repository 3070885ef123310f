/// Exact decimal digits for magnitudes whose scaled value leaves the fast path's integers.
enum LargeDecimal {
    /// The number with `places` decimals, by exact long arithmetic on the double's binary value.
    static func digits(of value: Double, places: Int) -> String {
        let (integer, fraction, fractionBits) = parts(of: value.magnitude)
        var whole = integer
        var decimals = [UInt8]()
        var rest = fraction
        for _ in 0..<places {
            let product = rest.multipliedFullWidth(by: 10)
            let shifted = fractionBits == 0 ? 0 : (product.low >> fractionBits) | (product.high << (64 - fractionBits))
            decimals.append(UInt8(shifted & 0xF))
            rest = fractionBits == 0 ? 0 : product.low & ((1 << fractionBits) - 1)
        }
        if fractionBits > 0, roundsUp(rest, fractionBits, lastDigit: decimals.last ?? whole[0]) {
            carry(into: &decimals, &whole)
        }
        let body = String(decoding: whole.reversed().map { $0 + 48 }, as: UTF8.self)
        let tail = places == 0 ? "" : "." + String(decoding: decimals.map { $0 + 48 }, as: UTF8.self)
        let isZero = whole.allSatisfy { $0 == 0 } && decimals.allSatisfy { $0 == 0 }
        return (value < 0 && !isZero ? "-" : "") + body + tail
    }

    /// Integer part as decimal digits, lowest first, and the fraction as `fraction / 2^fractionBits`.
    private static func parts(of magnitude: Double) -> (digits: [UInt8], fraction: UInt64, bits: UInt64) {
        let exponent = Int(magnitude.exponent)
        let significand = magnitude.significandBitPattern | (1 << 52)
        guard exponent < 52 else { return (shiftedDigits(significand, by: exponent - 52), 0, 0) }
        let bits = UInt64(52 - exponent)
        guard bits < 60 else { return ([0], 0, 0) }
        return (shiftedDigits(significand >> bits, by: 0), significand & ((1 << bits) - 1), bits)
    }

    private static func shiftedDigits(_ start: UInt64, by doublings: Int) -> [UInt8] {
        var digits = [UInt8]()
        var rest = start
        repeat {
            digits.append(UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        for _ in 0..<max(doublings, 0) { double(&digits) }
        return digits
    }

    private static func double(_ digits: inout [UInt8]) {
        var carry: UInt8 = 0
        for index in digits.indices {
            let next = digits[index] * 2 + carry
            digits[index] = next % 10
            carry = next / 10
        }
        if carry > 0 { digits.append(carry) }
    }

    private static func roundsUp(_ rest: UInt64, _ bits: UInt64, lastDigit: UInt8) -> Bool {
        let half: UInt64 = 1 << (bits - 1)
        return rest > half || (rest == half && lastDigit % 2 == 1)
    }

    private static func carry(into decimals: inout [UInt8], _ whole: inout [UInt8]) {
        for index in decimals.indices.reversed() {
            if decimals[index] < 9 { return decimals[index] += 1 }
            decimals[index] = 0
        }
        for index in whole.indices {
            if whole[index] < 9 { return whole[index] += 1 }
            whole[index] = 0
        }
        whole.append(1)
    }
}
