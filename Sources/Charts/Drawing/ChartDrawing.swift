import Graphics

/// Phase 4, draw: everything that has a place becomes scene items, from back to front.
///
/// Groups of time figures are named as scripts look for them: `panel` holds what belongs to one plotting area, `marks` in
/// it what a zoom moves, `series` in that one line of data, and `grid`, `y-axis`, `endings` and `x-axis` the guides that a
/// zoom replaces.
struct ChartDrawing {
    let chart: Chart
    let frame: ChartFrame
    let text: TextSetter
    private var placer: LabelPlacer

    init(chart: Chart, frame: ChartFrame, size: Size, text: TextSetter) {
        self.chart = chart
        self.frame = frame
        self.text = text
        placer = LabelPlacer(bounds: Rect(origin: .zero, size: size))
    }

    mutating func draw() -> [SceneItem] {
        var items = frame.header.swatches + frame.header.texts.map { set($0) }
        let axis = horizontalAxis()
        if let line = lowerEdge() { items.append(line) }
        // Words of the margins are reserved before those inside plotting areas look for a free place.
        let margins = frame.panels.indices.map { margin(frame.panels[$0], index: $0) }
        for (index, panel) in frame.panels.enumerated() { items.append(draw(panel, isFirst: index == 0)) }
        items.append(axis)
        return items + margins.flatMap { $0 }
    }

    // MARK: - Panels

    private mutating func draw(_ panel: ChartFrame.PlacedPanel, isFirst: Bool) -> SceneItem {
        var items = isFirst ? bands(chart.bands, in: wholePlot(from: panel)) : []
        guard let axis = panel.axis else { return group(panel, items + noData(in: panel.plot)) }
        items += bands(
            panel.panel.marks.compactMap { if case .band(let band) = $0 { band } else { nil } }, in: panel.plot)
        items += grid(of: panel, axis)
        let drawing = MarkDrawing(
            plot: panel.plot, x: frame.horizontal.scale, y: axis.scale, text: text, isInteractive: chart.isInteractive)
        let marks = panel.panel.marks.flatMap(drawing.items)
        let labels = LabelDrawing(
            plot: panel.plot, x: frame.horizontal.scale, y: axis.scale, text: text,
            lines: panel.panel.hasFloatingWords ? drawing.linePoints(of: marks) : [], isInteractive: chart.isInteractive
        )
        items.append(moving(marks + labels.items(panel.panel.marks, placer: &placer), in: panel.plot))
        if let base = panel.panel.y.baseline { items += drawing.baseline(base) }
        return group(panel, items)
    }

    private func group(_ panel: ChartFrame.PlacedPanel, _ items: [SceneItem]) -> SceneItem {
        guard chart.isInteractive, let axis = panel.axis else { return .group(SceneGroup(items: items)) }
        let facts = PanelFacts(panel: panel, x: frame.horizontal.scale, y: axis.scale).attributes
        return .group(SceneGroup(role: .part("panel", attributes: facts), items: items))
    }

    /// What a zoom moves, clipped; a line on the edge of its plotting area keeps its full width.
    private func moving(_ items: [SceneItem], in plot: Rect) -> SceneItem {
        let clip = plot.inset(by: Insets(top: -2, right: -2, bottom: -2, left: -2))
        let role: SceneGroup.Role = chart.isInteractive ? .part("marks", attributes: []) : .plain
        return .group(SceneGroup(role: role, clip: clip, items: items))
    }

    private func wholePlot(from panel: ChartFrame.PlacedPanel) -> Rect {
        var whole = panel.plot
        whole.y1 = frame.panels.last?.plot.y1 ?? whole.y1
        return whole
    }

    private mutating func noData(in plot: Rect) -> [SceneItem] {
        let words = "no data: " + chart.emptyReason
        guard let run = text.fit(words, text.style.label, width: plot.width) else { return [] }
        return setIfFree(PlacedText(run, at: Point(plot.x0, plot.center.y), paint: .role(.muted)))
    }

    // MARK: - Bands

    private mutating func bands(_ bands: [BandMark], in plot: Rect) -> [SceneItem] {
        let shaded = bands.compactMap { band in shade(of: band, in: plot).map { (band: band, shade: $0) } }
        guard !shaded.isEmpty else { return [] }
        let numbered = shaded.filter { !$0.band.label.isEmpty }
        let runs = numbered.map { text.shape($0.band.label, text.style.strongLabel) }
        let centers = LabelSpread.centers(
            wished: numbered.map(\.shade.center.x), extents: runs.map { $0.width + 2 }, in: Interval(plot.x0, plot.x1))
        var items = shaded.map { SceneItem.path(Path($0.shade), fill: $0.band.paint, stroke: nil) }
        for (index, center) in (centers ?? []).enumerated() {
            let place = Point(center, plot.y0 + text.label.capHeight + 2)
            let paint = numbered[index].band.labelPaint
            items += setIfFree(PlacedText(runs[index], at: place, anchor: .middle, paint: paint))
        }
        return [moving(items, in: plot)]
    }

