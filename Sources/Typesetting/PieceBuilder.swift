import DocumentModel
import Graphics

/// Turns blocks into pieces of known height for a column of a given width.
struct PieceBuilder {
    let setter: TextSetter
    let measures: Measures
    /// Width of the column.
    let width: Double
    /// Numbers and names that are unique in the whole document.
    let names: DocumentNames
    /// Whether the column is the page's: within a grid there are no page breaks.
    let isPage: Bool
    /// The pieces so far.
    private(set) var pieces: [Piece] = []
    private var containers: [Container] = []
    private var nextJoin = Piece.Join.free
    private var nextSpace = 0.0
    private var nextStartsPage = false

    init(
        setter: TextSetter, measures: Measures, width: Double, names: DocumentNames = DocumentNames(),
        isPage: Bool = true
    ) {
        self.setter = setter
        self.measures = measures
        self.width = width
        self.names = names
        self.isPage = isPage
    }

    /// Adds blocks in order.
    mutating func add(_ blocks: [Block]) {
        for block in blocks { add(block) }
    }

    private mutating func add(_ block: Block) {
        switch block {
        case .titleBand(let band):
            add(titleBand(band))
            stickToNext()
        case .heading(let heading): addHeading(heading)
        case .paragraph(let paragraph): addParagraph(paragraph)
        case .list(let list): addList(list)
        case .code(let text): addCode(text)
        case .tiles(let tiles): addTiles(tiles)
        case .table(let table): addTable(table)
        case .figure(let figure): addFigure(figure)
        case .picture(let picture): addPicture(picture)
        case .grid(let grid): addGrid(grid)
        case .group(let group): addGroup(group)
        case .note(let note): addNote(note)
        case .rule: addRule()
        case .space(let steps): addSpace(steps)
        case .pageBreak: nextStartsPage = isPage
        }
    }

    /// Adds a piece below the others, with the space and the join that earlier blocks asked for.
    mutating func add(_ piece: Piece) {
        var piece = piece
        piece.containers = containers
        piece.join = max(piece.join, nextJoin)
        piece.space += nextSpace
        piece.startsPage = nextStartsPage
        nextJoin = .free
        nextSpace = 0
        nextStartsPage = false
        pieces.append(piece)
    }

    /// Adds pieces that are parts of one thing.
    mutating func inContainer(_ kind: Container.Kind, _ body: (inout PieceBuilder) -> Void) {
        containers.append(Container(id: names.nextContainer(), kind: kind))
        body(&self)
        containers.removeLast()
    }

    /// Holds everything that is added together at least this strongly.
    mutating func joined(_ join: Piece.Join, _ body: (inout PieceBuilder) -> Void) {
        let start = pieces.count
        body(&self)
        for index in pieces.indices.dropFirst(start + 1) { pieces[index].join = max(pieces[index].join, join) }
    }

    /// Keeps what was added with the piece that follows.
    mutating func stickToNext() { nextJoin = max(nextJoin, .withNext) }

    /// A builder for a column within this one.
    func column(width: Double) -> PieceBuilder {
        PieceBuilder(setter: setter, measures: measures, width: width, names: names, isPage: false)
    }

    private mutating func addSpace(_ steps: Double) {
        if steps.isFinite, steps > 0 { nextSpace += min(steps, 1000) * measures.step }
    }

    private mutating func addGroup(_ group: Group) {
        guard group.anchor != nil else { return addContent(of: group) }
        inContainer(.tag(.section)) { $0.addContent(of: group) }
    }

    private mutating func addContent(of group: Group) {
        switch group.keep {
        case .none: add(group.blocks)
        case .together: joined(.together) { $0.add(group.blocks) }
        case .withNext:
            let start = pieces.count
            add(group.blocks)
            if pieces.count > start { stickToNext() }
        }
    }

    private mutating func addRule() {
        let line = measures.rule(measures.hairline, y: measures.step / 4, from: 0, to: width)
        var piece = Piece(items: [line], height: measures.step / 2, name: "rule")
        piece.before = 3 * measures.step
        piece.after = 3 * measures.step
        add(piece)
    }
}

/// Numbers and names that are given once in a document.
final class DocumentNames {
    private var containers = 0
    private var tables = 0
    private var anchors: Set<String> = []
    /// For each anchor that was taken, the number to try next: looking from the start would be quadratic.
    private var nextNumbers: [String: Int] = [:]

    /// A number for a container.
    func nextContainer() -> Int {
        containers += 1
        return containers
    }

    /// A table's number, the same in every try of a layout.
    func nextTable() -> Int {
        tables += 1
        return tables
    }

    /// The anchor, or with a number behind it if it is taken: bookmarks must be told apart.
    func unique(_ anchor: String) -> String {
        let base = anchor.isEmpty ? "heading" : anchor
        var candidate = base
        var number = nextNumbers[base] ?? 2
        defer { nextNumbers[base] = number }
        while !anchors.insert(candidate).inserted {
            candidate = "\(base)-\(number)"
            number += 1
        }
        return candidate
    }
}
