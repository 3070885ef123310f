import Graphics

/// The words of one panel's right margin: where its lines end and its rules stand.
struct EndLabels {
    /// Words before they have a place.
    private struct Entry {
        let label: EndLabel
        let value: Double
    }

    private let entries: [Entry]

    init(_ panel: Panel) {
        let found = panel.marks.compactMap { mark -> Entry? in
            switch mark {
            case .line(let line):
                guard let label = line.ending, let value = line.y.last(where: \.isFinite) else { return nil }
                return Entry(label: label, value: value)
            case .area(let area):
                guard let label = area.ending, let value = area.lastMiddle else { return nil }
                return Entry(label: label, value: value)
            case .rule(let rule) where rule.orientation == .horizontal && rule.value.isFinite:
                return rule.label.map { Entry(label: $0, value: rule.value) }
            default: return nil
            }
        }
        let worded = found.filter { !Self.words($0.label.name, $0.label.value).isEmpty }
        // Where not all have room, the subject stays longest.
        entries = worded.filter(\.label.isStrong) + worded.filter { !$0.label.isStrong }.reversed()
    }

    /// The widest of the labels.
    func width(_ text: TextSetter) -> Double {
        entries.map { text.width(Self.words($0.label.name, $0.label.value), Self.font($0.label, text)) }.max() ?? 0
    }

    /// The labels in their places, right of `left`; labels for which the panel is too low are left out, the last first.
    func placed(scale: Scale, plot: Rect, width: Double, text: TextSetter) -> [PlacedText] {
        let runs = entries.map { (run: Self.fitted($0.label, width: width, text), entry: $0) }
            .filter { $0.run != nil && scale.position(of: $0.entry.value).isFinite }
        for count in stride(from: runs.count, to: 0, by: -1) {
            let kept = runs.prefix(count)
            let wished = kept.map { scale.position(of: $0.entry.value) }
            let extents = kept.map { _ in text.labelHeight }
            let room = Interval(plot.y0 - text.label.descent, plot.y1 + text.label.descent)
            guard let centers = LabelSpread.centers(wished: wished, extents: extents, in: room) else { continue }
            return zip(kept, centers).compactMap { item, center in
                item.run.map {
                    let baseline = center + text.label.capHeight / 2
                    return PlacedText($0, at: Point(plot.x1 + 5, baseline), paint: item.entry.label.paint)
                }
            }
        }
        return []
    }

    private static func fitted(_ label: EndLabel, width: Double, _ text: TextSetter) -> GlyphRun? {
        let font = font(label, text)
        let whole = words(label.name, label.value)
        guard text.width(whole, font) > width, !label.value.isEmpty else { return text.fit(whole, font, width: width) }
        let room = width - text.width(" " + label.value, font)
        guard let name = text.fit(label.name, font, width: room), name.text.count > 2 else {
            return text.fit(label.value, font, width: width)
        }
        return text.shape(words(name.text, label.value), font)
    }

    private static func words(_ name: String, _ value: String) -> String {
        name.isEmpty || value.isEmpty ? name + value : name + " " + value
    }

    private static func font(_ label: EndLabel, _ text: TextSetter) -> Font {
        label.isStrong ? text.style.strongLabel : text.style.label
    }
}
