/// A face at a size: what text is set in.
public struct Font: Hashable, Sendable {
    /// The weights that ship.
    public enum Weight: Int, CaseIterable, Sendable {
        /// 400: text.
        case regular = 400
        /// 600: headings, labels.
        case semibold = 600
        /// 700: headline figures, titles.
        case bold = 700
    }

    /// Type size in points.
    public var size: Double
    /// Weight.
    public var weight: Weight
    /// Figures of one width (`tnum`), for columns of numbers.
    public var tabular: Bool

    /// A font.
    public init(size: Double, weight: Weight = .regular, tabular: Bool = false) {
        self.size = size
        self.weight = weight
        self.tabular = tabular
    }
}

/// Heights of a font in points.
public struct FontMetrics: Equatable, Sendable {
    /// From the baseline up to the top of the line box.
    public var ascent: Double
    /// From the baseline down to the bottom of the line box, positive.
    public var descent: Double
    /// Height of capitals.
    public var capHeight: Double
    /// Height of a lower-case x.
    public var xHeight: Double

    /// Heights.
    public init(ascent: Double, descent: Double, capHeight: Double, xHeight: Double) {
        self.ascent = ascent
        self.descent = descent
        self.capHeight = capHeight
        self.xHeight = xHeight
    }
}
