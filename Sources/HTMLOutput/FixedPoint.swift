/// Coordinates as integers of a fixed unit: what rounding once, before differences are taken, needs.
struct FixedPoint {
    /// Units in a point.
    let unitsPerPoint: Double
    /// Whether a number in the markup is a point (with up to two decimals) rather than a unit.
    let writesPoints: Bool

    /// Tenths of a point, written as they are in a viewBox of tenths: half the bytes of decimals, and 0.1 pt is finer
    /// than a screen's pixel at the size that figures are shown.
    static let tenths = FixedPoint(unitsPerPoint: 10, writesPoints: false)
    /// Hundredths of a point, written as points: for figures in files of their own, which other programs open.
    static let hundredths = FixedPoint(unitsPerPoint: 100, writesPoints: true)

    /// The nearest unit; what is not finite becomes 0, what is far outside any page its edge.
    func round(_ points: Double) -> Int {
        let units = points * unitsPerPoint
        // NaN fails the comparison; inside it, the conversion cannot trap.
        if units.magnitude < 1e9 { return Int(units + (units < 0 ? -0.5 : 0.5)) }
        return units.isNaN ? 0 : units < 0 ? -1_000_000_000 : 1_000_000_000
    }
}
