extension BigInteger {
    /// Quotient rounded down and the remainder with the sign of the divisor, as Python's `//` and `%`.
    ///
    /// The divisor must not be zero.
    func dividedDown(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
        let (whole, rest) = Self.divide(limbs, divisor.limbs)
        let quotient = BigInteger(limbs: whole, isNegative: isNegative != divisor.isNegative)
        let remainder = BigInteger(limbs: rest, isNegative: isNegative)
        if remainder.isZero || isNegative == divisor.isNegative { return (quotient, remainder) }
        return (quotient - BigInteger(1), remainder + divisor)
    }

    /// Magnitudes divided by shifting and subtracting, one bit at a time for long divisors.
    private static func divide(_ left: [UInt32], _ right: [UInt32]) -> ([UInt32], [UInt32]) {
        if right.count == 1, let small = right.first {
            let (quotient, rest) = divide(left, bySmall: small)
            return (quotient, [rest])
        }
        guard compare(left, right) >= 0 else { return ([], left) }
        var quotient = [UInt32](repeating: 0, count: left.count)
        var rest = [UInt32]()
        for bit in stride(from: left.count * 32 - 1, through: 0, by: -1) {
            shiftIn(left[bit / 32] >> UInt32(bit % 32) & 1, to: &rest)
            if compare(rest, right) >= 0 {
                rest = BigInteger(limbs: difference(rest, right), isNegative: false).limbs
                quotient[bit / 32] |= 1 << UInt32(bit % 32)
            }
        }
        return (quotient, rest)
    }

    private static func shiftIn(_ bit: UInt32, to limbs: inout [UInt32]) {
        var carry = bit
        for index in limbs.indices {
            let next = limbs[index] >> 31
            limbs[index] = limbs[index] << 1 | carry
            carry = next
        }
        if carry > 0 { limbs.append(carry) }
    }

    static func divide(_ limbs: [UInt32], bySmall divisor: UInt32) -> ([UInt32], UInt32) {
        var quotient = limbs
        var rest: UInt64 = 0
        for index in limbs.indices.reversed() {
            let step = rest << 32 | UInt64(limbs[index])
            quotient[index] = UInt32(truncatingIfNeeded: step / UInt64(divisor))
            rest = step % UInt64(divisor)
        }
        return (quotient, UInt32(truncatingIfNeeded: rest))
    }

    /// The number to a power of zero or more.
    func raised(to exponent: Int) -> BigInteger {
        var result = BigInteger(1)
        var base = self
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 { result = result * base }
            rest >>= 1
            if rest > 0 { base = base * base }
        }
        return result
    }
}
