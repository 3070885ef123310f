import DocumentModel
import Graphics

/// Headings, paragraphs, lists and notes.
extension PieceBuilder {
    mutating func addHeading(_ heading: Heading) {
        let font = measures.heading(heading.level)
        let leading = measures.leading(font)
        var spans = [TextSpan(heading.text, font, .role(.ink))]
        if !heading.detail.isEmpty {
            let size = heading.level <= 1 ? measures.theme.chart.titleSize : measures.body.size
            spans.append(TextSpan("  " + heading.detail, Font(size: size), .role(.muted)))
        }
        let lines = setter.lines(spans, width: width)
        let tag = StructureTag.heading(
            level: min(max(heading.level, 1), 6), title: heading.text, anchor: names.unique(heading.anchor))
        var piece = Piece(
            items: items(of: lines, font: font, leading: leading), height: Double(lines.count) * leading,
            role: .tag(tag), name: "heading '\(heading.text)'")
        piece.before = (heading.level <= 1 ? 6 : 4) * measures.step
        piece.after = (heading.level <= 1 ? 2 : 1) * measures.step
        add(piece)
        stickToNext()
    }

    mutating func addParagraph(_ paragraph: Paragraph) {
        let steps: Double = paragraph.isSmall ? 1 : 2
        let text = ParagraphSetting(paragraph, before: steps * measures.step, after: steps * measures.step)
        inContainer(.tag(.paragraph)) { $0.addLines(text) }
    }

    mutating func addNote(_ note: Note) {
        let paint = Paint.role(note.kind == .caution ? .caution : .accent)
        var paragraphs = note.paragraphs
        if !note.title.isEmpty {
            let mark = note.title.last.map { ".:!?…".contains($0) } ?? false ? "" : "."
            let lead = [Inline.strong(note.title + mark), .text(" ")]
            if paragraphs.isEmpty { paragraphs = [Paragraph([])] }
            paragraphs[0].inlines = lead + paragraphs[0].inlines
        }
        inContainer(.bar(paint, width: 1.5)) { note in
            note.joined(.together) { $0.addRemarks(paragraphs) }
        }
    }

    private mutating func addRemarks(_ paragraphs: [Paragraph]) {
        for (index, paragraph) in paragraphs.enumerated() {
            var text = ParagraphSetting(paragraph, before: measures.step / 2, after: measures.step / 2)
            text.indent = 2 * measures.step
            if index == 0 {
                text.before = 3 * measures.step
                text.padTop = measures.step / 2
            }
            if index == paragraphs.count - 1 {
                text.after = 3 * measures.step
                text.padBottom = measures.step / 2
            }
            inContainer(.tag(.paragraph)) { $0.addLines(text) }
        }
    }

    /// One piece per line; the first two and the last two lines stay together.
    mutating func addLines(_ text: ParagraphSetting) {
        let font = text.paragraph.isSmall ? measures.small : measures.body
        let leading = measures.leading(font)
        let column = max(width - text.indent, 1)
        let lines = setter.lines(spans(text.paragraph), width: column)
        for (index, line) in lines.enumerated() {
            let isLast = index == lines.count - 1
            let top = index == 0 ? text.padTop : 0
            let baseline = top + setter.baseline(font, leading: leading)
            var items = line.items(baseline: baseline, x: text.indent, width: column)
            if index == 0, !text.bullet.isEmpty { items.insert(bullet(text, font, baseline: baseline), at: 0) }
            var piece = Piece(items: items, height: top + leading + (isLast ? text.padBottom : 0), name: "line")
            if index == 0 { piece.before = text.before }
            if isLast { piece.after = text.after }
            if index > 0, index == 1 || isLast { piece.join = .never }
            add(piece)
        }
    }

    /// Points stand in the middle of their indent, numbers end before the text.
    private func bullet(_ text: ParagraphSetting, _ font: Font, baseline: Double) -> SceneItem {
        let run = setter.run(text.bullet, font)
        let x =
            text.bullet == Self.point
            ? text.indent - (text.bulletRoom + run.width) / 2 : text.indent - run.width - measures.step
        return .text(PlacedText(run, at: Point(max(x, 0), baseline), paint: .role(.muted)))
    }

    /// A paragraph's inline runs as spans of text.
    func spans(_ paragraph: Paragraph) -> [TextSpan] {
        let font = paragraph.isSmall ? measures.small : measures.body
        let ink = Paint.role(paragraph.isSmall ? .muted : .ink)
        return paragraph.inlines.map { inline in
            switch inline {
            case .text(let text): TextSpan(text, font, ink)
            case .strong(let text): TextSpan(text, measures.font(font, .semibold), .role(.ink))
            case .emphasis(let text): TextSpan(text, measures.font(font, .semibold), ink)
            case .muted(let text): TextSpan(text, font, .role(.muted))
            case .code(let text): TextSpan(text, Font(size: font.size, tabular: true), .role(.ink))
            case .link(let text, let target): TextSpan(text, font, .role(.accent), link: target)
            case .lineBreak: TextSpan("\n", font, ink)
            }
        }
    }

    /// Lines below each other as items of one piece.
    func items(
        of lines: [TextLine], font: Font, leading: Double, x: Double = 0, y: Double = 0, width: Double? = nil,
        alignment: Table.Alignment = .left
    ) -> [SceneItem] {
        let baseline = y + setter.baseline(font, leading: leading)
        return lines.enumerated().flatMap { index, line in
            line.items(
                baseline: baseline + Double(index) * leading, x: x, width: width ?? self.width, alignment: alignment)
        }
    }
}

/// How a paragraph is set in its column.
struct ParagraphSetting {
    var paragraph: Paragraph
    /// Wanted distances, in points.
    var before: Double
    var after: Double
    /// Room at the left.
    var indent = 0.0
    /// Stands in the indent of the first line, in its last points.
    var bullet = ""
    var bulletRoom = 0.0
    /// Room within the first and the last line's pieces.
    var padTop = 0.0
    var padBottom = 0.0

    init(_ paragraph: Paragraph, before: Double, after: Double) {
        self.paragraph = paragraph
        self.before = before
        self.after = after
    }
}
