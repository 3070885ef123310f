/// One plotting area of a chart: marks over the chart's x axis, or one of its own, and a y axis of its own.
public struct Panel: Sendable {
    /// Share of the chart's height, relative to the other panels; in a grid all are equal.
    public var height: Double
    /// What the panel shows, where a chart has several: set small above its plotting area. Empty for none.
    public var heading: String
    /// A horizontal axis of its own, for panels of a grid that do not share one; nil takes the chart's.
    public var x: Axis?
    /// The vertical axis.
    public var y: Axis
    /// What is drawn, from back to front.
    public var marks: [Mark]

    /// A panel.
    public init(height: Double = 1, heading: String = "", x: Axis? = nil, y: Axis = .linear, marks: [Mark] = []) {
        self.height = height
        self.heading = heading
        self.x = x
        self.y = y
        self.marks = marks
    }

    var hasCallouts: Bool { marks.contains { if case .callout = $0 { true } else { false } } }

    /// Whether words look for free places beside dots, so that lines are to be kept clear of.
    var hasFloatingWords: Bool {
        marks.contains {
            switch $0 {
            case .callout: true
            case .dots(let mark): !mark.labels.isEmpty
            default: false
            }
        }
    }
}
