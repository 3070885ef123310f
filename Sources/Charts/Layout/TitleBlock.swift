import Graphics

/// Title and subtitle at the top left: one line where both fit, otherwise the subtitle runs on into a second.
struct TitleBlock {
    /// What to draw.
    var texts: [PlacedText] = []
    /// Height of the lines.
    var height = 0.0

    init(_ chart: Chart, size: Size, text: TextSetter) {
        guard !chart.title.isEmpty, size.height >= text.titleHeight,
            let title = text.fit(chart.title, text.style.title, width: size.width)
        else {
            return
        }
        set(title, x: 0, paint: .role(.ink), text)
        height = text.titleHeight
        guard !chart.subtitle.isEmpty else { return }
        let gap = text.style.titleSize * 0.4
        let left = title.width + gap
        let rest = Self.divide(chart.subtitle, text.style.subtitle, width: size.width - left, text)
        if let head = rest.head { set(head, x: left, paint: .role(.muted), text) }
        guard !rest.tail.isEmpty else { return }
        guard size.height > text.titleHeight * 9,
            let tail = text.fit(rest.tail, text.style.subtitle, width: size.width)
        else {
            shortenHead(chart.subtitle, left: left, width: size.width, text)
            return
        }
        height += text.titleHeight
        set(tail, x: 0, paint: .role(.muted), text)
    }

    private mutating func set(_ run: GlyphRun, x: Double, paint: Paint, _ text: TextSetter) {
        let row = height > 0 ? height - text.titleHeight : 0
        texts.append(PlacedText(run, at: Point(x, row + text.title.ascent), paint: paint))
    }

    /// Where there is no room for a second line, the first ends with an ellipsis.
    private mutating func shortenHead(
        _ subtitle: String, left: Double, width: Double, _ text: TextSetter
    ) {
        texts.removeLast(texts.count - 1)
        guard let run = text.fit(subtitle, text.style.subtitle, width: width - left), run.text.count > 4 else { return }
        set(run, x: left, paint: .role(.muted), text)
    }

    /// As many whole words as fit, and the others.
    private static func divide(
        _ words: String, _ font: Font, width: Double, _ text: TextSetter
    ) -> (head: GlyphRun?, tail: String) {
        let whole = text.shape(words, font)
        guard whole.width > width else { return (whole, "") }
        let parts = words.split(separator: " ")
        // More words are wider: halving shapes four beginnings of a sentence and not all.
        var (fitting, head) = (0, GlyphRun?.none)
        var tooMany = parts.count
        while fitting + 1 < tooMany {
            let count = (fitting + tooMany) / 2
            let run = text.shape(parts[..<count].joined(separator: " "), font)
            if run.width <= width { (fitting, head) = (count, run) } else { tooMany = count }
        }
        return (head, parts[fitting...].joined(separator: " "))
    }
}
