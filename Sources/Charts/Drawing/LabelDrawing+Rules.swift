import Graphics

extension LabelDrawing {
    /// The vertical rules that stand in the plotting area, from right to left.
    func verticalRules(_ marks: [Mark]) -> [RuleMark] {
        marks.compactMap { mark -> RuleMark? in
            guard case .rule(let rule) = mark, rule.orientation == .vertical else { return nil }
            return plot.x0...plot.x1 ~= x.position(of: rule.value) ? rule : nil
        }.sorted { $0.value > $1.value }
    }

    /// The words of vertical rules left of them, one row lower for each rule further left, so that no rule runs through
    /// the words of another.
    func labels(of rules: [RuleMark], placer: inout LabelPlacer) -> [PlacedText] {
        let isAlone = rules.count { $0.label != nil } == 1
        var labels: [PlacedText] = []
        for rule in rules {
            let position = x.position(of: rule.value)
            guard let words = rule.label, let label = place(words, at: position, row: labels.count, isAlone: isAlone)
            else { continue }
            if take(label, placer: &placer) { labels.append(label) }
        }
        return labels
    }

    /// Rules begin below every label that lies in their way, one in the corner as well.
    func lines(of rules: [RuleMark], labels: [PlacedText], corners: [PlacedText]) -> [SceneItem] {
        rules.map { line($0, labels: labels, corners: corners) }
    }

    private func place(_ words: EndLabel, at position: Double, row: Int, isAlone: Bool) -> PlacedText? {
        let whole = words.value.isEmpty ? words.name : words.name + " " + words.value
        // The shorter form where only that has room on the usual side: two rules whose words stand on different sides
        // are read wrongly.
        let left = position - 3 - plot.x0
        let forms = isAlone ? [whole] : [whole, words.name]
        let fitting = text.firstFitting(forms, text.style.strongLabel, width: left)
        guard let run = fitting ?? text.firstFitting([whole], text.style.strongLabel, width: plot.width) else {
            return nil
        }
        let baseline = plot.y0 + text.label.capHeight + 1 + Double(row) * text.labelHeight
        // At its own line, on the side that has room: words at another line would name that one.
        return position - 3 - run.width >= plot.x0
            ? PlacedText(run, at: Point(position - 3, baseline), anchor: .end, paint: words.paint)
            : PlacedText(run, at: Point(position + 3, baseline), anchor: .start, paint: words.paint)
    }

    private func line(_ rule: RuleMark, labels: [PlacedText], corners: [PlacedText]) -> SceneItem {
        let position = x.position(of: rule.value)
        let own = labels.first { ($0.anchorPoint.x - position).magnitude < 3.01 }
        let inTheWay = (labels + corners).map(text.box).filter { $0.x0 - 1 < position && position < $0.x1 + 1 }.map {
            $0.y1 + 1
        }
        let top = ([own.map { text.box(of: $0).y0 } ?? plot.y0] + inTheWay).max() ?? plot.y0
        return .path(
            Path(from: Point(position, min(top, plot.y1)), to: Point(position, plot.y1)), fill: nil,
            stroke: Stroke(rule.paint, width: text.style.hairline * 1.6, dashes: rule.dashes))
    }
}
