import Graphics

/// Sets the words that stand inside a plotting area, where they lie on no others.
struct LabelDrawing {
    let plot: Rect
    let x: Scale
    let y: Scale
    let text: TextSetter
    /// Points of the lines that were drawn, which callouts keep clear of where they can.
    let lines: [Point]
    /// Whether scripts move callouts.
    let isInteractive: Bool
    /// Where vertical rules stand, which callouts keep clear of likewise.
    var rules: [Double] = []

    /// The words of all marks, vertical rules first: their lines make room for them.
    func items(_ marks: [Mark], placer: inout LabelPlacer) -> [SceneItem] {
        var drawing = self
        drawing.rules = marks.compactMap { mark in
            if case .rule(let rule) = mark, rule.orientation == .vertical { x.position(of: rule.value) } else { nil }
        }
        return drawing.words(marks, placer: &placer)
    }

    private func words(_ marks: [Mark], placer: inout LabelPlacer) -> [SceneItem] {
        let rules = verticalRules(marks)
        let ruleLabels = labels(of: rules, placer: &placer)
        keepClear(of: marks, placer: &placer)
        let corners = marks.compactMap { corner($0, placer: &placer) }
        var items = lines(of: rules, labels: ruleLabels, corners: corners) + (ruleLabels + corners).map { .text($0) }
        for mark in marks {
            switch mark {
            case .bars(let bars): items += values(of: bars, placer: &placer)
            case .cells(let cells): items += texts(of: cells)
            case .callout(let mark): items += callout(mark, placer: &placer)
            case .dots(let dots): items += labels(of: dots, placer: &placer)
            case .line, .area, .sticks, .segments, .rule, .band, .text: break
            }
        }
        return items
    }

    /// Words at the top right.
    private func corner(_ mark: Mark, placer: inout LabelPlacer) -> PlacedText? {
        guard case .text(let mark) = mark else { return nil }
        for words in mark.texts {
            let run = text.shape(words, text.style.label)
            let place = Point(plot.x1, plot.y0 + text.label.capHeight + 1)
            let label = PlacedText(run, at: place, anchor: .end, paint: mark.paint)
            if take(label, placer: &placer) { return label }
        }
        return nil
    }

    /// Values beyond the ends of bars: all of a mark's, or none.
    func values(of mark: BarsMark, placer: inout LabelPlacer) -> [SceneItem] {
        let drawing = MarkDrawing(plot: plot, x: x, y: y, text: text, isInteractive: false)
        var trial = placer
        var labels: [SceneItem] = []
        for bar in mark.bars where !bar.value.isEmpty {
            guard let rect = drawing.rect(of: bar, mark) else { continue }
            let run = text.shape(bar.value, text.style.label)
            let label = mark.orientation == .vertical ? above(bar, rect, run, mark) : beside(bar, rect, run, mark)
            let room = mark.orientation == .vertical ? rect.width * 1.15 : .infinity
            guard run.width <= room, take(label, placer: &trial) else { return [] }
            labels.append(.text(label))
        }
        placer = trial
        return labels
    }

    private func above(_ bar: BarsMark.Bar, _ rect: Rect, _ run: GlyphRun, _ mark: BarsMark) -> PlacedText {
        let place = bar.y1 < bar.y0 ? rect.y1 + 2 + text.label.capHeight : rect.y0 - 2
        return PlacedText(run, at: Point(rect.center.x, place), anchor: .middle, paint: mark.valuePaint)
    }

    private func beside(_ bar: BarsMark.Bar, _ rect: Rect, _ run: GlyphRun, _ mark: BarsMark) -> PlacedText {
        let middle = rect.center.y + text.label.capHeight / 2
        return bar.x1 < bar.x0
            ? PlacedText(run, at: Point(rect.x0 - 3, middle), anchor: .end, paint: mark.valuePaint)
            : PlacedText(run, at: Point(rect.x1 + 3, middle), paint: mark.valuePaint)
    }

    /// The texts of cells: all in the longest form for which every cell has room, or none.
    func texts(of mark: CellsMark) -> [SceneItem] {
        guard let row = mark.cells.first,
            y.position(of: Double(row.row + 1)) - y.position(of: Double(row.row)) >= text.labelHeight * 0.95
        else { return [] }
        for form in 0..<(mark.cells.map(\.texts.count).max() ?? 0) {
            let labels = mark.cells.compactMap { label(of: $0, form: form, colors: mark.colors) }
            if labels.count == mark.cells.count { return labels.map { .text($0) } }
        }
        return []
    }

    /// Nil where the text has no room.
    private func label(of cell: CellsMark.Cell, form: Int, colors: ColorScale) -> PlacedText? {
        guard let words = cell.texts.indices.contains(form) ? cell.texts[form] : cell.texts.last else { return nil }
        let run = text.shape(words, cell.emphasis == .strong ? text.style.strongLabel : text.style.label)
        let (left, right) = (x.position(of: cell.x0), x.position(of: cell.x1))
        guard run.width <= right - left - 1 else { return nil }
        let middle = y.position(of: Double(cell.row) + 0.5) + text.label.capHeight / 2
        let plain: Paint = cell.emphasis == .muted ? .role(.muted) : .role(.ink)
        let paint = cell.value.map(colors.textPaint) ?? plain
        switch cell.alignment {
        case .middle: return PlacedText(run, at: Point((left + right) / 2, middle), anchor: .middle, paint: paint)
        case .end: return PlacedText(run, at: Point(right, middle), anchor: .end, paint: paint)
        }
    }

    func take(_ label: PlacedText, placer: inout LabelPlacer) -> Bool {
        let box = text.box(of: label)
        // Marks are clipped to the plotting area, and so would be their words.
        guard box.x0 >= plot.x0 - 2, box.x1 <= plot.x1 + 2, box.y0 >= plot.y0 - 2, box.y1 <= plot.y1 + 2,
            placer.isFree(box)
        else { return false }
        placer.take(box)
        return true
    }
}
