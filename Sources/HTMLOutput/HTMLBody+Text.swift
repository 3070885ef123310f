import DocumentModel

/// Running text, lists, remarks and tiles.
extension HTMLBody {
    mutating func write(_ paragraph: Paragraph) {
        out.markup(paragraph.isSmall ? "<p class=\"small\">" : "<p>")
        write(paragraph.inlines)
        out.markup("</p>\n")
    }

    mutating func write(_ list: List) {
        guard !list.items.isEmpty else { return }
        let tag = list.start == nil ? "ul" : "ol"
        out.markup("<\(tag)")
        if let start = list.start, start != 1 { out.attribute("start", String(start)) }
        out.markup(">\n")
        for item in list.items {
            out.markup(item.paragraph.isSmall ? "<li class=\"small\">" : "<li>")
            write(item.paragraph.inlines)
            for inner in item.lists { write(inner) }
            out.markup("</li>\n")
        }
        out.markup("</\(tag)>\n")
    }

    mutating func write(code text: String) {
        out.markup("<pre><code>")
        out.text(text)
        out.markup("</code></pre>\n")
    }

    mutating func write(_ note: Note) {
        let label = note.title.isEmpty ? note.kind.rawValue.capitalizedWord : note.title
        // What stands in the page a second time is no second landmark.
        let tag = takeLandmark(label) ? "aside" : "div"
        out.markup(tag == "aside" ? "<aside" : "<div role=\"note\"")
        out.markup(" class=\"note \(note.kind.rawValue)\"")
        out.attribute("aria-label", label)
        out.markup(">\n")
        if !note.title.isEmpty, note.paragraphs.isEmpty { element("p", "strong", note.title) }
        for (index, paragraph) in note.paragraphs.enumerated() {
            out.markup("<p>")
            if index == 0, !note.title.isEmpty {
                write([.strong(note.title), .text(" ")])
            }
            write(paragraph.inlines)
            out.markup("</p>\n")
        }
        out.markup("</\(tag)>\n")
    }

    mutating func write(_ tiles: [Tile]) {
        guard !tiles.isEmpty else { return }
        out.markup("<dl class=\"tiles ")
        out.markup(names.name(of: .columns([Double](repeating: 1, count: Self.tilesPerRow(of: tiles.count)))))
        out.markup("\">\n")
        for tile in tiles { write(tile) }
        out.markup("</dl>\n")
    }

    /// At most eight beside each other, and rows as full as each other.
    static func tilesPerRow(of count: Int) -> Int {
        let rows = (count + 7) / 8
        return (count + rows - 1) / rows
    }

    private mutating func write(_ tile: Tile) {
        out.markup("<div")
        if !tile.key.isEmpty { out.attribute("data-key", tile.key) }
        out.markup("><dt>")
        out.text(tile.label)
        out.markup("</dt><dd")
        if !tile.help.isEmpty { out.attribute("title", tile.help) }
        out.markup(">")
        out.text(tile.value)
        boldCharacters.formUnion(tile.value.unicodeScalars)
        out.markup("</dd>")
        if !tile.detail.isEmpty {
            out.markup("<dd class=\"detail\">")
            out.text(tile.detail)
            out.markup("</dd>")
        }
        out.markup("</div>\n")
    }

    private mutating func write(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline {
            case .text(let text): out.text(text)
            case .strong(let text): write("strong", "", text)
            case .emphasis(let text): write("em", "", text)
            case .muted(let text): write("span", "muted", text)
            case .code(let text): write("code", "", text)
            case .link(let text, let target): write(link: text, target)
            case .lineBreak: out.markup("<br>")
            }
        }
    }

    private mutating func write(_ tag: String, _ style: String, _ text: String) {
        out.markup("<")
        out.markup(tag)
        if !style.isEmpty { out.attribute("class", style) }
        out.markup(">")
        out.text(text)
        out.markup("</\(tag)>")
    }

    private mutating func write(link text: String, _ target: String) {
        guard LinkTarget.isSafe(target) else { return out.text(text) }
        out.markup("<a")
        out.attribute("href", target)
        out.markup(">")
        out.text(text)
        out.markup("</a>")
    }
}

extension String {
    /// The word with a capital: `caution` → `Caution`.
    fileprivate var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
