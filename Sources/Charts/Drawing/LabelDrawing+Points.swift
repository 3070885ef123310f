import Graphics

/// Words beside points.
extension LabelDrawing {
    /// A callout's words, in the longest form that is free somewhere.
    func callout(_ mark: CalloutMark, placer: inout LabelPlacer) -> [SceneItem] {
        let center = Point(x.position(of: mark.x), y.position(of: mark.y))
        guard center.x.isFinite, center.y.isFinite else { return [] }
        let gap = text.style.labelSize * 0.55
        return words(
            mark.labels, text.style.strongLabel, beside: center, gap: gap, paint: mark.paint,
            prefersBelow: mark.prefersBelow, placer: &placer)
    }

    /// The words of labelled dots, in the order of the dots: where not all have room, the first stay.
    func labels(of mark: DotsMark, placer: inout LabelPlacer) -> [SceneItem] {
        zip(zip(mark.x, mark.y), mark.labels).flatMap { place, label -> [SceneItem] in
            let center = Point(x.position(of: place.0), y.position(of: place.1))
            guard !label.isEmpty, plot.contains(center, within: 0.5) else { return [] }
            return words(
                [label], text.style.label, beside: center, gap: mark.radius + 2.5, paint: mark.labelPaint,
                prefersBelow: false, placer: &placer)
        }
    }

    /// Labelled dots take their place before words look for one: no word covers a dot that has a name.
    func keepClear(of marks: [Mark], placer: inout LabelPlacer) {
        for case .dots(let mark) in marks where !mark.labels.isEmpty {
            for (place, value) in zip(mark.x, mark.y) {
                let center = Point(x.position(of: place), y.position(of: value))
                guard plot.contains(center, within: 0.5) else { continue }
                placer.take(
                    Rect(
                        x0: center.x - mark.radius, y0: center.y - mark.radius, x1: center.x + mark.radius,
                        y1: center.y + mark.radius))
            }
        }
    }

    /// Right of a point, left of it, below or above; beside lines where that is possible.
    private func words(
        _ forms: [String], _ font: Font, beside center: Point, gap: Double, paint: Paint, prefersBelow: Bool,
        placer: inout LabelPlacer
    ) -> [SceneItem] {
        for words in forms {
            let run = text.shape(words, font)
            let labels = places(beside: center, gap: gap, prefersBelow: prefersBelow).map {
                PlacedText(run, at: $0.0, anchor: $0.1, paint: paint)
            }
            for label in labels where !isOnLine(label) { if take(label, placer: &placer) { return [called(label)] } }
            for label in labels { if take(label, placer: &placer) { return [called(label)] } }
        }
        return []
    }

    private func places(beside center: Point, gap: Double, prefersBelow: Bool) -> [(Point, PlacedText.Anchor)] {
        let middle = center.y + text.label.capHeight / 2
        let row = center.y + gap + text.label.capHeight
        let below = [(0.0, PlacedText.Anchor.middle), (-gap, .start), (gap, .end)].map {
            (Point(center.x + $0.0, row), $0.1)
        }
        let places: [(Point, PlacedText.Anchor)] =
            [
                (Point(center.x + gap, middle), .start), (Point(center.x - gap, middle), .end),
            ] + below + [(Point(center.x, center.y - gap), .middle)]
        return prefersBelow ? below + places : places
    }

    private func isOnLine(_ label: PlacedText) -> Bool {
        let box = text.box(of: label)
        return lines.contains { box.contains($0) } || rules.contains { box.x0 - 1 < $0 && $0 < box.x1 + 1 }
    }

    /// Words that move with their dot.
    private func called(_ label: PlacedText) -> SceneItem {
        isInteractive
            ? .group(SceneGroup(role: .part("callout", attributes: []), items: [.text(label)])) : .text(label)
    }
}
