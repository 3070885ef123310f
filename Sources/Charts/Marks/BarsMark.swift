import Graphics

/// Rectangles with one end on a base.
public struct BarsMark: Sendable {
    /// Which way the bars grow.
    public enum Orientation: Sendable {
        /// Up and down, from y0 to y1.
        case vertical
        /// To the sides, from x0 to x1.
        case horizontal
    }

    /// One rectangle.
    public struct Bar: Equatable, Sendable {
        /// Left edge, or the base of a horizontal bar.
        public var x0: Double
        /// Right edge, or the end of a horizontal bar.
        public var x1: Double
        /// Base of a vertical bar, or an edge.
        public var y0: Double
        /// End of a vertical bar, or an edge.
        public var y1: Double
        /// Colour.
        public var paint: Paint
        /// The value, written beyond the bar's end where all of the mark's values have room. Empty for none.
        public var value: String
        /// What the bar says in full, shown where a reader points at it: `2019: 12.3 %`. Empty for none.
        public var title: String

        /// A rectangle.
        public init(
            x0: Double, x1: Double, y0: Double = 0, y1: Double, paint: Paint, value: String = "", title: String = ""
        ) {
            self.x0 = x0
            self.x1 = x1
            self.y0 = y0
            self.y1 = y1
            self.paint = paint
            self.value = value
            self.title = title
        }
    }

    /// The rectangles.
    public var bars: [Bar]
    /// Which way they grow.
    public var orientation: Orientation
    /// Points left free between neighbours.
    public var gap: Double
    /// Colour of the values.
    public var valuePaint: Paint

    /// Bars.
    public init(
        _ bars: [Bar], orientation: Orientation = .vertical, gap: Double = 0.6, valuePaint: Paint = .role(.muted)
    ) {
        self.bars = bars
        self.orientation = orientation
        self.gap = gap
        self.valuePaint = valuePaint
    }
}

/// One thin bar per observation, coloured by sign; of those within a pixel only the longest of each sign is drawn.
public struct SticksMark: Sendable {
    /// Name of the series, for scripts: `Return`.
    public var label: String
    /// Under which name data files hold the series; empty for none.
    public var key: String
    /// Horizontal places, not decreasing.
    public var x: [Double]
    /// One value per place.
    public var y: [Double]
    /// Where the bars begin.
    public var base: Double
    /// Colour above the base.
    public var above: Paint
    /// Colour below the base.
    public var below: Paint

    /// Bars; both columns must have the same length (a programmer's mistake otherwise).
    public init(
        _ label: String = "", key: String = "", x: [Double], y: [Double], base: Double = 0, above: Paint, below: Paint
    ) {
        precondition(x.count == y.count, "sticks need one y per x")
        self.label = label
        self.key = key
        self.x = x
        self.y = y
        self.base = base
        self.above = above
        self.below = below
    }
}
