/// The exact decimal expansion of a double, for rounding and fixed notation that agree with Python to the last digit.
///
/// A double is `m × 2^e`; for negative `e` that equals `m × 5^-e / 10^-e`, so the digits of an integer product are the
/// digits of the number.
struct ExactDecimal {
    /// All digits, the first not zero unless the number is.
    private(set) var digits: [UInt8]
    /// How many of the digits stand behind the point; negative where zeros follow before it.
    private(set) var places: Int
    let isNegative: Bool

    /// The expansion of a finite number.
    init(_ value: Double) {
        isNegative = value.sign == .minus
        guard value != 0, value.isFinite else {
            digits = [0]
            places = 0
            return
        }
        let isNormal = value.isNormal
        let significand = BigInteger(Int(value.significandBitPattern | (isNormal ? 1 << 52 : 0)))
        let exponent = isNormal ? Int(value.exponentBitPattern) - 1075 : -1074
        let scaled =
            exponent >= 0
            ? significand * BigInteger(2).raised(to: exponent) : significand * BigInteger(5).raised(to: -exponent)
        digits = scaled.description.utf8.map { $0 - 48 }
        places = max(0, -exponent)
    }

    /// The power of ten of the first digit; 0 for zero.
    var exponent: Int { digits == [0] ? 0 : digits.count - places - 1 }

    /// Keeps so many digits behind the point (negative: rounds in front of it), ties to even.
    mutating func round(places kept: Int) {
        let dropped = places - kept
        guard dropped > 0 else { return }
        if dropped > digits.count {
            digits = [0]
            places = kept
            return
        }
        let tail = digits[(digits.count - dropped)...]
        var head = Array(digits[..<(digits.count - dropped)])
        let first = tail.first ?? 0
        let isTie = first == 5 && tail.dropFirst().allSatisfy { $0 == 0 }
        if first > 5 || (first == 5 && !isTie) || (isTie && (head.last ?? 0) % 2 == 1) { Self.increment(&head) }
        digits = head.isEmpty ? [0] : head
        places = kept
    }

    /// Keeps so many significant digits, ties to even.
    mutating func round(significant count: Int) { round(places: count - 1 - exponent) }

    /// Plain digits with exactly so many behind the point, without a sign.
    func fixed(places shown: Int) -> String {
        var all = digits
        if places < 0 { all += [UInt8](repeating: 0, count: -places) }
        var behind = max(places, 0)
        if behind < shown {
            all += [UInt8](repeating: 0, count: shown - behind)
            behind = shown
        }
        if all.count <= behind { all = [UInt8](repeating: 0, count: behind + 1 - all.count) + all }
        let text = String(decoding: all.map { $0 + 48 }, as: UTF8.self)
        return behind == 0 ? text : text.dropLast(behind) + "." + text.suffix(behind)
    }

    /// The digits as text, filled with zeros to a count.
    func text(digits count: Int) -> String {
        let text = String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
        return text + String(repeating: "0", count: max(0, count - digits.count))
    }

    private static func increment(_ digits: inout [UInt8]) {
        for index in digits.indices.reversed() {
            if digits[index] < 9 {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
    }
}
