/// Two numbers with a direction: a scale's domain or range. The start may lie above the end.
public struct Interval: Equatable, Sendable {
    /// Where it begins.
    public var start: Double
    /// Where it ends.
    public var end: Double

    /// From one number to another.
    public init(_ start: Double, _ end: Double) {
        self.start = start
        self.end = end
    }

    /// End minus start: negative for a reversed interval.
    public var length: Double { end - start }
    /// The smaller end.
    public var lower: Double { min(start, end) }
    /// The larger end.
    public var upper: Double { max(start, end) }
    /// Halfway.
    public var middle: Double { start + (end - start) / 2 }
    /// The same numbers from the other side.
    public var reversed: Interval { Interval(end, start) }

    /// Whether a number lies inside or on an end.
    public func contains(_ value: Double) -> Bool { value >= lower && value <= upper }

    /// The nearest number inside.
    public func clamp(_ value: Double) -> Double { min(max(value, lower), upper) }
}

/// The smallest and the largest of the numbers seen so far; NaN, infinities and magnitudes beyond 1e200 are not seen.
struct Extent: Equatable {
    /// Smallest number; above ``upper`` while nothing was seen.
    private(set) var lower = Double.infinity
    /// Largest number.
    private(set) var upper = -Double.infinity

    /// Whether nothing was seen.
    var isEmpty: Bool { lower > upper }
    /// What was seen, or nil.
    var interval: Interval? { isEmpty ? nil : Interval(lower, upper) }

    /// Sees one number.
    mutating func add(_ value: Double) {
        guard value.magnitude < 1e200 else { return }
        if value < lower { lower = value }
        if value > upper { upper = value }
    }

    /// Sees a column; for logarithmic axes only what is positive.
    mutating func add(_ values: [Double], positiveOnly: Bool = false) {
        let floor = positiveOnly ? Double.leastNormalMagnitude : -Double.infinity
        let column = values.span
        for index in column.indices where column[index] >= floor { add(column[index]) }
    }
}
