import Graphics

/// Greedy line breaking: as many words on a line as fit; words wider than the line are divided.
struct LineBreaker {
    /// A piece of a word in one look, with the spaces behind it.
    private struct Part {
        var text: String
        var spaces: String
        var span: TextSpan
        var index: Int
    }

    private let setter: TextSetter
    private let width: Double
    private var lines: [TextLine] = []
    private var line: [Part] = []
    private var lineWidth = 0.0
    private var word: [Part] = []

    init(setter: TextSetter, width: Double) {
        self.setter = setter
        self.width = width
    }

    /// Takes the next stretch of the paragraph; `index` tells looks apart.
    mutating func add(_ span: TextSpan, index: Int) {
        for chunk in LineBreaks.chunks(of: span.text) {
            word.append(Part(text: chunk.text, spaces: chunk.spaces, span: span, index: index))
            if chunk.mayBreak { flushWord() }
        }
    }

    /// The lines; at least one.
    mutating func finish() -> [TextLine] {
        flushWord()
        if !line.isEmpty || lines.isEmpty { endLine() }
        return lines
    }

    private mutating func flushWord() {
        guard !word.isEmpty else { return }
        let wordWidth = word.dropLast().reduce(0) { $0 + advance($1) } + bareWidth(word[word.count - 1])
        if lineWidth + wordWidth > width + 0.001 {
            if !line.isEmpty { endLine() }
            if wordWidth > width + 0.001 { divideWord() }
        }
        for part in word where !(line.isEmpty && part.text.isEmpty) {
            lineWidth += advance(part)
            line.append(part)
        }
        word = []
    }

    /// Sets the word character by character, as many on each line as fit, at least one.
    private mutating func divideWord() {
        for part in word {
            for character in part.text.map(String.init) {
                let advance = setter.width(character, part.span.font)
                if !line.isEmpty, lineWidth + advance > width + 0.001 { endLine() }
                line.append(Part(text: character, spaces: "", span: part.span, index: part.index))
                lineWidth += advance
            }
            guard !line.isEmpty, !part.spaces.isEmpty else { continue }
            line[line.count - 1].spaces = part.spaces
            lineWidth += setter.width(part.spaces, part.span.font)
        }
        word = []
    }

    private func bareWidth(_ part: Part) -> Double { part.text.isEmpty ? 0 : setter.width(part.text, part.span.font) }
    private func advance(_ part: Part) -> Double {
        bareWidth(part) + (part.spaces.isEmpty ? 0 : setter.width(part.spaces, part.span.font))
    }

    /// Joins the parts of each look into one run, so that a line is searched and copied as a whole.
    private mutating func endLine() {
        while let last = line.last, last.text.isEmpty { line.removeLast() }
        if !line.isEmpty { line[line.count - 1].spaces = "" }
        var set = TextLine()
        var start = 0
        while start < line.count {
            var end = start + 1
            while end < line.count, line[end].index == line[start].index { end += 1 }
            let span = line[start].span
            let run = join(line[start..<end], font: span.font)
            set.fragments.append(TextLine.Fragment(run: run, x: set.width, paint: span.paint, link: span.link))
            set.width += run.width
            start = end
        }
        lines.append(set)
        line = []
        lineWidth = 0
    }

    private func join(_ parts: ArraySlice<Part>, font: Font) -> GlyphRun {
        var joined = GlyphRun(text: "", font: font, glyphs: [], width: 0)
        for part in parts {
            for text in [part.text, part.spaces] where !text.isEmpty {
                let run = setter.run(text, font)
                let start = joined.text.utf8.count
                for var glyph in run.glyphs {
                    glyph.x += joined.width
                    glyph.cluster += start
                    joined.glyphs.append(glyph)
                }
                // Not `text`: the run has left out what cannot be drawn, and its clusters count without it.
                joined.text += run.text
                joined.width += run.width
            }
        }
        return joined
    }
}
