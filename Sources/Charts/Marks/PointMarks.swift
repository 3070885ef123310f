import Graphics

/// Points of one colour; those that would lie on each other are drawn once.
public struct DotsMark: Sendable {
    /// Horizontal places.
    public var x: [Double]
    /// One value per place.
    public var y: [Double]
    /// Colour.
    public var paint: Paint
    /// Radius in points.
    public var radius: Double

    /// Points; both columns must have the same length (a programmer's mistake otherwise).
    public init(x: [Double], y: [Double], paint: Paint, radius: Double = 1.3) {
        precondition(x.count == y.count, "dots need one y per x")
        self.x = x
        self.y = y
        self.paint = paint
        self.radius = radius
    }
}

/// A dot with words beside it, on whichever side there is room.
public struct CalloutMark: Sendable {
    /// Horizontal place.
    public var x: Double
    /// Vertical place.
    public var y: Double
    /// `−14.4 % 24 Jul 2020`, in forms from long to short.
    public var labels: [String]
    /// Colour of dot and words.
    public var paint: Paint
    /// Try below the dot first, where a line that has its valley there leaves room.
    public var prefersBelow: Bool

    /// A callout.
    public init(x: Double, y: Double, labels: [String], paint: Paint, prefersBelow: Bool = false) {
        self.prefersBelow = prefersBelow
        self.x = x
        self.y = y
        self.labels = labels
        self.paint = paint
    }
}

/// Words at the top right corner of a panel; left out where they would lie on other words.
public struct TextMark: Sendable {
    /// The words in forms from long to short.
    public var texts: [String]
    /// Colour.
    public var paint: Paint

    /// Words.
    public init(_ texts: [String], paint: Paint = .role(.muted)) {
        self.texts = texts
        self.paint = paint
    }
}
