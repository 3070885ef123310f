import Graphics

/// Points of one colour: diamonds, of which those that would lie on each other are drawn once, or circles with words.
public struct DotsMark: Sendable {
    /// Horizontal places.
    public var x: [Double]
    /// One value per place.
    public var y: [Double]
    /// Colour.
    public var paint: Paint
    /// Radius in points.
    public var radius: Double
    /// Words beside each dot, where they lie on no other words and no other labelled dot; empty for none.
    public var labels: [String]
    /// Colour of the words: text needs more contrast than a dot.
    public var labelPaint: Paint

    /// Points; the columns must have the same length (a programmer's mistake otherwise), except that labels may be left
    /// out.
    public init(
        x: [Double], y: [Double], paint: Paint, radius: Double = 1.3, labels: [String] = [],
        labelPaint: Paint = .role(.ink)
    ) {
        precondition(x.count == y.count, "dots need one y per x")
        precondition(labels.isEmpty || labels.count == x.count, "labelled dots need one label each")
        self.labels = labels
        self.labelPaint = labelPaint
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
