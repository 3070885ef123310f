import Formatting
import Graphics

/// Type sizes and line weights of charts, in points; colours come as roles and are the palette's business.
public struct ChartStyle: Equatable, Sendable {
    /// Titles, in semibold.
    public var titleSize: Double
    /// Axis labels, direct labels, cell values.
    public var labelSize: Double
    /// The strategy's line.
    public var strongLine: Double
    /// Other data lines.
    public var lightLine: Double
    /// Axes and grid lines.
    public var hairline: Double
    /// Width of a device pixel: of the points in one such column a line keeps the lowest and the highest. The default
    /// is a CSS pixel, finer than what a line of one point can show.
    public var pixel: Double
    /// The same for lines that a script draws again from their data as soon as a page is read; nil where there is none.
    public var redrawnPixel: Double?
    /// How numbers and dates of all that is drawn read: the one thing of a style that is no size.
    public var spelling = NumberSpelling.standard

    /// A style.
    public init(
        titleSize: Double = 8.5, labelSize: Double = 6.8, strongLine: Double = 1.1, lightLine: Double = 0.8,
        hairline: Double = 0.5, pixel: Double = 0.75
    ) {
        self.titleSize = titleSize
        self.labelSize = labelSize
        self.strongLine = strongLine
        self.lightLine = lightLine
        self.hairline = hairline
        self.pixel = pixel
    }

    /// A text of ours as it is drawn, for what is said of a chart beside its drawing.
    public func words(_ text: String) -> String { spelling.text(text) }

    var label: Font { Font(size: labelSize, tabular: true) }
    var strongLabel: Font { Font(size: labelSize, weight: .semibold, tabular: true) }
    var title: Font { Font(size: titleSize, weight: .semibold) }
    var subtitle: Font { Font(size: titleSize) }
}
