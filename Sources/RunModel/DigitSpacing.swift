/// The spacing of a column's written numbers, quick for one after another: neighbours mostly have as many digits before the
/// point, and the spacing is the same for all of those.
public struct DigitSpacing: Sendable {
    private let digits: WrittenDigits
    /// Sizes from the one to below the other have ``spacing``; none before the first was asked for.
    private var (low, high) = (0.0, 0.0)
    private var spacing = 0.0

    /// The spacing in a column that was written so.
    public init(_ digits: WrittenDigits) { self.digits = digits }

    /// The distance of neighbouring numbers that the column can tell apart near a value: ``WrittenDigits/spacing(near:)``.
    public mutating func near(_ value: Double) -> Double {
        let size = value.magnitude
        if size >= low, size < high { return spacing }
        guard size > 0, size.isFinite else { return 0 }
        low = WrittenDigits.powerOfTen(below: size)
        high = low * 10
        spacing = digits.spacing(near: value)
        return spacing
    }
}
