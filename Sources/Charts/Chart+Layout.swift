import Graphics

extension Chart {
    /// The chart laid out at a size: resolve domains, measure words, place scales, draw.
    ///
    /// Every word lies inside the size and on no other word; what has no room is shortened or left out. A chart
    /// without data says why instead of showing empty axes.
    public func scene(size: Size, style: ChartStyle, measurer: any TextMeasurer) -> Scene {
        let text = TextSetter(measurer, style: style)
        guard size.width > 0, size.height > 0, size.width.isFinite, size.height.isFinite else {
            return Scene(size: size)
        }
        if case .grid(let columns, let sharing) = layout {
            let grid = GridLayout(self, columns: columns, sharing: sharing, size: size, text: text)
            return Scene(size: size, items: grid.items() ?? note(grid.absence, size: size, text: text))
        }
        let domains = ChartDomains(self)
        guard let frame = ChartFrame(self, domains: domains, size: size, text: text) else {
            let reason = domains.isEmpty ? "no data: " + emptyReason : "no room for this figure"
            return Scene(size: size, items: note(reason, size: size, text: text))
        }
        var drawing = ChartDrawing(chart: self, frame: frame, size: size, text: text)
        return Scene(size: size, items: drawing.draw())
    }

    private func note(_ reason: String, size: Size, text: TextSetter) -> [SceneItem] {
        let title = TitleBlock(self, size: size, text: text)
        var items = title.texts.map { SceneItem.text($0) }
        let baseline = title.height + text.labelHeight * 0.6 + text.label.ascent
        if baseline + text.label.descent <= size.height, let run = text.fit(reason, text.style.label, width: size.width)
        {
            items.append(.text(PlacedText(run, at: Point(0, baseline), paint: .role(.muted))))
        }
        return items
    }
}
