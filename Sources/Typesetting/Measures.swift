import DocumentModel
import Graphics

/// Fonts and distances that follow from a theme; everything vertical is a multiple of half its rhythm.
struct Measures {
    let theme: Theme
    /// One step of vertical rhythm, in points.
    let step: Double
    /// Between columns of a grid, in points.
    let gutter: Double
    /// How much higher than they want figures of a height of their own are drawn.
    let figureScale: Double

    init(_ theme: Theme, figureScale: Double = 1) {
        self.theme = theme
        self.figureScale = figureScale
        step = theme.rhythm >= 0.5 && theme.rhythm < 1000 ? theme.rhythm : 4
        gutter = theme.gutter >= 0 && theme.gutter < 1000 ? theme.gutter : 18
    }

    /// Text and tables.
    var body: Font { Font(size: theme.type.body) }
    /// Captions, units, footers.
    var small: Font { Font(size: theme.type.small) }
    /// Titles of tables, as of charts.
    var caption: Font { Font(size: theme.chart.titleSize, weight: .semibold) }
    /// The same face in another weight.
    func font(_ font: Font, _ weight: Font.Weight) -> Font {
        Font(size: font.size, weight: weight, tabular: font.tabular)
    }

    /// Sections 11 pt, parts of them between text and that, and below as titles of figures.
    func heading(_ level: Int) -> Font {
        switch level {
        case ...1: Font(size: theme.type.heading, weight: .semibold)
        case 2: Font(size: (theme.type.heading + theme.chart.titleSize) / 2, weight: .semibold)
        default: caption
        }
    }

    /// Distance of baselines: about 1.25 times the size, rounded up to half steps so that columns stay in line.
    func leading(_ font: Font) -> Double { roundedUp(font.size * 1.25, to: step / 2) }

    /// A height rounded up to whole steps.
    func wholeSteps(_ height: Double) -> Double { roundedUp(height, to: step) }

    private func roundedUp(_ value: Double, to unit: Double) -> Double { ((value / unit) - 1e-6).rounded(.up) * unit }
}

/// Strokes of rules.
extension Measures {
    /// Under rows and between tiles.
    var hairline: Stroke { Stroke(.role(.hairline), width: 0.5) }
    /// Under heads of groups and above sums.
    var groupLine: Stroke { Stroke(.mix(.hairline, .muted, fraction: 0.5), width: 0.6) }
    /// Under the title band.
    var strongLine: Stroke { Stroke(.role(.ink), width: 1.1) }

    /// A horizontal rule that readers of the text skip.
    func rule(_ stroke: Stroke, y: Double, from x0: Double, to x1: Double) -> SceneItem {
        .group(
            SceneGroup(
                role: .artifact, items: [.path(Path(from: Point(x0, y), to: Point(x1, y)), fill: nil, stroke: stroke)]))
    }
}
