import DocumentModel
import Graphics

/// A stretch of text of one look.
struct TextSpan {
    /// The words; a line feed ends the line.
    var text: String
    /// What it is set in.
    var font: Font
    /// Colour.
    var paint: Paint
    /// Where it leads, if it is a link.
    var link: String?

    init(_ text: String, _ font: Font, _ paint: Paint, link: String? = nil) {
        self.text = text
        self.font = font
        self.paint = paint
        self.link = link
    }
}

/// One line of set text.
struct TextLine {
    /// A run at its place on the line.
    struct Fragment {
        var run: GlyphRun
        var x: Double
        var paint: Paint
        var link: String?
    }

    /// Runs from left to right.
    var fragments: [Fragment] = []
    /// Advance of them all, in points.
    var width: Double = 0

    /// The line's items, aligned within a column.
    func items(baseline: Double, x: Double = 0, width column: Double, alignment: Table.Alignment = .left) -> [SceneItem]
    {
        let slack = column - width
        let start: Double
        let anchor: PlacedText.Anchor
        switch alignment {
        case .left: (start, anchor) = (x, .start)
        case .center: (start, anchor) = (x + slack / 2, .middle)
        case .right, .decimal: (start, anchor) = (x + slack, .end)
        }
        return fragments.map { item(for: $0, baseline: baseline, left: start + $0.x, anchor: anchor) }
    }

    private func item(for fragment: Fragment, baseline: Double, left: Double, anchor: PlacedText.Anchor) -> SceneItem {
        let share: Double =
            switch anchor {
            case .start: 0
            case .middle: 0.5
            case .end: 1
            }
        let at = Point(left + share * fragment.run.width, baseline)
        let text = SceneItem.text(PlacedText(fragment.run, at: at, anchor: anchor, paint: fragment.paint))
        guard let link = fragment.link else { return text }
        return .group(SceneGroup(role: .link(link), items: [text]))
    }
}
