/// A place in points (1/72 inch), x to the right, y down.
public struct Point: Equatable, Sendable {
    /// Distance from the left.
    public var x: Double
    /// Distance from the top.
    public var y: Double

    /// A place.
    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    /// The origin.
    public static let zero = Point(0, 0)
}

/// Width and height in points.
public struct Size: Equatable, Sendable {
    /// Extent in x.
    public var width: Double
    /// Extent in y.
    public var height: Double

    /// An extent.
    public init(_ width: Double, _ height: Double) {
        self.width = width
        self.height = height
    }
}

/// Distances from the four edges.
public struct Insets: Equatable, Sendable {
    /// From the top edge.
    public var top: Double
    /// From the right edge.
    public var right: Double
    /// From the bottom edge.
    public var bottom: Double
    /// From the left edge.
    public var left: Double

    /// Four distances.
    public init(top: Double, right: Double, bottom: Double, left: Double) {
        self.top = top
        self.right = right
        self.bottom = bottom
        self.left = left
    }
}

/// An axis-parallel rectangle by its edges.
public struct Rect: Equatable, Sendable {
    /// Left edge.
    public var x0: Double
    /// Top edge.
    public var y0: Double
    /// Right edge.
    public var x1: Double
    /// Bottom edge.
    public var y1: Double

    /// A rectangle by its edges.
    public init(x0: Double, y0: Double, x1: Double, y1: Double) {
        self.x0 = x0
        self.y0 = y0
        self.x1 = x1
        self.y1 = y1
    }

    /// A rectangle by its top left corner and its extent.
    public init(origin: Point, size: Size) {
        self.init(x0: origin.x, y0: origin.y, x1: origin.x + size.width, y1: origin.y + size.height)
    }

    /// Extent in x.
    public var width: Double { x1 - x0 }
    /// Extent in y.
    public var height: Double { y1 - y0 }
    /// Both extents.
    public var size: Size { Size(width, height) }
    /// The middle.
    public var center: Point { Point((x0 + x1) / 2, (y0 + y1) / 2) }

    /// The rectangle with its edges moved inwards.
    public func inset(by insets: Insets) -> Rect {
        Rect(x0: x0 + insets.left, y0: y0 + insets.top, x1: x1 - insets.right, y1: y1 - insets.bottom)
    }

    /// Whether the place lies inside, on an edge, or outside by no more than `margin`; no place that is not finite does.
    public func contains(_ point: Point, within margin: Double) -> Bool {
        point.x >= x0 - margin && point.x <= x1 + margin && point.y >= y0 - margin && point.y <= y1 + margin
    }

    /// Whether the place lies inside or on an edge.
    public func contains(_ point: Point) -> Bool {
        point.x >= x0 && point.x <= x1 && point.y >= y0 && point.y <= y1
    }
}
