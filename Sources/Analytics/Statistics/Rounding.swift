import RunModel
import Series

/// How far each return may be from the number that it stands for, by rounding alone.
///
/// A return is the quotient of two levels less one. Levels that were written with few digits carry half of their spacing
/// each, and every double carries some units in its last place; so two returns of an account that grows by the same share
/// every day differ, and a deviation taken of them is noise.
struct Rounding: Sendable {
    /// The largest of all returns' rounding.
    let largest: Double
    private let column: Column

    private enum Column: Sendable {
        /// All have ``largest``.
        case same
        /// One for each return.
        case listed([Double])
        /// Of returns between written levels, found from these when it is asked for.
        case ofLevels(LevelRounding)
    }

    /// Nothing is rounded: only values that are the same to the bit do not vary.
    static let none = Rounding(0)

    /// The same for every value.
    init(_ bound: Double) { self.init(largest: bound, .same) }

    private init(largest: Double, _ column: Column) { (self.largest, self.column) = (largest, column) }

    /// One for each value.
    init(_ column: [Double]) { self.init(largest: column.max() ?? 0, .listed(column)) }

    /// Levels, their quotient and its difference from one are each within an ulp or two: four ulps of 1 + r in all.
    static let quotient = 4 * Double.ulpOfOne

    /// The rounding of returns that were read as such, or whose levels are doubles: ulps alone.
    init(ofReturns returns: [Double]) {
        self.init(Self.quotient * (1 + max(0, returns.max() ?? 0)))
    }

    /// The rounding of the returns between levels of so many digits: L ± s/2 over L' ± s'/2. Linear time.
    init(ofReturnsBetween levels: [Double], digits: WrittenDigits) {
        let rounding = LevelRounding(levels: levels, digits: digits)
        guard rounding.isAny else {
            let most = levels.indices.dropFirst().lazy.map { levels[$0] / levels[$0 - 1] - 1 }.max()
            self.init(Self.quotient * (1 + max(0, most ?? 0)))
            return
        }
        self.init(largest: rounding.largest(0..<rounding.count) ?? 0, .ofLevels(rounding))
    }

    /// The rounding of returns by ulps, and by the digits that their levels were written with where those are known.
    init(ofReturns returns: [Double], written: [Double]) {
        guard written.count == returns.count else { self.init(ofReturns: returns); return }
        self.init(returns.indices.map { written[$0] + Self.quotient * (1 + returns[$0].magnitude) })
    }

    /// The rounding of one value.
    subscript(index: Int) -> Double {
        switch column {
        case .same: largest
        case .listed(let all): all[index]
        case .ofLevels(let levels): levels[index]
        }
    }

    private var isSame: Bool {
        if case .same = column { return true }
        return false
    }

    /// How many values have one of their own; 0 where all have the same.
    private var count: Int {
        switch column {
        case .same: 0
        case .listed(let all): all.count
        case .ofLevels(let levels): levels.count
        }
    }

    /// The largest of a stretch of values; nil for none.
    private func largest(_ range: Range<Int>) -> Double? {
        switch column {
        case .same: range.isEmpty ? nil : largest
        case .listed(let all): all[range].max()
        case .ofLevels(let levels): levels.largest(range)
        }
    }

    /// The rounding of some of the values.
    func selecting(_ indices: [Int]) -> Rounding { isSame ? self : Rounding(indices.map { self[$0] }) }

    /// The rounding of products of the values that end at each of `ends`: the largest within, and an ulp or two a factor.
    func compounded(at ends: [Int]) -> Rounding {
        var start = 0
        let columns = ends.map { end in
            defer { start = end + 1 }
            let most = isSame ? largest : largest(start..<end + 1) ?? 0
            return most + Double(end - start) * Double.ulpOfOne
        }
        return Rounding(columns)
    }

    /// The rounding of returns over stretches of the values, each from one index up to another.
    func joined(_ starts: [Int], _ ends: [Int]) -> Rounding {
        if isSame { return self }
        return Rounding(zip(starts, ends).map { start, end in largest(start..<end) ?? largest })
    }

    /// The rounding of differences of values that have these: r − b, or residuals with the slope as `share`.
    func adding(_ other: Rounding, times share: Double = 1) -> Rounding {
        if isSame, other.isSame { return Rounding(largest + other.largest * share.magnitude) }
        let count = isSame ? other.count : count
        return Rounding((0..<count).map { self[$0] + other[$0] * share.magnitude })
    }

    /// The roundings as a column of `count` values.
    func values(_ count: Int) -> [Double] {
        switch column {
        case .same: [Double](repeating: largest, count: count)
        case .listed(let all): all
        case .ofLevels(let levels): (0..<levels.count).map { levels[$0] }
        }
    }
}

/// The rounding of returns between written levels, which needs no column of its own.
private struct LevelRounding: Sendable {
    let levels: [Double]
    let digits: WrittenDigits

    /// How many returns there are.
    var count: Int { max(0, levels.count - 1) }

    /// Whether any level was rounded.
    var isAny: Bool {
        var spacing = DecadeSpacing(digits)
        return levels.contains { spacing.near($0) > 0 }
    }

    subscript(index: Int) -> Double {
        bound(
            from: levels[index], digits.spacing(near: levels[index]) / 2, to: levels[index + 1],
            digits.spacing(near: levels[index + 1]) / 2)
    }

    /// The largest of a stretch of returns; nil for none.
    func largest(_ range: Range<Int>) -> Double? {
        guard !range.isEmpty else { return nil }
        var spacing = DecadeSpacing(digits)
        var before = spacing.near(levels[range.lowerBound]) / 2
        var most: Double?
        for index in range {
            let half = spacing.near(levels[index + 1]) / 2
            let bound = bound(from: levels[index], before, to: levels[index + 1], half)
            if most.map({ $0 < bound }) ?? true { most = bound }
            before = half
        }
        return most
    }

    private func bound(from first: Double, _ firstHalf: Double, to second: Double, _ secondHalf: Double) -> Double {
        let growth = second / first
        return (secondHalf + firstHalf * growth.magnitude) / first.magnitude
            + Rounding.quotient * (1 + growth.magnitude)
    }
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
