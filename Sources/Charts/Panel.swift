/// One plotting area of a chart: marks over the chart's x axis and a y axis of its own.
public struct Panel: Sendable {
    /// Share of the chart's height, relative to the other panels.
    public var height: Double
    /// What the panel shows, where a chart stacks several: set small above its plotting area. Empty for none.
    public var heading: String
    /// The vertical axis.
    public var y: Axis
    /// What is drawn, from back to front.
    public var marks: [Mark]

    /// A panel.
    public init(height: Double = 1, heading: String = "", y: Axis = .linear, marks: [Mark] = []) {
        self.height = height
        self.heading = heading
        self.y = y
        self.marks = marks
    }

    var hasCallouts: Bool { marks.contains { if case .callout = $0 { true } else { false } } }
}
