import Graphics

/// The rows of a key: swatches with names, or a strip of colours with the numbers at its ends.
struct KeyBlock {
    /// The words.
    private(set) var texts: [PlacedText] = []
    /// The colours.
    private(set) var swatches: [SceneItem] = []
    /// Height with the space above.
    private(set) var height = 0.0

    private let text: TextSetter
    private let width: Double
    private let top: Double
    private var rowHeight: Double { text.labelHeight * 1.1 }
    private var swatch: Double { text.style.labelSize * 0.9 }

    init(_ key: ChartKey, top: Double, size: Size, text: TextSetter) {
        self.text = text
        width = size.width
        self.top = top + text.labelHeight * 0.3
        // What a key takes, the data lose: it has at most a third of the chart.
        let rows = Int(exactly: (size.height / 3 / rowHeight).rounded(.down)) ?? 0
        guard rows > 0 else { return }
        switch key {
        case .categories(let entries): setCategories(entries, rows: rows)
        case .scale(let scale, let format): setScale(scale, format)
        }
    }

    private func baseline(ofRow row: Int) -> Double { top + Double(row) * rowHeight + text.label.ascent }

    private mutating func take(rows: Int) { height = text.labelHeight * 0.3 + Double(rows) * rowHeight }

    // MARK: - Categories

    /// Entries after each other in as many rows as they need; what has no room is counted at the end.
    private mutating func setCategories(_ entries: [ChartKey.Category], rows: Int) {
        let gap = text.style.labelSize * 1.4
        let more = text.width("+ \(entries.count) more", text.style.label)
        var (x, row) = (0.0, 0)
        for (index, entry) in entries.enumerated() {
            let room = width - swatch - 3
            guard let run = text.fit(entry.name, text.style.label, width: min(room, max(width * 0.45, 40))) else {
                continue
            }
            let length = swatch + 3 + run.width
            if x > 0, x + length > width, row < rows - 1 { (x, row) = (0, row + 1) }
            let needsRest = row == rows - 1 && index < entries.count - 1
            guard x + length <= (needsRest ? width - gap - more : width) else {
                setRest(entries.count - index, x: x, row: row)
                break
            }
            set(entry, run, x: x, row: row)
            x += length + gap
        }
        if !texts.isEmpty { take(rows: row + 1) }
    }

    private mutating func setRest(_ count: Int, x: Double, row: Int) {
        let run = text.shape("+ \(count) more", text.style.label)
        guard x + run.width <= width else { return }
        texts.append(PlacedText(run, at: Point(x, baseline(ofRow: row)), paint: .role(.muted)))
    }

    private mutating func set(_ entry: ChartKey.Category, _ run: GlyphRun, x: Double, row: Int) {
        let base = baseline(ofRow: row)
        let middle = base - text.label.capHeight / 2
        switch entry.symbol {
        case .area:
            let side = text.label.capHeight
            let box = Rect(x0: x + swatch - side, y0: base - side, x1: x + swatch, y1: base)
            swatches.append(.path(Path(box), fill: entry.paint, stroke: nil))
        case .line:
            let line = Path(from: Point(x, middle), to: Point(x + swatch, middle))
            swatches.append(.path(line, fill: nil, stroke: Stroke(entry.paint, width: text.style.strongLine)))
        }
        texts.append(PlacedText(run, at: Point(x + swatch + 3, base), paint: .role(.muted)))
    }

    // MARK: - Scales

    private mutating func setScale(_ scale: ColorScale, _ format: NumberFormat) {
        let low = text.shape(format.text(scale.ends.start), text.style.label)
        let high = text.shape(format.text(scale.ends.end), text.style.label)
        let strip = min(text.style.labelSize * 14, width - low.width - high.width - 8)
        guard strip >= text.style.labelSize * 3 else { return }
        let base = baseline(ofRow: 0)
        texts.append(PlacedText(low, at: Point(0, base), paint: .role(.muted)))
        let box = Rect(
            x0: low.width + 4, y0: base - text.label.capHeight, x1: low.width + 4 + strip, y1: base)
        texts.append(PlacedText(high, at: Point(box.x1 + 4, base), paint: .role(.muted)))
        swatches += Self.steps(of: scale, in: box)
        take(rows: 1)
    }

    /// Steps narrow enough to read as one strip, each with the colour of its middle.
    private static func steps(of scale: ColorScale, in box: Rect) -> [SceneItem] {
        let count = 25
        return (0..<count).map { index in
            let share = (Double(index) + 0.5) / Double(count)
            let (x0, x1) = (
                box.x0 + box.width * Double(index) / Double(count),
                box.x0 + box.width * Double(index + 1) / Double(count)
            )
            let value = scale.ends.start + scale.ends.length * share
            return .path(
                Path(Rect(x0: x0, y0: box.y0, x1: x1, y1: box.y1)), fill: scale.paint(value), stroke: nil)
        }
    }
}
