import Glibc

/// How exactly a column of numbers was written, seen from its digits.
///
/// Engines write a fixed number of decimals or a fixed number of significant digits. The most of either that a column
/// shows bounds the rounding of every value in it.
public struct WrittenDigits: Equatable, Sendable {
    /// The most digits after the point.
    public var decimals: Int
    /// The most significant digits of one value.
    public var significant: Int

    /// The digits of a column.
    public init(decimals: Int, significant: Int) {
        self.decimals = decimals
        self.significant = significant
    }

    /// The distance of neighbouring numbers that the column can tell apart near a value: 0.01 for money in cents.
    ///
    /// 0 where as many digits were written as a double holds, because then nothing was rounded.
    public func spacing(near value: Double) -> Double {
        guard significant > 0, significant < 17, value != 0, value.isFinite else { return 0 }
        let leading = Self.powerOfTen(below: value.magnitude)
        return max(pow(10, -Double(decimals)), leading * pow(10, Double(1 - significant)))
    }

    /// The largest power of ten at or below a size above zero.
    public static func powerOfTen(below size: Double) -> Double {
        let power = pow(10, log10(size).rounded(.down))
        if power > size { return power / 10 }
        return power * 10 <= size ? power * 10 : power
    }
}
