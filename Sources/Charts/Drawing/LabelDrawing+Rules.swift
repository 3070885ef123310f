import Graphics

extension LabelDrawing {
    /// Vertical rules with their words left of them, one row lower for each rule further left, so that no rule runs
    /// through the words of another: a rule begins below every label that lies in its way.
    func verticalRules(_ marks: [Mark], placer: inout LabelPlacer) -> [SceneItem] {
        let rules = marks.compactMap { mark -> RuleMark? in
            guard case .rule(let rule) = mark, rule.orientation == .vertical else { return nil }
            return plot.x0...plot.x1 ~= x.position(of: rule.value) ? rule : nil
        }.sorted { $0.value > $1.value }
        var labels: [PlacedText] = []
        for rule in rules {
            guard let words = rule.label, let label = place(words, at: x.position(of: rule.value), row: labels.count)
            else { continue }
            if take(label, placer: &placer) { labels.append(label) }
        }
        return rules.map { line($0, avoiding: labels) } + labels.map { .text($0) }
    }

    private func place(_ words: EndLabel, at position: Double, row: Int) -> PlacedText? {
        let whole = words.value.isEmpty ? words.name : words.name + " " + words.value
        guard let run = text.firstFitting([whole, words.name], text.style.strongLabel, width: plot.width) else {
            return nil
        }
        let baseline = plot.y0 + text.label.capHeight + 1 + Double(row) * text.labelHeight
        // At its own line, on the side that has room: words at another line would name that one.
        return position - 3 - run.width >= plot.x0
            ? PlacedText(run, at: Point(position - 3, baseline), anchor: .end, paint: words.paint)
            : PlacedText(run, at: Point(position + 3, baseline), anchor: .start, paint: words.paint)
    }

    private func line(_ rule: RuleMark, avoiding labels: [PlacedText]) -> SceneItem {
        let position = x.position(of: rule.value)
        let own = labels.first { ($0.anchorPoint.x - position).magnitude < 3.01 }
        let inTheWay = labels.map(text.box).filter { $0.x0 - 1 < position && position < $0.x1 + 1 }.map { $0.y1 + 1 }
        let top = ([own.map { text.box(of: $0).y0 } ?? plot.y0] + inTheWay).max() ?? plot.y0
        return .path(
            Path(from: Point(position, min(top, plot.y1)), to: Point(position, plot.y1)), fill: nil,
            stroke: Stroke(rule.paint, width: text.style.hairline * 1.6, dashes: rule.dashes))
    }
}