    /// The shaded rectangle, at least a pixel wide; nil where it lies outside the domain.
    private func shade(of band: BandMark, in plot: Rect) -> Rect? {
        let scale = frame.horizontal.scale
        let (start, end) = (scale.position(of: band.start), scale.position(of: band.end))
        let (left, right) = (min(start, end), max(start, end))
        guard left <= plot.x1, right >= plot.x0 else { return nil }
        let x0 = max(left, plot.x0)
        return Rect(x0: x0, y0: plot.y0, x1: min(max(right, x0 + text.style.pixel), plot.x1), y1: plot.y1)
    }

    // MARK: - Guides

    /// Horizontal lines under data; bars that lie on their side are read against vertical ones.
    private func grid(of panel: ChartFrame.PlacedPanel, _ axis: VerticalAxis) -> [SceneItem] {
        guard panel.panel.y.isShown else { return [] }
        let plot = panel.plot
        var path = Path()
        if panel.panel.y.isTable {
            for place in frame.horizontal.marks {
                path.elements += Path(from: Point(place, plot.y0), to: Point(place, plot.y1)).elements
            }
        } else {
            for tick in axis.ticks where tick.value != panel.panel.y.baseline {
                let place = tick.position
                path.elements += Path(from: Point(plot.x0, place), to: Point(plot.x1, place)).elements
            }
        }
        return path.elements.isEmpty ? [] : guides("grid", [stroke(path, .role(.grid))])
    }

    /// Items that a zoom replaces by its own.
    private func guides(_ part: String, panel index: Int? = nil, _ items: [SceneItem]) -> [SceneItem] {
        guard chart.isInteractive, !items.isEmpty else { return items }
        let attributes = index.map { [SceneAttribute("panel", "\($0)")] } ?? []
        return [.group(SceneGroup(role: .part(part, attributes: attributes), items: items))]
    }

    /// Heading, tick labels and the words at the ends of lines.
    private mutating func margin(_ panel: ChartFrame.PlacedPanel, index: Int) -> [SceneItem] {
        let heading = panel.heading.map { [set($0)] } ?? []
        var ticks: [SceneItem] = []
        if panel.panel.y.isShown, panel.panel.y.isLabelled, let axis = panel.axis {
            for tick in axis.ticks {
                let place = Point(panel.plot.x0 - 5, tick.position + text.label.capHeight / 2)
                ticks.append(set(PlacedText(tick.label, at: place, anchor: .end, paint: .role(.muted))))
            }
        }
        let endings = panel.endings.map { set($0) }
        return heading + guides("y-axis", panel: index, ticks) + guides("endings", panel: index, endings)
    }

    /// The line under the last panel stays when a zoom replaces the ticks.
    private func lowerEdge() -> SceneItem? {
        guard let panel = frame.panels.last, !panel.panel.y.isTable else { return nil }
        let plot = panel.plot
        return stroke(Path(from: Point(plot.x0, plot.y1), to: Point(plot.x1, plot.y1)), .role(.hairline))
    }

    private mutating func horizontalAxis() -> SceneItem {
        var items: [SceneItem] = []
        if let panel = frame.panels.last, !panel.panel.y.isTable {
            var path = Path()
            for place in frame.horizontal.marks {
                path.elements += Path(from: Point(place, panel.plot.y1), to: Point(place, panel.plot.y1 + 3)).elements
            }
            if !path.elements.isEmpty { items.append(stroke(path, .role(.hairline))) }
        }
        items += frame.horizontal.labels.map { set($0) }
        return .group(SceneGroup(role: chart.isInteractive ? .part("x-axis", attributes: []) : .plain, items: items))
    }

    // MARK: - Items

    private mutating func set(_ words: PlacedText) -> SceneItem {
        placer.take(text.box(of: words))
        return .text(words)
    }

    private mutating func setIfFree(_ words: PlacedText) -> [SceneItem] {
        placer.isFree(text.box(of: words)) ? [set(words)] : []
    }

    private func stroke(_ path: Path, _ paint: Paint) -> SceneItem {
        .path(path, fill: nil, stroke: Stroke(paint, width: text.style.hairline))
    }
}
