import RunModel
import Series

/// How far each return may be from the number that it stands for, by rounding alone.
///
/// A return is the quotient of two levels less one. Levels that were written with few digits carry half of their spacing
/// each, and every double carries some units in its last place; so two returns of an account that grows by the same share
/// every day differ, and a deviation taken of them is noise.
struct Rounding: Equatable, Sendable {
    /// The largest of all returns' rounding.
    private(set) var largest: Double
    /// One for each return; nil where all have ``largest``.
    private let column: [Double]?

    /// Nothing is rounded: only values that are the same to the bit do not vary.
    static let none = Rounding(0)

    /// The same for every value.
    init(_ bound: Double) { (largest, column) = (bound, nil) }

    /// One for each value.
    init(_ column: [Double]) { (largest, self.column) = (column.max() ?? 0, column) }

    /// Levels, their quotient and its difference from one are each within an ulp or two: four ulps of 1 + r in all.
    static let quotient = 4 * Double.ulpOfOne

    /// The rounding of returns that were read as such, or whose levels are doubles: ulps alone.
    init(ofReturns returns: [Double]) {
        self.init(Self.quotient * (1 + max(0, returns.max() ?? 0)))
    }

    /// The rounding of the returns between levels of so many digits: L ± s/2 over L' ± s'/2. Linear time.
    init(ofReturnsBetween levels: [Double], digits: WrittenDigits) {
        var spacing = DecadeSpacing(digits)
        let halves = levels.map { spacing.near($0) / 2 }
        guard halves.contains(where: { $0 > 0 }) else {
            self.init(ofReturns: levels.indices.dropFirst().map { levels[$0] / levels[$0 - 1] - 1 })
            return
        }
        self.init(
            levels.indices.dropFirst().map { index in
                let growth = levels[index] / levels[index - 1]
                return (halves[index] + halves[index - 1] * growth.magnitude) / levels[index - 1].magnitude
                    + Self.quotient * (1 + growth.magnitude)
            })
    }

    /// The rounding of returns by ulps, and by the digits that their levels were written with where those are known.
    init(ofReturns returns: [Double], written: [Double]) {
        guard written.count == returns.count else { self.init(ofReturns: returns); return }
        self.init(returns.indices.map { written[$0] + Self.quotient * (1 + returns[$0].magnitude) })
    }

    /// The rounding of one value.
    subscript(index: Int) -> Double { column.map { $0[index] } ?? largest }

    /// The rounding of some of the values.
    func selecting(_ indices: [Int]) -> Rounding {
        column.map { all in Rounding(indices.map { all[$0] }) } ?? self
    }

    /// The rounding of products of the values that end at each of `ends`: the largest within, and an ulp or two a factor.
    func compounded(at ends: [Int]) -> Rounding {
        var start = 0
        let columns = ends.map { end in
            defer { start = end + 1 }
            let most = column.map { $0[start...end].max() ?? 0 } ?? largest
            return most + Double(end - start) * Double.ulpOfOne
        }
        return Rounding(columns)
    }

    /// The rounding of returns over stretches of the values, each from one index up to another.
    func joined(_ starts: [Int], _ ends: [Int]) -> Rounding {
        guard let column else { return self }
        return Rounding(zip(starts, ends).map { start, end in column[start..<end].max() ?? largest })
    }

    /// The rounding of differences of values that have these: r − b, or residuals with the slope as `share`.
    func adding(_ other: Rounding, times share: Double = 1) -> Rounding {
        if column == nil, other.column == nil { return Rounding(largest + other.largest * share.magnitude) }
        let count = (column ?? other.column ?? []).count
        return Rounding((0..<count).map { self[$0] + other[$0] * share.magnitude })
    }

    /// The roundings as a column of `count` values.
    func values(_ count: Int) -> [Double] { column ?? [Double](repeating: largest, count: count) }
}

/// The spacing of written numbers, found anew only where a value leaves its power of ten.
private struct DecadeSpacing {
    let digits: WrittenDigits
    private var (low, high, spacing) = (1.0, 0.0, 0.0)

    init(_ digits: WrittenDigits) { self.digits = digits }

    mutating func near(_ value: Double) -> Double {
        let size = value.magnitude
        guard size < low || size >= high else { return spacing }
        spacing = digits.spacing(near: value)
        low = WrittenDigits.powerOfTen(below: size)
        high = low * 10
        return spacing
    }
}
