import Graphics

/// Shapes every label of one chart once, and fits words into widths. Texts come as the program writes them; what is shaped
/// has the numbers and dates of the style's language.
final class TextSetter {
    private struct Key: Hashable {
        let text: String
        let font: Font
    }

    let style: ChartStyle
    /// Heights of the label font.
    let label: FontMetrics
    /// Heights of the title font.
    let title: FontMetrics
    private let measurer: any TextMeasurer
    private var runs: [Key: GlyphRun] = [:]

    init(_ measurer: any TextMeasurer, style: ChartStyle) {
        self.measurer = measurer
        self.style = style
        label = measurer.metrics(of: style.label)
        title = measurer.metrics(of: style.title)
    }

    /// Height of a row of labels.
    var labelHeight: Double { label.ascent + label.descent }
    /// Height of a row of titles.
    var titleHeight: Double { title.ascent + title.descent }

    func shape(_ text: String, _ font: Font) -> GlyphRun { shape(spelled: style.words(text), font) }

    private func shape(spelled text: String, _ font: Font) -> GlyphRun {
        let key = Key(text: text, font: font)
        if let run = runs[key] { return run }
        let run = measurer.shape(text, font: font)
        runs[key] = run
        return run
    }

    func width(_ text: String, _ font: Font) -> Double { shape(text, font).width }

    /// The text, or as much of it as fits before an ellipsis; nil where not even one character fits.
    func fit(_ text: String, _ font: Font, width: Double) -> GlyphRun? {
        // A part of a name may look like a number; so it is the spelled text that is cut.
        let text = style.words(text)
        let whole = shape(spelled: text, font)
        guard whole.width > width else { return whole }
        let characters = Array(text)
        var (low, high) = (0, characters.count)
        var best: GlyphRun?
        while low < high {
            let middle = (low + high + 1) / 2
            let run = shape(spelled: Self.ellipsis(characters[..<middle]), font)
            if run.width <= width {
                (low, best) = (middle, run)
            } else {
                high = middle - 1
            }
        }
        return best
    }

    /// The first form that fits, or nil.
    func firstFitting(_ forms: [String], _ font: Font, width: Double) -> GlyphRun? {
        for form in forms {
            let run = shape(form, font)
            if run.width <= width { return run }
        }
        return nil
    }

    /// The space that a placed text's letters take: cap height above the baseline, descent below.
    func box(of text: PlacedText) -> Rect {
        let scale = text.run.font.size / max(style.labelSize, 0.001)
        return Rect(
            x0: text.origin.x, y0: text.origin.y - label.capHeight * scale, x1: text.origin.x + text.run.width,
            y1: text.origin.y + label.descent * scale)
    }

    private static func ellipsis(_ characters: ArraySlice<Character>) -> String {
        var end = characters.endIndex
        while end > characters.startIndex, characters[end - 1] == " " || characters[end - 1] == "," { end -= 1 }
        return String(characters[..<end]) + "…"
    }
}
