/// White space and inline runs.
enum MarkupText {
    /// The text with every stretch of white space as one space, none at the ends. No-break spaces stay.
    static func collapsed(_ text: String) -> String {
        var inlines = MarkupInlines()
        inlines.add(text) { .text($0) }
        return inlines.finish().first?.plainText ?? ""
    }

    /// Lower-case ASCII letters and digits with hyphens between, for anchors.
    static func slug(_ text: String) -> String {
        var slug = ""
        var needsHyphen = false
        for scalar in text.lowercased().unicodeScalars {
            guard scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
                needsHyphen = !slug.isEmpty
                continue
            }
            if needsHyphen { slug.append("-") }
            needsHyphen = false
            slug.unicodeScalars.append(scalar)
        }
        guard let first = slug.first else { return "section" }
        return first.isLetter ? slug : "section-" + slug
    }

    /// Control characters count as white space: they could come from a run's own names, and no output can show them.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.value <= 0x20 || scalar.value == 0x7F }
}

/// Joins runs of text, so that white space collapses across their borders as in HTML.
struct MarkupInlines {
    private var inlines: [Inline] = []
    private var endsWithSpace = true

    /// Adds text in a dress.
    mutating func add(_ text: String, dress: (String) -> Inline) {
        var run = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isSpace = MarkupText.isSpace(scalar)
            if isSpace && endsWithSpace { continue }
            run.append(isSpace ? " " : scalar)
            endsWithSpace = isSpace
        }
        guard !run.isEmpty else { return }
        append(dress(String(run)))
    }

    /// Ends the line; spaces before and after it vanish.
    mutating func addLineBreak() {
        trim()
        inlines.append(.lineBreak)
        endsWithSpace = true
    }

    /// The runs, without white space at the ends.
    consuming func finish() -> [Inline] {
        trim()
        return inlines
    }

    private mutating func append(_ inline: Inline) {
        if case .text(let more) = inline, case .text(let text)? = inlines.last {
            inlines[inlines.count - 1] = .text(text + more)
        } else {
            inlines.append(inline)
        }
    }

    /// Takes the space from the end; a run of nothing else goes with it.
    private mutating func trim() {
        guard let last = inlines.last, last.plainText.hasSuffix(" ") else { return }
        inlines.removeLast()
        let text = String(last.plainText.dropLast())
        if !text.isEmpty { inlines.append(last.withText(text)) }
    }
}

extension Inline {
    /// Other words in the same dress.
    fileprivate func withText(_ text: String) -> Inline {
        switch self {
        case .text: .text(text)
        case .strong: .strong(text)
        case .emphasis: .emphasis(text)
        case .muted: .muted(text)
        case .code: .code(text)
        case .link(_, let target): .link(text, target: target)
        case .lineBreak: .lineBreak
        }
    }
}
