import Graphics

/// Marks that are made of others: each function gives what to put into a panel, from back to front.
public enum Marks {
    /// Which way the numbers of a composite run.
    public enum Direction: Sendable {
        /// Along y; places along x.
        case vertical
        /// Along x; places along y, as in a table of rows.
        case horizontal
    }
}

extension SegmentsMark.Segment {
    /// A line at a place, from one number to another.
    static func along(_ direction: Marks.Direction, at place: Double, from start: Double, to end: Double) -> Self {
        direction == .vertical
            ? Self(x0: place, y0: start, x1: place, y1: end) : Self(x0: start, y0: place, x1: end, y1: place)
    }

    /// A line at a number, across a place.
    static func across(_ direction: Marks.Direction, at value: Double, from start: Double, to end: Double) -> Self {
        along(direction == .vertical ? .horizontal : .vertical, at: value, from: start, to: end)
    }
}

extension DotsMark {
    /// Dots at places and numbers.
    init(_ direction: Marks.Direction, places: [Double], values: [Double], paint: Paint, radius: Double) {
        let isVertical = direction == .vertical
        self.init(x: isVertical ? places : values, y: isVertical ? values : places, paint: paint, radius: radius)
    }
}
