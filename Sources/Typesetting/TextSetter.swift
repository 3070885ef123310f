import Graphics

/// Shapes text once and breaks it into lines. A class because what has been shaped and set is remembered.
final class TextSetter {
    private struct Key: Hashable {
        var text: String
        var font: Font
    }

    private let measurer: any TextMeasurer
    private var runs: [Key: GlyphRun] = [:]
    private var metrics: [Font: FontMetrics] = [:]
    private var tables: [TableKey: (head: Piece?, rows: [Piece])] = [:]

    /// A table by its number in the document, and the width that it is set in.
    private struct TableKey: Hashable {
        var number: Int
        var width: Double
    }

    init(_ measurer: any TextMeasurer) { self.measurer = measurer }

    /// The measurer, for charts.
    var charts: any TextMeasurer { measurer }

    /// The text shaped, remembered.
    func run(_ text: String, _ font: Font) -> GlyphRun {
        let key = Key(text: text, font: font)
        if let known = runs[key] { return known }
        let run = measurer.shape(text, font: font)
        runs[key] = run
        return run
    }

    /// The advance of a text, in points.
    func width(_ text: String, _ font: Font) -> Double { run(text, font).width }

    /// From the top of a line of this height down to its baseline.
    func baseline(_ font: Font, leading: Double) -> Double {
        let heights = heights(of: font)
        return (leading - heights.ascent - heights.descent) / 2 + heights.ascent
    }

    /// Heights of a font, remembered.
    func heights(of font: Font) -> FontMetrics {
        if let known = metrics[font] { return known }
        let heights = measurer.metrics(of: font)
        metrics[font] = heights
        return heights
    }

    /// The pieces of a table, remembered.
    func table(
        number: Int, width: Double, set: () -> (head: Piece?, rows: [Piece])
    ) -> (head: Piece?, rows: [Piece]) {
        let key = TableKey(number: number, width: width)
        if let known = tables[key] { return known }
        let pieces = set()
        tables[key] = pieces
        return pieces
    }

    /// One line of one look.
    func line(_ span: TextSpan) -> TextLine {
        guard !span.text.isEmpty else { return TextLine() }
        let run = run(span.text, span.font)
        let fragment = TextLine.Fragment(run: run, x: 0, paint: span.paint, link: span.link)
        return TextLine(fragments: [fragment], width: run.width)
    }

    /// The spans broken into lines no wider than the column, as far as single characters allow; at least one line.
    func lines(_ spans: [TextSpan], width: Double) -> [TextLine] {
        if spans.count == 1, !spans[0].text.utf8.contains(UInt8(ascii: "\n")) {
            // Cells of tables: the usual case by far.
            if let line = singleLine(spans, width: width) { return [line] }
        }
        return Self.paragraphs(spans).flatMap { spans in
            if let line = singleLine(spans, width: width) { return [line] }
            var breaker = LineBreaker(setter: self, width: width)
            for (index, span) in spans.enumerated() { breaker.add(span, index: index) }
            return breaker.finish()
        }
    }

    /// The text shortened with an ellipsis until it fits.
    func ellipsised(_ text: String, _ font: Font, width: Double) -> String {
        if self.width(text, font) <= width { return text }
        let characters = Array(text)
        var (fits, tooLong) = (0, characters.count)
        while tooLong - fits > 1 {
            let middle = (fits + tooLong) / 2
            if measurer.width(of: String(characters[..<middle]) + "…", font: font) <= width {
                fits = middle
            } else {
                tooLong = middle
            }
        }
        return fits == 0 ? "" : String(characters[..<fits]) + "…"
    }

    /// The longest stretch of a text that no line break divides, in points.
    func widestWord(_ text: String, _ font: Font) -> Double {
        LineBreaks.chunks(of: text).reduce(0) { max($0, width($1.text, font)) }
    }

    /// Most texts fit on their line: then the whole is shaped at once.
    private func singleLine(_ spans: [TextSpan], width: Double) -> TextLine? {
        guard !isTooLong(spans, width: width) else { return nil }
        var line = TextLine()
        for span in spans where !span.text.isEmpty {
            let run = run(span.text, span.font)
            line.fragments.append(TextLine.Fragment(run: run, x: line.width, paint: span.paint, link: span.link))
            line.width += run.width
            if line.width > width + 0.001 { return nil }
        }
        return line
    }

    /// Whether the words alone say that spans do not fit on a line: a long text is set word by word then, and shaping it as
    /// a whole as well would take as long again. What kerning at spaces might gain is far less than the margin.
    private func isTooLong(_ spans: [TextSpan], width: Double) -> Bool {
        let likely = spans.reduce(0) { $0 + Double($1.text.utf8.count) * $1.font.size * 0.5 }
        guard likely > width * 1.2 else { return false }
        var sum = 0.0
        for span in spans {
            for chunk in LineBreaks.chunks(of: span.text) {
                if !chunk.text.isEmpty { sum += self.width(chunk.text, span.font) }
                if !chunk.spaces.isEmpty { sum += self.width(chunk.spaces, span.font) }
                if sum > width * 1.02 + 2 { return true }
            }
        }
        return false
    }

    /// Neighbours of one look are one span, and later one run: words are searched and copied as a whole.
    private static func append(_ span: TextSpan, to spans: inout [TextSpan]) {
        if let last = spans.last, last.font == span.font, last.paint == span.paint, last.link == span.link {
            spans[spans.count - 1].text += span.text
        } else {
            spans.append(span)
        }
    }

    /// The spans between forced line breaks.
    private static func paragraphs(_ spans: [TextSpan]) -> [[TextSpan]] {
        var paragraphs: [[TextSpan]] = [[]]
        for span in spans {
            // Looking at bytes is a twentieth of looking at characters, and nearly no text has a break.
            guard span.text.utf8.contains(UInt8(ascii: "\n")) else {
                if !span.text.isEmpty { append(span, to: &paragraphs[paragraphs.count - 1]) }
                continue
            }
            let parts = span.text.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if index > 0 { paragraphs.append([]) }
                var copy = span
                copy.text = String(part)
                if !part.isEmpty { append(copy, to: &paragraphs[paragraphs.count - 1]) }
            }
        }
        return paragraphs
    }
}
