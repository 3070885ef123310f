import Graphics

/// Straight lines between two places each: entries to exits, whiskers, error bars.
public struct SegmentsMark: Sendable {
    /// One line.
    public struct Segment: Equatable, Sendable {
        /// Where it begins.
        public var x0: Double
        /// Where it begins.
        public var y0: Double
        /// Where it ends.
        public var x1: Double
        /// Where it ends.
        public var y1: Double

        /// A line from one place to another; one that is not finite is not drawn.
        public init(x0: Double, y0: Double, x1: Double, y1: Double) {
            self.x0 = x0
            self.y0 = y0
            self.x1 = x1
            self.y1 = y1
        }
    }

    /// The lines.
    public var segments: [Segment]
    /// Colour.
    public var paint: Paint
    /// How heavy.
    public var weight: LineMark.Weight
    /// Lengths of dashes and gaps; empty for solid lines.
    public var dashes: [Double]
    /// Width in points of a short line across both ends; 0 for none.
    public var cap: Double

    /// Lines.
    public init(
        _ segments: [Segment], paint: Paint, weight: LineMark.Weight = .light, dashes: [Double] = [], cap: Double = 0
    ) {
        self.segments = segments
        self.paint = paint
        self.weight = weight
        self.dashes = dashes
        self.cap = cap
    }
}
