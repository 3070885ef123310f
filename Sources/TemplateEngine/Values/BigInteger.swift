/// A whole number of any size, for the arithmetic that leaves 64 bits: `2 ** 100`.
///
/// Sign and magnitude; the magnitude in limbs of 32 bits, lowest first, without leading zeros. Schoolbook algorithms
/// (Knuth, The Art of Computer Programming 2, 4.3.1), since templates meet a few dozen digits and results are limited.
public struct BigInteger: Hashable, Sendable {
    private(set) var limbs: [UInt32]
    private(set) var isNegative: Bool

    init(limbs: [UInt32], isNegative: Bool) {
        var limbs = limbs
        while limbs.last == 0 { limbs.removeLast() }
        self.limbs = limbs
        self.isNegative = isNegative && !limbs.isEmpty
    }

    /// The same number.
    public init(_ value: Int) {
        let magnitude = value.magnitude
        self.init(
            limbs: [UInt32(truncatingIfNeeded: magnitude), UInt32(truncatingIfNeeded: magnitude >> 32)],
            isNegative: value < 0)
    }

    /// The number as an `Int`, or nil if it does not fit.
    public var intValue: Int? {
        guard limbs.count <= 2 else { return nil }
        var magnitude: UInt64 = 0
        for (index, limb) in limbs.enumerated() { magnitude |= UInt64(limb) << (32 * UInt64(index)) }
        if isNegative { return magnitude <= 1 << 63 ? Int(truncatingIfNeeded: 0 &- magnitude) : nil }
        return Int(exactly: magnitude)
    }

    /// How many bits the magnitude has.
    var bitCount: Int {
        guard let top = limbs.last else { return 0 }
        return limbs.count * 32 - top.leadingZeroBitCount
    }

    var isZero: Bool { limbs.isEmpty }
    var isOdd: Bool { (limbs.first ?? 0) & 1 == 1 }
    var negated: BigInteger { BigInteger(limbs: limbs, isNegative: !isNegative) }
    var magnitude: BigInteger { BigInteger(limbs: limbs, isNegative: false) }

    static func + (left: Self, right: Self) -> Self {
        if left.isNegative == right.isNegative {
            return Self(limbs: sum(left.limbs, right.limbs), isNegative: left.isNegative)
        }
        return compare(left.limbs, right.limbs) >= 0
            ? Self(limbs: difference(left.limbs, right.limbs), isNegative: left.isNegative)
            : Self(limbs: difference(right.limbs, left.limbs), isNegative: right.isNegative)
    }

    static func - (left: Self, right: Self) -> Self { left + right.negated }

    static func * (left: Self, right: Self) -> Self {
        guard !left.isZero, !right.isZero else { return Self(0) }
        var product = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
        for (row, factor) in left.limbs.enumerated() {
            var carry: UInt64 = 0
            for (column, other) in right.limbs.enumerated() {
                let step = UInt64(factor) * UInt64(other) + UInt64(product[row + column]) + carry
                product[row + column] = UInt32(truncatingIfNeeded: step)
                carry = step >> 32
            }
            product[row + right.limbs.count] = UInt32(truncatingIfNeeded: carry)
        }
        return Self(limbs: product, isNegative: left.isNegative != right.isNegative)
    }

    /// Three-way comparison: negative, zero or positive.
    static func order(_ left: Self, _ right: Self) -> Int {
        if left.isNegative != right.isNegative { return left.isNegative ? -1 : 1 }
        let order = compare(left.limbs, right.limbs)
        return left.isNegative ? -order : order
    }

    static func compare(_ left: [UInt32], _ right: [UInt32]) -> Int {
        if left.count != right.count { return left.count < right.count ? -1 : 1 }
        for index in left.indices.reversed() where left[index] != right[index] {
            return left[index] < right[index] ? -1 : 1
        }
        return 0
    }

    private static func sum(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var result = [UInt32]()
        var carry: UInt64 = 0
        for index in 0..<max(left.count, right.count) {
            let step =
                carry + UInt64(index < left.count ? left[index] : 0) + UInt64(index < right.count ? right[index] : 0)
            result.append(UInt32(truncatingIfNeeded: step))
            carry = step >> 32
        }
        result.append(UInt32(carry))
        return result
    }

    static func difference(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var result = left
        var borrow: Int64 = 0
        for index in left.indices {
            var step = Int64(left[index]) - borrow - Int64(index < right.count ? right[index] : 0)
            borrow = step < 0 ? 1 : 0
            if step < 0 { step += 1 << 32 }
            result[index] = UInt32(truncatingIfNeeded: step)
        }
        return result
    }
}
