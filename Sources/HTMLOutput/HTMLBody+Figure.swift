import Charts
import DocumentModel
import Graphics

/// Figures, inline.
extension HTMLBody {
    /// Wider than this, in points, a figure's text would be too small on a phone.
    static let widestOnPhone = 320.0
    /// As wide as a figure is laid out for a phone, in points: its text is then as large there as the page's.
    static let phoneWidth = 258.0

    mutating func write(_ figure: Figure, width: Double) {
        let size = Size(width, Self.height(of: figure, width: width))
        let scene = layOut(figure.chart, size)
        let isWide = width > Self.widestOnPhone
        let hasPhoneLayout = isWide && phoneFigures && FigureParts.hasTimePanel(scene.items)
        out.markup("<figure")
        if isWide { out.markup(hasPhoneLayout ? " class=\"twofold\"" : " class=\"wide\"") }
        out.attribute("data-figure", figure.name)
        out.markup(">\n")
        if isWide, !hasPhoneLayout {
            out.markup("<div class=\"scroll\" role=\"group\" tabindex=\"0\"")
            out.attribute("aria-label", figure.chart.title)
            out.markup(">\n")
        }
        write(scene, of: figure.chart, style: hasPhoneLayout ? "fig desk" : "fig")
        if isWide, !hasPhoneLayout { out.markup("</div>\n") }
        if hasPhoneLayout { writePhoneLayout(of: figure, height: size.height) }
        element("figcaption", "", figure.caption)
        out.markup("</figure>\n")
    }

    /// Time figures, whose lines can be squeezed, are laid out a second time for phones: one of the two is shown.
    private mutating func writePhoneLayout(of figure: Figure, height: Double) {
        let scene = layOut(figure.chart, Size(Self.phoneWidth, height * 0.85))
        write(scene, of: figure.chart, style: "fig phone")
    }

    private static func height(of figure: Figure, width: Double) -> Double {
        if let height = figure.height, height.isFinite, height > 0 { return height }
        return width * figure.chart.aspect
    }

    private mutating func write(_ scene: Scene, of chart: Chart, style: String) {
        var svg = SVGSerializer(inline: names, defaultFontSize: theme.chart.labelSize)
        svg.out.reserve(1 << 14)
        svg.out.markup("<svg class=\"\(style)\" viewBox=\"0 0 ")
        svg.coordinate(scene.size.width)
        svg.out.markup(" ")
        svg.coordinate(scene.size.height)
        svg.out.markup("\" role=\"img\"")
        svg.out.attribute("aria-label", chart.title)
        svg.out.markup(">")
        if !chart.altText.isEmpty {
            svg.out.markup("<desc>")
            svg.out.text(chart.altText)
            svg.out.markup("</desc>")
        }
        svg.out.markup("\n")
        svg.write(scene.items)
        svg.out.markup("\n</svg>\n")
        out.append(svg.out)
    }
}
