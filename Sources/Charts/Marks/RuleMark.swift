import Graphics

/// A straight line across the panel at one value.
public struct RuleMark: Sendable {
    /// Which way the line runs.
    public enum Orientation: Sendable {
        /// At a value of y; its label stands in the right margin.
        case horizontal
        /// At a value of x; its label stands at the top.
        case vertical
    }

    /// Which way.
    public var orientation: Orientation
    /// Where.
    public var value: Double
    /// Words, or nil.
    public var label: EndLabel?
    /// Colour of the line.
    public var paint: Paint
    /// Lengths of dashes and gaps; empty for a solid line.
    public var dashes: [Double]

    /// A rule.
    public init(
        _ orientation: Orientation, at value: Double, label: EndLabel? = nil, paint: Paint = .role(.muted),
        dashes: [Double] = []
    ) {
        self.orientation = orientation
        self.value = value
        self.label = label
        self.paint = paint
        self.dashes = dashes
    }
}

/// A vertical stretch of a panel, shaded, with a number at its top.
public struct BandMark: Sendable {
    /// Where it begins.
    public var start: Double
    /// Where it ends.
    public var end: Double
    /// At the top; empty for none.
    public var label: String
    /// Colour of the shade.
    public var paint: Paint
    /// Colour of the label.
    public var labelPaint: Paint

    /// A stretch.
    public init(
        from start: Double, to end: Double, label: String = "", paint: Paint = .role(.muted, opacity: 0.1),
        labelPaint: Paint = .role(.muted)
    ) {
        self.start = start
        self.end = end
        self.label = label
        self.paint = paint
        self.labelPaint = labelPaint
    }
}
