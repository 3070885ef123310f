/// Lines and curves to be filled or stroked.
public struct Path: Equatable, Sendable {
    /// One step of a path.
    public enum Element: Equatable, Sendable {
        /// Starts a new figure.
        case move(Point)
        /// A straight line.
        case line(Point)
        /// A cubic Bézier curve: two controls and the end.
        case curve(Point, Point, Point)
        /// Back to the figure's start.
        case close
    }

    /// Which places a path that crosses itself encloses.
    public enum FillRule: Sendable {
        /// Those that it winds around.
        case nonZero
        /// Those that it winds around an odd number of times.
        case evenOdd
    }

    /// The steps in order.
    public var elements: [Element]
    /// What filling it fills.
    public var fillRule = FillRule.nonZero

    /// A path of these steps.
    public init(_ elements: [Element] = []) { self.elements = elements }

    /// A closed rectangle.
    public init(_ rect: Rect) {
        elements = [
            .move(Point(rect.x0, rect.y0)), .line(Point(rect.x1, rect.y0)), .line(Point(rect.x1, rect.y1)),
            .line(Point(rect.x0, rect.y1)), .close,
        ]
    }

    /// A closed circle, as four Bézier arcs (error below 0.03 % of the radius).
    public init(circleAt center: Point, radius: Double) {
        let k = radius * 0.552_284_749_831
        let (x, y, r) = (center.x, center.y, radius)
        elements = [
            .move(Point(x + r, y)),
            .curve(Point(x + r, y + k), Point(x + k, y + r), Point(x, y + r)),
            .curve(Point(x - k, y + r), Point(x - r, y + k), Point(x - r, y)),
            .curve(Point(x - r, y - k), Point(x - k, y - r), Point(x, y - r)),
            .curve(Point(x + k, y - r), Point(x + r, y - k), Point(x + r, y)),
            .close,
        ]
    }

    /// A straight line between two places.
    public init(from start: Point, to end: Point) { elements = [.move(start), .line(end)] }

    /// An open polyline; empty for fewer than one point.
    public init(polyline points: [Point]) {
        elements = []
        elements.reserveCapacity(points.count)
        for (index, point) in points.enumerated() { elements.append(index == 0 ? .move(point) : .line(point)) }
    }
}
