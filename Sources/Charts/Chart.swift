import Graphics

/// A figure as data: titles, panels of marks over scales, and what to say to someone who cannot see it.
public struct Chart: Sendable {
    /// What is shown: `Growth of 1`. Set in semibold at the left edge.
    public var title: String
    /// Behind the title in muted text: unit and what to mind. Empty for none.
    public var subtitle: String
    /// One sentence with the facts, for readers of the alternative text.
    public var altText: String
    /// Height over width that suits the figure where the page does not say otherwise.
    public var aspect: Double
    /// The horizontal axis that all panels share.
    public var x: Axis
    /// Stretches of x that are shaded through all panels.
    public var bands: [BandMark]
    /// The panels from top to bottom; they share the left and right edge of their plotting areas.
    public var panels: [Panel]
    /// Why there is nothing to draw, shown in place of empty axes when no mark has a finite number.
    public var emptyReason: String

    /// A figure.
    public init(
        title: String, subtitle: String = "", altText: String, aspect: Double = 0.45, x: Axis = .time,
        bands: [BandMark] = [], panels: [Panel], emptyReason: String = "no observations"
    ) {
        self.title = title
        self.subtitle = subtitle
        self.altText = altText
        self.aspect = aspect
        self.x = x
        self.bands = bands
        self.panels = panels
        self.emptyReason = emptyReason
    }
}
