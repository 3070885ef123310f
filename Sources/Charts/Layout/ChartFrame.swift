import Graphics

/// Phases 2 and 3, measure and place: every plotting area with its scales, and the words of titles and axes.
struct ChartFrame {
    /// One panel in its place.
    struct PlacedPanel {
        let panel: Panel
        /// Where data are drawn.
        let plot: Rect
        /// Nil for a panel without data.
        let axis: VerticalAxis?
        /// The words of the right margin.
        let endings: [PlacedText]
        /// The panel's heading.
        let heading: PlacedText?
    }

    let header: ChartHeader
    let margins: SharedGuides.Margins
    let panels: [PlacedPanel]
    let horizontal: HorizontalAxis

    /// Nil where nothing is left to draw on.
    init?(
        _ chart: Chart, domains: ChartDomains, size: Size, text: TextSetter, shared: SharedGuides = SharedGuides()
    ) {
        guard let xDomain = domains.x, !domains.isEmpty else { return nil }
        header = ChartHeader(chart, size: size, text: text)
        let rows =
            shared.rows ?? HorizontalAxis.rows(chart.x, domain: xDomain, plotWidth: size.width * 0.8, text: text)
        let stack = PanelStack(
            chart, headerHeight: header.height, rows: rows, keepsHeading: shared.keepsHeading, size: size, text: text)
        guard stack.isDrawable else { return nil }
        let axes = zip(zip(chart.panels, domains.panels), stack.spans).map { pair, span -> VerticalAxis? in
            let (panel, domain) = pair
            guard let domain else { return nil }
            let padding =
                shared.verticalPadding
                ?? PanelPadding(panel, chart: chart, isFirst: span == stack.spans.first, text: text)
            let free = padding.fitted(in: span)
            return VerticalAxis(
                panel.y, domain: domain, top: free.start, bottom: free.end, labelWidth: size.width * 0.3, text: text)
        }
        let endings = chart.panels.map(EndLabels.init)
        let margins = shared.margins ?? Self.margins(chart, axes: axes, endings: endings, size: size, text: text)
        self.margins = margins
        guard size.width - margins.left - margins.right >= 8 else { return nil }
        let plots = stack.spans.map { Rect(x0: margins.left, y0: $0.start, x1: size.width - margins.right, y1: $0.end) }
        panels = chart.panels.indices.map { index in
            PlacedPanel(
                panel: chart.panels[index], plot: plots[index], axis: axes[index],
                endings: axes[index].map {
                    endings[index].placed(
                        scale: $0.scale, plot: plots[index], width: max(margins.right - 5, 0), text: text)
                } ?? [],
                heading: stack.heading(chart.panels[index], plot: plots[index], sceneWidth: size.width, text: text))
        }
        let padding = shared.horizontalPadding ?? PanelPadding.horizontal(chart, text)
        let free = padding.fitted(in: Interval(margins.left, size.width - margins.right))
        horizontal = HorizontalAxis(
            chart.x, domain: xDomain, plot: free,
            baseline: stack.labelBaseline(chart, text: text), sceneWidth: size.width, text: text)
    }

    private static func margins(
        _ chart: Chart, axes: [VerticalAxis?], endings: [EndLabels], size: Size, text: TextSetter
    ) -> SharedGuides.Margins {
        let widest = axes.compactMap { $0?.ticks.map(\.label.width).max() }.max() ?? 0
        let shown = chart.panels.contains { $0.y.isShown && $0.y.isLabelled }
        // Figures over time stand under each other: most of them get the same left edge.
        let usual = chart.isInteractive ? text.width("\u{2212}20\u{202F}%", text.style.label) : 0
        let most = max(size.width * 0.2, min(text.style.labelSize * 10.5, size.width * 0.32))
        let end = min(endings.map { $0.width(text) }.max() ?? 0, most)
        return SharedGuides.Margins(
            left: shown && widest > 0 ? max(widest, usual) + 6 : 1, right: end > 0 ? end + 5 : 2)
    }
}
