import Graphics

/// Phase 4, draw: everything that has a place becomes scene items, from back to front.
struct ChartDrawing {
    let chart: Chart
    let frame: ChartFrame
    let size: Size
    let text: TextSetter
    private var items: [SceneItem] = []
    private var placer: LabelPlacer

    init(chart: Chart, frame: ChartFrame, size: Size, text: TextSetter) {
        self.chart = chart
        self.frame = frame
        self.size = size
        self.text = text
        placer = LabelPlacer(bounds: Rect(origin: .zero, size: size))
    }

    mutating func draw() -> [SceneItem] {
        for title in frame.title.texts { set(title) }
        drawBands()
        for panel in frame.panels { drawGuides(panel) }
        drawHorizontalAxis()
        for panel in frame.panels { drawMarks(panel) }
        for panel in frame.panels { drawLabels(panel) }
        return items
    }

    // MARK: - Guides

    private mutating func drawBands() {
        guard let first = frame.panels.first, let last = frame.panels.last else { return }
        let whole = Rect(x0: first.plot.x0, y0: first.plot.y0, x1: first.plot.x1, y1: last.plot.y1)
        draw(chart.bands, in: whole)
    }

    private mutating func draw(_ bands: [BandMark], in plot: Rect) {
        var numbers: [(run: GlyphRun, middle: Double, paint: Paint)] = []
        for band in bands {
            guard let shade = shade(of: band, in: plot) else { continue }
            items.append(.path(Path(shade), fill: band.paint, stroke: nil))
            guard !band.label.isEmpty else { continue }
            numbers.append((text.shape(band.label, text.style.strongLabel), shade.center.x, band.labelPaint))
        }
        let centers = LabelSpread.centers(
            wished: numbers.map(\.middle), extents: numbers.map { $0.run.width + 2 }, in: Interval(plot.x0, plot.x1))
        guard let centers else { return }
        for (number, center) in zip(numbers, centers) {
            let place = Point(center, plot.y0 + text.label.capHeight + 2)
            setIfFree(PlacedText(number.run, at: place, anchor: .middle, paint: number.paint))
        }
    }

    /// The shaded rectangle, at least a pixel wide; nil where it lies outside the domain.
    private func shade(of band: BandMark, in plot: Rect) -> Rect? {
        let scale = frame.horizontal.scale
        let places = [scale.position(of: band.start), scale.position(of: band.end)]
        let (left, right) = (min(places[0], places[1]), max(places[0], places[1]))
        guard left <= plot.x1, right >= plot.x0 else { return nil }
        let x0 = max(left, plot.x0)
        return Rect(x0: x0, y0: plot.y0, x1: min(max(right, x0 + text.style.pixel), plot.x1), y1: plot.y1)
    }

    private mutating func drawGuides(_ panel: ChartFrame.PlacedPanel) {
        if let heading = panel.heading { set(heading) }
        guard let axis = panel.axis else { return }
        draw(panel.panel.marks.compactMap { if case .band(let band) = $0 { band } else { nil } }, in: panel.plot)
        guard panel.panel.y.isShown else { return }
        if case .bands = panel.panel.y.kind {
            drawVerticalGrid(panel.plot)
        } else {
            drawGrid(axis, of: panel)
        }
        for tick in axis.ticks {
            let place = Point(panel.plot.x0 - 5, tick.position + text.label.capHeight / 2)
            set(PlacedText(tick.label, at: place, anchor: .end, paint: .role(.muted)))
        }
    }

    private mutating func drawGrid(_ axis: VerticalAxis, of panel: ChartFrame.PlacedPanel) {
        var grid = Path()
        for tick in axis.ticks where tick.value != panel.panel.y.baseline {
            grid.elements +=
                Path(
                    from: Point(panel.plot.x0, tick.position), to: Point(panel.plot.x1, tick.position)
                ).elements
        }
        if !grid.elements.isEmpty { stroke(grid, .role(.grid)) }
    }

    /// Bars that lie on their side are read against vertical lines; tables have no numbers to read off.
    private mutating func drawVerticalGrid(_ plot: Rect) {
        var grid = Path()
        for place in frame.horizontal.marks {
            grid.elements += Path(from: Point(place, plot.y0), to: Point(place, plot.y1)).elements
        }
        if !grid.elements.isEmpty { stroke(grid, .role(.grid)) }
    }

    private mutating func drawHorizontalAxis() {
        for label in frame.horizontal.labels { set(label) }
        guard let plot = frame.panels.last?.plot, !isTable else { return }
        var path = Path(from: Point(plot.x0, plot.y1), to: Point(plot.x1, plot.y1))
        for place in frame.horizontal.marks {
            path.elements += Path(from: Point(place, plot.y1), to: Point(place, plot.y1 + 3)).elements
        }
        stroke(path, .role(.hairline))
    }

    private var isTable: Bool {
        if case .bands = frame.panels.last?.panel.y.kind { true } else { false }
    }

    // MARK: - Data

    private mutating func drawMarks(_ panel: ChartFrame.PlacedPanel) {
        guard let axis = panel.axis else { return drawNoData(in: panel.plot) }
        let drawing = MarkDrawing(
            plot: panel.plot, x: frame.horizontal.scale, y: axis.scale, text: text, isInteractive: chart.x.isTime)
        var marks = panel.panel.marks.flatMap(drawing.items)
        if let base = panel.panel.y.baseline, let line = drawing.baseline(base) { marks.append(line) }
        // A line on the edge of its plotting area keeps its full width.
        let clip = panel.plot.inset(by: Insets(top: -2, right: -2, bottom: -2, left: -2))
        let clipped = SceneItem.group(SceneGroup(clip: clip, items: marks))
        guard chart.x.isTime else { return items.append(clipped) }
        let facts = PanelFacts(panel: panel, x: frame.horizontal.scale, y: axis.scale).attributes
        items.append(.group(SceneGroup(role: .part("panel", attributes: facts), items: [clipped])))
    }

    private mutating func drawNoData(in plot: Rect) {
        let words = "no data: " + chart.emptyReason
        guard let run = text.fit(words, text.style.label, width: plot.width) else { return }
        setIfFree(PlacedText(run, at: Point(plot.x0, plot.center.y), paint: .role(.muted)))
    }

    // MARK: - Words

    private mutating func drawLabels(_ panel: ChartFrame.PlacedPanel) {
        for ending in panel.endings { set(ending) }
        guard let axis = panel.axis else { return }
        let drawing = LabelDrawing(plot: panel.plot, x: frame.horizontal.scale, y: axis.scale, text: text)
        items += drawing.verticalRules(panel.panel.marks, placer: &placer)
        for mark in panel.panel.marks {
            switch mark {
            case .bars(let bars): items += drawing.values(of: bars, placer: &placer)
            case .cells(let cells): items += drawing.texts(of: cells)
            case .callout(let callout): items += drawing.callout(callout, placer: &placer)
            case .text(let words): items += drawing.corner(words, placer: &placer)
            default: break
            }
        }
    }

    private mutating func set(_ words: PlacedText) {
        placer.take(text.box(of: words))
        items.append(.text(words))
    }

    private mutating func setIfFree(_ words: PlacedText) {
        if placer.isFree(text.box(of: words)) { set(words) }
    }

    private mutating func stroke(_ path: Path, _ paint: Paint) {
        items.append(.path(path, fill: nil, stroke: Stroke(paint, width: text.style.hairline)))
    }
}
