import Graphics

/// Turns numbers into colours: from the page's colour to a full one, in proportion to the number.
///
/// ```swift
/// let correlations = ColorScale.diverging(reach: 1)                          // −1 … 1
/// let turnover = ColorScale.sequential(.accent, from: 0, to: 3)              // pale to strong
/// let results = ColorScale.diverging(below: .loss, above: .gain, reach: 0.1) // ±10 %
/// ```
public struct ColorScale: Equatable, Sendable {
    /// The colour of numbers below the middle; nil where they have none.
    public let below: ColorRole?
    /// The colour of numbers above the middle.
    public let above: ColorRole
    /// The number that has the page's colour.
    public let middle: Double
    /// How far from the middle the colour is full; negative where smaller numbers are stronger.
    public let reach: Double

    private init(below: ColorRole?, above: ColorRole, middle: Double, reach: Double) {
        self.below = below
        self.above = above
        self.middle = middle
        self.reach = reach
    }

    /// From the page's colour at one number to a full colour at another.
    public static func sequential(_ role: ColorRole = .accent, from start: Double, to end: Double) -> ColorScale {
        ColorScale(below: nil, above: role, middle: start, reach: end - start)
    }

    /// Two colours away from a middle, full at the distance `reach`. The default pair judges nothing: neither side is
    /// better, as with correlations.
    public static func diverging(
        below: ColorRole = .category4, above: ColorRole = .category3, around middle: Double = 0, reach: Double
    ) -> ColorScale {
        ColorScale(below: below, above: above, middle: middle, reach: reach.magnitude)
    }

    /// The numbers at the ends of the scale.
    public var ends: Interval { Interval(below == nil ? middle : middle - reach, middle + reach) }

    /// The colour of a number; numbers beyond the scale have the full colour, NaN has the page's.
    public func paint(_ value: Double) -> Paint {
        let (role, fraction) = place(of: value)
        return .mix(.page, role, fraction: fraction)
    }

    /// What words on that colour are painted with.
    public func textPaint(_ value: Double) -> Paint {
        let (role, fraction) = place(of: value)
        return .readable(on: .page, role, fraction: fraction)
    }

    private func place(of value: Double) -> (role: ColorRole, fraction: Double) {
        let share = (value - middle) / reach
        guard share.isFinite else { return (above, 0) }
        guard let below else { return (above, min(max(share, 0), 1)) }
        return (share < 0 ? below : above, min(share.magnitude, 1))
    }
}
