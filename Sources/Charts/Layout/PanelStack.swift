import Graphics

/// The heights of plotting areas one above the other, with room for what is written between them.
struct PanelStack {
    /// Top and bottom of every plotting area.
    let spans: [Interval]
    private let top: Double

    init(
        _ chart: Chart, headerHeight: Double, rows: Int, keepsHeading: Bool = false, size: Size, text: TextSetter
    ) {
        let row = text.labelHeight
        let headings = chart.panels.map { keepsHeading || !$0.heading.isEmpty }
        top = Self.top(chart, headerHeight: headerHeight, rows: rows, text)
        let between = row * 1.5
        let headingSpace = Self.headingSpace(text)
        let gaps = between * Double(max(chart.panels.count - 1, 0))
        let fixed = gaps + headingSpace * Double(headings.count { $0 })
        let free = size.height - top - Self.below(chart, rows: rows, text) - fixed
        let shares = chart.panels.map { $0.height.isFinite ? max($0.height, 0) : 0 }
        let sum = max(shares.reduce(0, +), 1e-9)
        var place = top
        var spans: [Interval] = []
        for (index, panel) in chart.panels.enumerated() {
            place += headings[index] ? headingSpace : 0
            let height = Self.limited(max(free * shares[index] / sum, 0), panel, text)
            spans.append(Interval(place, place + height))
            place += height + between
        }
        self.spans = spans
    }

    /// What one panel of a grid needs above and below its plotting area.
    static func surroundings(_ chart: Chart, rows: Int, keepsHeading: Bool, _ text: TextSetter) -> Double {
        top(chart, headerHeight: 0, rows: rows, text) + below(chart, rows: rows, text)
            + (keepsHeading ? headingSpace(text) : 0)
    }

    private static func top(_ chart: Chart, headerHeight: Double, rows: Int, _ text: TextSetter) -> Double {
        let gap = headerHeight > 0 ? text.style.labelSize * 0.9 : text.labelHeight / 2
        return headerHeight + gap + (chart.x.labelsOnTop ? text.labelHeight * Double(rows) : 0)
    }

    private static func below(_ chart: Chart, rows: Int, _ text: TextSetter) -> Double {
        chart.x.labelsOnTop || rows == 0 ? text.labelHeight / 2 : text.labelHeight * Double(rows) + 5
    }

    private static func headingSpace(_ text: TextSetter) -> Double { text.labelHeight * 1.25 }

    /// Whether every plotting area has some height.
    var isDrawable: Bool { !spans.isEmpty && spans.allSatisfy { $0.length >= 6 } }

    /// The heading above a plotting area.
    func heading(_ panel: Panel, plot: Rect, sceneWidth: Double, text: TextSetter) -> PlacedText? {
        guard !panel.heading.isEmpty,
            let run = text.fit(panel.heading, text.style.label, width: sceneWidth - plot.x0)
        else { return nil }
        let baseline = plot.y0 - text.labelHeight * 0.55
        return PlacedText(run, at: Point(plot.x0, baseline), paint: .role(.ink))
    }

    /// Baseline of the first row of the horizontal axis' labels.
    func labelBaseline(_ chart: Chart, text: TextSetter) -> Double {
        if chart.x.labelsOnTop { return top - text.label.descent - 1 }
        return (spans.last?.end ?? 0) + 4 + text.label.ascent
    }

    /// Rows of a table do not grow with the paper: a run of one year has one row, not one tower.
    private static func limited(_ height: Double, _ panel: Panel, _ text: TextSetter) -> Double {
        guard case .bands(_, let extent) = panel.y.kind, extent > 0 else { return height }
        return min(height, extent * text.labelHeight * 2.6)
    }
}

/// What stays free inside a plotting area for words that stand in it.
struct PanelPadding {
    private let start: Double
    private let end: Double

    private init(start: Double, end: Double) {
        self.start = start
        self.end = end
    }

    /// The most that any of some needs at each side; nothing of none.
    static func largest(_ paddings: [PanelPadding]) -> PanelPadding {
        PanelPadding(start: paddings.map(\.start).max() ?? 0, end: paddings.map(\.end).max() ?? 0)
    }

    /// Room at the sides for the values of bars that lie on their side.
    static func horizontal(_ chart: Chart, _ text: TextSetter) -> PanelPadding {
        var padding = (left: 0.0, right: 0.0)
        for case .bars(let mark) in chart.panels.flatMap(\.marks) where mark.orientation == .horizontal {
            for bar in mark.bars where !bar.value.isEmpty {
                let width = text.width(bar.value, text.style.label) + 5
                if bar.x1 < bar.x0 {
                    padding.left = max(padding.left, width)
                } else {
                    padding.right = max(padding.right, width)
                }
            }
        }
        return PanelPadding(start: padding.left + chart.x.lowPadding, end: padding.right + chart.x.highPadding)
    }

    init(_ panel: Panel, chart: Chart, isFirst: Bool, text: TextSetter) {
        let hasNumbers =
            isFirst && chart.bands.contains { !$0.label.isEmpty }
            || panel.marks.contains { if case .band(let band) = $0 { !band.label.isEmpty } else { false } }
        let rules = panel.marks.count {
            if case .rule(let rule) = $0 { rule.orientation == .vertical && rule.label != nil } else { false }
        }
        start =
            panel.y.isTable
            ? 0 : panel.y.highPadding + (hasNumbers ? text.labelHeight : 0) + Double(rules) * text.labelHeight
        end = panel.y.isTable ? 0 : panel.y.lowPadding + (panel.hasFloatingWords ? text.labelHeight * 1.15 : 0)
    }

    /// The part of a plotting area that data may use; all of it where the padding would take more than half.
    func fitted(in span: Interval) -> Interval {
        guard start + end < span.length * 0.5 else { return span }
        return Interval(span.start + start, span.end - end)
    }
}
