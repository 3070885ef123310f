import Graphics

/// A figure as data: titles, panels of marks over scales, and what to say to someone who cannot see it.
///
/// ```swift
/// let line = LineMark("Strategy", x: days, y: growth, paint: .role(.accent), ending: EndLabel("Strategy"))
/// let chart = Chart(
///     title: "Growth of 1", subtitle: "log scale", altText: "Growth of 1 from 2015 to 2025: 5.94×.",
///     panels: [Panel(y: Axis(.logarithmic, format: .multiple(2)), marks: [.line(line)])])
/// let scene = chart.scene(size: Size(540, 240), style: ChartStyle(), measurer: fonts)
/// ```
public struct Chart: Sendable {
    /// What is shown: `Growth of 1`. Set in semibold at the left edge.
    public var title: String
    /// Behind the title in muted text: unit and what to mind. Empty for none.
    public var subtitle: String
    /// One sentence with the facts, for readers of the alternative text.
    public var altText: String
    /// Height over width that suits the figure where the page does not say otherwise.
    public var aspect: Double
    /// Points that it needs at least where the page does not say otherwise, however narrow it is: rows of names.
    public var leastHeight: Double
    /// What the colours mean, under the title; nil where the marks say it themselves.
    public var key: ChartKey?
    /// How the panels stand on the page.
    public var layout: ChartLayout
    /// The horizontal axis of all panels that have none of their own.
    public var x: Axis
    /// Stretches of x that are shaded through all panels.
    public var bands: [BandMark]
    /// The panels from top to bottom, or row by row. Stacked panels share the left and right edge of their plotting
    /// areas.
    public var panels: [Panel]
    /// Why there is nothing to draw, shown in place of empty axes when no mark has a finite number.
    public var emptyReason: String

    /// A figure.
    public init(
        title: String, subtitle: String = "", altText: String, aspect: Double = 0.45, leastHeight: Double = 0,
        key: ChartKey? = nil,
        layout: ChartLayout = .stacked, x: Axis = .time, bands: [BandMark] = [], panels: [Panel],
        emptyReason: String = "no observations"
    ) {
        self.title = title
        self.subtitle = subtitle
        self.altText = altText
        self.aspect = aspect
        self.leastHeight = leastHeight
        self.key = key
        self.layout = layout
        self.x = x
        self.bands = bands
        self.panels = panels
        self.emptyReason = emptyReason
    }

    /// Whether scripts can read off and zoom the chart: one that is over time, with one axis for all of its panels.
    public var isInteractive: Bool { x.isTime && layout == .stacked }
}
