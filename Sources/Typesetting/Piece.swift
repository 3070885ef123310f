import DocumentModel
import Graphics

/// The unit of pagination: something of known height that one page holds, and how it hangs together with what precedes.
struct Piece {
    /// How strongly a page break before a piece is unwanted; where nothing else fits, the weakest gives way first.
    enum Join: Int, Comparable {
        /// A page may begin here.
        case free
        /// Within blocks that are kept together.
        case together
        /// Behind a heading, or a group that stays with what follows.
        case withNext
        /// Within what makes no sense when parted: widows, a table's head and its first rows.
        case never

        static func < (left: Join, right: Join) -> Bool { left.rawValue < right.rawValue }
    }

    /// What is drawn.
    enum Content {
        /// Finished items, relative to the piece's top left corner.
        case items([SceneItem])
        /// A chart, drawn when its final height is known.
        case figure(FigureBox)
        /// Flows side by side.
        case columns([ColumnBox])
        /// One flow through several columns.
        case flow(FlowBox)
    }

    /// What a piece is however it is placed. Pieces are copied at every try of a page; they share this.
    private final class Substance {
        var content: Content
        var role = SceneGroup.Role.plain
        var head: [Piece] = []
        var containers: [Container] = []
        var name: String

        init(_ content: Content, name: String) {
            self.content = content
            self.name = name
        }

        var copy: Substance {
            let copy = Substance(content, name: name)
            (copy.role, copy.head, copy.containers) = (role, head, containers)
            return copy
        }
    }

    private var substance: Substance

    /// What is drawn.
    var content: Content {
        get { substance.content }
        set { own().content = newValue }
    }
    /// In points.
    var height: Double
    /// Meaning of the content.
    var role: SceneGroup.Role {
        get { substance.role }
        set { own().role = newValue }
    }
    /// Wanted distance from what precedes; of two neighbours the larger counts.
    var before = 0.0
    /// Wanted distance from what follows.
    var after = 0.0
    /// Explicit space, added to the distance; none at the top of a page.
    var space = 0.0
    /// How it hangs together with what precedes.
    var join = Join.free
    /// Whether it starts a new page unless it is at the top of one.
    var startsPage = false
    /// The table head that is repeated above this row when it starts a page; empty or one piece.
    var head: [Piece] {
        get { substance.head }
        set { own().head = newValue }
    }
    /// What it is a part of, outermost first.
    var containers: [Container] {
        get { substance.containers }
        set { own().containers = newValue }
    }
    /// What warnings call it.
    var name: String {
        get { substance.name }
        set { own().name = newValue }
    }
    /// Whether a row of a grid is divided although a page of its own would hold it: what precedes must stay with it.
    var mayBeDivided = false
    /// The height that it wanted, where it got less.
    private(set) var askedHeight: Double?
    /// Whether what lies below its height is not shown.
    private(set) var isClipped = false

    init(_ content: Content, height: Double, name: String) {
        substance = Substance(content, name: name)
        self.height = height
    }

    init(items: [SceneItem], height: Double, role: SceneGroup.Role = .plain, name: String) {
        self.init(.items(items), height: height, name: name)
        self.role = role
    }

    /// The substance of this piece alone, to be changed.
    private mutating func own() -> Substance {
        if !isKnownUniquelyReferenced(&substance) { substance = substance.copy }
        return substance
    }

    /// Whether it is a chart, which may be drawn at any height.
    var isFigure: Bool {
        if case .figure = content { true } else { false }
    }

    /// Whether it is a row of a grid.
    var isGridRow: Bool {
        if case .columns = content { true } else { false }
    }

    /// Whether it is a flow through columns.
    var isFlow: Bool {
        if case .flow = content { true } else { false }
    }

    /// The piece again, for the eyes only: on paper a head is repeated on each page, to a reader's ears it was said once.
    var repeated: Piece {
        var again = self
        again.role = .artifact
        return again
    }

    /// Draws a figure lower by up to three tenths; returns by how much. What else there is gives nothing, and a figure that
    /// fills its page is as low as it may be already.
    mutating func tighten(by points: Double) -> Double {
        guard case .figure(var box) = content, box.chartHeight >= 60, box.growth == nil else { return 0 }
        let given = min(points, 0.3 * box.chartHeight)
        box.chartHeight -= given
        height -= given
        content = .figure(box)
        return given
    }

    /// Whether it is a figure that takes what room there is.
    var fills: Bool {
        if case .figure(let box) = content { box.growth != nil } else { false }
    }

    /// Draws a figure that fills higher, by no more than these points; returns by how much.
    mutating func grow(by points: Double) -> Double {
        guard case .figure(var box) = content, let growth = box.growth else { return 0 }
        let wanted = min(points, growth.limit - box.chartHeight)
        let given = max(((wanted + 1e-6) / growth.step).rounded(.down) * growth.step, 0)
        box.chartHeight += given
        height += given
        content = .figure(box)
        return given
    }

    /// Gives it less height than it wants: a chart is drawn lower, anything else is cut off.
    mutating func setHeight(_ lower: Double) {
        askedHeight = height
        if case .figure(var box) = content, box.chartHeight - (height - lower) >= 24 {
            box.chartHeight -= height - lower
            content = .figure(box)
        } else {
            isClipped = true
        }
        height = lower
    }
}

/// Something that spans pieces, and perhaps pages: a section, a table, a paragraph, a note.
struct Container {
    /// What it does to its pieces.
    enum Kind {
        /// Is a structure element of the page.
        case tag(StructureTag)
        /// Draws a bar at the left edge, a point wide.
        case bar(Paint, width: Double)
    }

    /// Tells it from its neighbours.
    var id: Int
    /// What it does to its pieces.
    var kind: Kind
}

/// A chart with its caption.
struct FigureBox {
    /// The figure.
    var figure: Figure
    /// Width of its column.
    var width: Double
    /// Height of the chart.
    var chartHeight: Double
    /// Caption, relative to the chart's lower edge.
    var caption: [SceneItem]
    /// How far it may grow; nil for a figure of a height of its own.
    var growth: Growth?

    /// How a figure fills the room that there is.
    struct Growth {
        /// The greatest height of the chart.
        var limit: Double
        /// Its height grows by multiples of this.
        var step: Double
    }
}

/// One column of a row of a grid.
struct ColumnBox {
    /// Left edge, relative to the row.
    var x: Double
    /// The column's flow.
    var pieces: [Piece]
    /// The flow at its places, relative to the row's top.
    var placed: [PlacedPiece]

    /// The column with its filling figures as much higher as the row is.
    func filled(to height: Double) -> ColumnBox {
        var room = height - placed.reduce(0) { max($0, $1.bottom) }
        guard room > 0, pieces.contains(where: \.fills) else { return self }
        var column = self
        for index in pieces.indices where pieces[index].fills { room -= column.pieces[index].grow(by: room) }
        column.placed = Paginator.stack(column.pieces)
        return column
    }
}

/// Pieces that flow through columns of one width, one column after the other.
struct FlowBox {
    /// Left edges of the columns.
    var edges: [Double]
    /// What flows.
    var pieces: [Piece]
}

/// A piece at its place.
struct PlacedPiece {
    /// The piece, with the height that it got.
    var piece: Piece
    /// Top edge, relative to its region.
    var y: Double

    /// Bottom edge, relative to its region.
    var bottom: Double { y + piece.height }
}
