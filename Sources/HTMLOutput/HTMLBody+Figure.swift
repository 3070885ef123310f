import Charts
import DocumentModel
import Graphics

/// Figures, inline.
extension HTMLBody {
    /// As wide as a figure is laid out for a phone, in points: on the narrowest, of 320 pixels, its text is 9 pixels high.
    static let phoneWidth = 212.0
    /// Up to this width, in points, a figure is one of two beside each other.
    private static let halfWidth = 300.0

    mutating func write(_ figure: Figure, width: Double) {
        let size = Size(width, figure.preferredHeight(width: width))
        let scene = layOut(figure.chart, size)
        for panel in figure.chart.panels { shownSeries.formUnion(panel.marks.compactMap(\.seriesKey)) }
        let fit = fit(of: figure.chart, width: width)
        out.markup("<figure")
        if fit != .asItIs { out.markup(" class=\"\(fit == .twofold ? "twofold" : "wide")\"") }
        out.attribute("data-figure", figure.name)
        out.markup(">\n")
        if fit == .scrolling {
            out.markup("<div class=\"scroll\(width > Self.halfWidth ? "" : " half")\" role=\"group\" tabindex=\"0\"")
            out.attribute("aria-label", theme.chart.words(figure.chart.title))
            out.markup(">\n")
        }
        let id = fit == .twofold && !figure.chart.altText.isEmpty ? names.uniqueID("alt") : ""
        write(scene, of: figure.chart, style: fit == .twofold ? "fig desk" : "fig", describedAs: id)
        if fit == .scrolling { out.markup("</div>\n") }
        if fit == .twofold { writePhoneLayout(of: figure, height: size.height, describedBy: id) }
        element("figcaption", "", figure.caption)
        out.markup("</figure>\n")
    }

    /// How a figure comes onto a narrow screen.
    private enum Fit {
        /// Scaled: it is drawn narrow enough.
        case asItIs
        /// Laid out a second time; one of the two is shown.
        case twofold
        /// In a box that scrolls where it is narrower than the figure.
        case scrolling
    }

    private func fit(of chart: Chart, width: Double) -> Fit {
        guard width > Self.phoneWidth * 1.1 else { return .asItIs }
        // Lines can be squeezed, and touch reads them; bars and cells keep their size and scroll.
        if chart.isInteractive, phoneFigures { return .twofold }
        return .scrolling
    }

    private mutating func writePhoneLayout(of figure: Figure, height: Double, describedBy id: String) {
        let least = min(height, Self.phoneWidth * 0.62)
        let scene = layOut(figure.chart, Size(Self.phoneWidth, max(height * 0.8, least)))
        write(scene, of: figure.chart, style: "fig phone", describedBy: id)
    }

    /// The description stands within the figure, under an id where another refers to it, or is that of an id.
    private mutating func write(
        _ scene: Scene, of chart: Chart, style: String, describedAs own: String = "", describedBy id: String = ""
    ) {
        var svg = SVGSerializer(inline: names, defaultFontSize: theme.chart.labelSize)
        svg.out.reserve(1 << 14)
        svg.out.markup("<svg class=\"\(style)\" viewBox=\"0 0 ")
        svg.coordinate(scene.size.width)
        svg.out.markup(" ")
        svg.coordinate(scene.size.height)
        svg.out.markup("\" role=\"img\"")
        svg.out.attribute("aria-label", theme.chart.words(chart.title))
        if !id.isEmpty { svg.out.attribute("aria-describedby", id) }
        svg.out.markup(">")
        if !chart.altText.isEmpty, id.isEmpty {
            svg.out.markup(own.isEmpty ? "<desc>" : "<desc id=\(own)>")
            svg.out.text(theme.chart.words(chart.altText))
            svg.out.markup("</desc>")
        }
        svg.out.markup("\n")
        svg.write(scene.items)
        svg.out.markup("\n</svg>\n")
        out.append(svg.out)
    }
}
