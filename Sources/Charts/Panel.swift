/// One plotting area of a chart.
public struct Panel: Sendable {
    /// Share of the chart's height, relative to the other panels.
    public var height: Double

    /// A panel.
    public init(height: Double = 1) { self.height = height }
}
