import Charts
import DocumentModel
import Graphics

/// The blocks of a document as HTML, one function per block.
struct HTMLBody {
    /// A heading that the list of contents leads to.
    struct ContentsEntry {
        /// What it says.
        let text: String
        /// Its id.
        let anchor: String
    }

    /// What has been written.
    var out = MarkupBuffer()
    /// Ids and generated classes of this page.
    let names: GeneratedClasses
    /// The headings of the first level.
    private(set) var contents: [ContentsEntry] = []
    /// Whether the document brings its own title.
    private(set) var hasTitle = false
    /// Whether a table can be filtered, which takes a script of its own.
    var hasFilter = false
    /// The series that figures show, by the names that data files give them.
    var shownSeries: Set<String> = []
    /// The characters of titles and of tiles' values, and digits; figures have no words in bold.
    var boldCharacters = Set("0123456789".unicodeScalars)
    /// The labels of landmarks that are taken: two of one kind must not be called alike.
    private var landmarks: Set<String> = []
    let theme: Theme
    let layOut: (Chart, Size) -> Scene
    let phoneFigures: Bool
    private var sectionAnchor: (given: String, id: String)?

    /// Nothing yet.
    init(document: Document, phoneFigures: Bool, layOut: @escaping (Chart, Size) -> Scene) {
        self.phoneFigures = phoneFigures
        theme = document.theme
        names = GeneratedClasses(theme: document.theme)
        self.layOut = layOut
        _ = names.uniqueID("content")
    }

    /// Whether a landmark may be called so.
    mutating func takeLandmark(_ label: String) -> Bool { landmarks.insert(label).inserted }

    /// Writes blocks in order into a column of a width in points.
    mutating func writeBlocks(_ blocks: [Block], width: Double) {
        for block in blocks { write(block, width: width) }
    }

    private mutating func write(_ block: Block, width: Double) {
        switch block {
        case .titleBand(let band): write(band)
        case .heading(let heading): write(heading)
        case .paragraph(let paragraph): write(paragraph)
        case .list(let list): write(list)
        case .code(let text): write(code: text)
        case .tiles(let tiles): write(tiles)
        case .table(let table): write(table)
        case .figure(let figure): write(figure, width: width)
        case .picture(let picture): write(picture, width: width)
        case .grid(let grid): write(grid, width: width)
        case .group(let group): write(group, width: width)
        case .note(let note): write(note)
        case .rule: out.markup("<hr>\n")
        case .space(let steps): write(space: steps)
        case .pageBreak: if !out.isEmpty { out.markup("<div class=\"page-break\"></div>\n") }
        }
    }

    private mutating func write(_ band: TitleBand) {
        out.markup("<header>\n<div>\n<\(hasTitle ? "p class=\"h1\"" : "h1")>")
        out.text(band.title)
        boldCharacters.formUnion(band.title.unicodeScalars)
        out.markup(hasTitle ? "</p>\n" : "</h1>\n")
        hasTitle = true
        element("p", "", band.lead)
        element("p", "muted", band.subtitle)
        out.markup("</div>\n")
        if !band.details.isEmpty {
            out.markup("<div class=\"details\">\n")
            for detail in band.details { element("p", "", detail) }
            out.markup("</div>\n")
        }
        // Beside a title that is text already; readers need no second name.
        if let logo = band.logo { write(logo, style: "logo", altText: "") }
        out.markup("</header>\n")
    }

    private mutating func write(_ heading: Heading) {
        let level = min(max(heading.level, 1), 5) + 1
        let anchor = claim(heading.anchor)
        out.markup("<h\(level)")
        if let id = anchor.id { out.attribute("id", id) }
        out.markup(">")
        out.text(heading.text)
        writeDetail(heading.detail)
        out.markup("</h\(level)>\n")
        if level == 2, !anchor.target.isEmpty {
            contents.append(ContentsEntry(text: heading.text, anchor: anchor.target))
        }
    }

    /// The id that a heading shall carry; none where its section carries it already.
    private mutating func claim(_ anchor: String) -> (id: String?, target: String) {
        guard !anchor.isEmpty else { return (nil, "") }
        if let section = sectionAnchor, section.given == anchor { return (nil, section.id) }
        let id = names.uniqueID(anchor)
        return (id, id)
    }

    /// Behind a title, in muted text.
    mutating func writeDetail(_ detail: String) {
        guard !detail.isEmpty else { return }
        out.markup(" <span>")
        out.text(detail)
        out.markup("</span>")
    }

    private mutating func write(space steps: Double) {
        guard steps > 0, steps.isFinite else { return }
        out.markup("<div")
        out.attribute("class", names.name(of: .space(steps)))
        out.markup("></div>\n")
    }

    /// A short element of text, unless the text is empty.
    mutating func element(_ tag: String, _ style: String, _ text: String) {
        guard !text.isEmpty else { return }
        out.markup("<")
        out.markup(tag)
        if !style.isEmpty { out.attribute("class", style) }
        out.markup(">")
        out.text(text)
        out.markup("</\(tag)>\n")
    }
}

/// Blocks that hold blocks.
extension HTMLBody {
    private mutating func write(_ group: Group, width: Double) {
        let isSection = group.anchor != nil
        let tag = isSection ? "section" : "div"
        out.markup("<\(tag)")
        let outer = sectionAnchor
        if let anchor = group.anchor, !anchor.isEmpty {
            let id = names.uniqueID(anchor)
            sectionAnchor = (anchor, id)
            out.attribute("id", id)
        }
        switch group.keep {
        case .none: break
        case .together: out.markup(" class=\"together\"")
        case .withNext: out.markup(" class=\"with-next\"")
        }
        out.markup(">\n")
        writeBlocks(group.blocks, width: width)
        out.markup("</\(tag)>\n")
        sectionAnchor = outer
    }

    private mutating func write(_ grid: Grid, width: Double) {
        guard !grid.columns.isEmpty else { return }
        let shares = grid.columns.map { $0.isFinite && $0 > 0 ? $0 : 1 }
        let spare = width - theme.gutter * Double(shares.count - 1)
        let total = shares.reduce(0, +)
        if grid.isBalanced {
            out.markup("<div class=\"flow c\(min(shares.count, 4))\">\n")
            for cell in grid.cells { writeBlocks(cell, width: spare / Double(shares.count)) }
            return out.markup("</div>\n")
        }
        out.markup("<div class=\"grid ")
        out.markup(names.name(of: .columns(shares)))
        out.markup("\">\n")
        for (index, cell) in grid.cells.enumerated() {
            out.markup("<div>\n")
            writeBlocks(cell, width: spare * shares[index % shares.count] / total)
            out.markup("</div>\n")
        }
        out.markup("</div>\n")
    }
}
