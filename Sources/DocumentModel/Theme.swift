import Charts
import Graphics

/// How everything looks: one theme feeds charts, PDF pages and CSS variables alike.
public struct Theme: Equatable, Sendable {
    /// `light`.
    public var name: String
    /// Colours on paper and on a light screen.
    public var palette: Palette
    /// Colours on a dark screen.
    public var darkPalette: Palette
    /// Sizes of text.
    public var type: TypeScale
    /// Type sizes and line weights of charts.
    public var chart: ChartStyle
    /// One step of vertical rhythm, in points: distances are multiples of it.
    public var rhythm: Double
    /// Between columns of a grid, in points.
    public var gutter: Double
    /// From the paper's edges to the text, in points; nil leaves it to the page.
    public var margins: Insets?
    /// An installed family of type instead of the shipped one; nil for that.
    public var fontFamily: String?

    /// A theme.
    public init(
        name: String, palette: Palette, darkPalette: Palette, type: TypeScale = TypeScale(),
        chart: ChartStyle = ChartStyle(pixel: 1), rhythm: Double = 4, gutter: Double = 18
    ) {
        self.name = name
        self.palette = palette
        self.darkPalette = darkPalette
        self.type = type
        self.chart = chart
        self.rhythm = rhythm
        self.gutter = gutter
    }
}

/// Three sizes of text and one of headline, in points.
public struct TypeScale: Equatable, Sendable {
    /// The report's title.
    public var title: Double
    /// Values of headline tiles.
    public var headline: Double
    /// Section headings.
    public var heading: Double
    /// Text and tables.
    public var body: Double
    /// Captions, units, footers.
    public var small: Double

    /// Sizes.
    public init(
        title: Double = 17, headline: Double = 13, heading: Double = 11, body: Double = 7.6, small: Double = 6.6
    ) {
        self.title = title
        self.headline = headline
        self.heading = heading
        self.body = body
        self.small = small
    }
}
