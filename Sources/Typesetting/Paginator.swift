import DocumentModel
import Graphics

/// Distributes pieces over pages, or over the parts of a column that is divided by pages.
///
/// Pieces that must not be parted form clusters, and each cluster goes onto the first page that holds it: that is what
/// keeps headings with what follows, without looking back. A cluster higher than a page gives way where it hangs together
/// least, so every step either places something or works on less, and nothing loops.
struct Paginator {
    /// Height of a page.
    let pageHeight: Double
    /// Number of the first page.
    let firstPage: Int
    /// What is placed, page by page.
    private(set) var pages: [[PlacedPiece]] = [[]]
    /// What did not fit.
    private(set) var warnings: [LayoutWarning] = []
    /// Height of the current page.
    private var limit: Double
    /// Bottom edge of what is placed on the current page.
    private var y = 0.0
    /// Heights of the first pages, where they are lower than the others.
    private let firstHeights: [Double]

    /// A paginator whose first pages may be lower than the others.
    init(pageHeight: Double, firstHeights: [Double] = [], firstPage: Int = 1) {
        self.pageHeight = pageHeight
        self.firstHeights = firstHeights
        self.firstPage = firstPage
        limit = firstHeights.first ?? pageHeight
    }

    /// The pieces below each other on a page without end.
    static func stack(_ pieces: [Piece]) -> [PlacedPiece] {
        var endless = Paginator(pageHeight: .infinity)
        endless.fill(pieces)
        return endless.pages[0]
    }

    /// How full the emptiest page is, as a fraction of its height.
    var emptiest: Double {
        pages.map { page in page.reduce(0) { max($0, $1.bottom) } / pageHeight }.min() ?? 0
    }

    /// Places the pieces in order.
    mutating func fill(_ pieces: [Piece]) { forEachCluster(of: pieces[...], above: .free) { $0.place($1) } }

    private var isAtTop: Bool { pages[pages.count - 1].isEmpty }
    private var page: Int { firstPage + pages.count - 1 }
    /// Whether a new page offers more than this one: what keeps everything from looping.
    private var newPageHelps: Bool { !isAtTop || limit < pageHeight }

    private mutating func startPage() {
        limit = pages.count < firstHeights.count ? firstHeights[pages.count] : pageHeight
        pages.append([])
        y = 0
    }
}

/// Clusters.
extension Paginator {
    /// Divides pieces before those that join no stronger than a level, and behind rows that pages divide.
    private mutating func forEachCluster(
        of pieces: ArraySlice<Piece>, above level: Piece.Join, do body: (inout Paginator, ArraySlice<Piece>) -> Void
    ) {
        var start = pieces.startIndex
        for index in pieces.indices.dropFirst() {
            let parts = pieces[index].join <= level || pieces[index].startsPage || isDivided(pieces[index - 1])
            guard parts else { continue }
            body(&self, pieces[start..<index])
            start = index
        }
        if start < pieces.endIndex { body(&self, pieces[start...]) }
    }

    private mutating func place(_ cluster: ArraySlice<Piece>) {
        guard let first = cluster.first, let last = cluster.last else { return }
        if first.startsPage, !isAtTop, pageHeight.isFinite { startPage() }
        if !fits(cluster, atTop: isAtTop, limit) {
            if let divided = dividedHere(cluster) { return place(divided) }
            if fits(cluster, atTop: true, pageHeight) {
                repeat { startPage() } while limit < pageHeight && !fits(cluster, atTop: true, limit)
            } else if cluster.count > 1 || !isDivided(last) {
                return relax(cluster)
            } else if newPageHelps {
                startPage()
            }
        }
        let filled = filled(cluster)
        put(filled.first ?? first, withHead: true)
        for piece in filled.dropFirst() { put(piece, withHead: false) }
    }

    /// The cluster with its filling figures, the first before the others, so high that it ends where the page does.
    private func filled(_ cluster: ArraySlice<Piece>) -> ArraySlice<Piece> {
        guard limit.isFinite, cluster.contains(where: \.fills), !cluster.contains(where: isDivided) else {
            return cluster
        }
        var filled = cluster
        var room = limit - (isAtTop ? 0 : y) - need(cluster, atTop: isAtTop)
        for index in cluster.indices where room > 0 && cluster[index].fills { room -= filled[index].grow(by: room) }
        return filled
    }

    private func fits(_ cluster: ArraySlice<Piece>, atTop: Bool, _ limit: Double) -> Bool {
        let top = atTop ? 0 : y
        return top + need(cluster, atTop: atTop) <= limit + 1e-6
    }

    /// Height of a cluster with the space above it.
    private func need(_ cluster: ArraySlice<Piece>, atTop: Bool) -> Double {
        var height = 0.0
        var previous = atTop ? nil : pages[pages.count - 1].last?.piece
        if atTop, let head = cluster.first?.head.first {
            height += head.height
            previous = head
        }
        for piece in cluster {
            height += gap(previous, piece) + (isDivided(piece) ? leastHeight(piece) : piece.height)
            previous = piece
        }
        return height
    }

    private func gap(_ previous: Piece?, _ piece: Piece) -> Double {
        guard let previous else { return 0 }
        return max(previous.after, piece.before) + piece.space
    }
}

/// What does not fit on a page.
extension Paginator {
    /// Parts a cluster that no page holds where it hangs together least.
    private mutating func relax(_ cluster: ArraySlice<Piece>) {
        let weakest = cluster.dropFirst().lazy.map(\.join).min() ?? .never
        if weakest == .together, let tight = tightened(cluster) { return place(tight) }
        if weakest >= .withNext {
            if let lower = lowered(cluster) { return place(lower) }
            if let divided = divided(cluster) { return forEachCluster(of: divided, above: .free) { $0.place($1) } }
        }
        if cluster.count == 1, let piece = cluster.first { return placeAlone(piece) }
        forEachCluster(of: cluster, above: weakest) { $0.place($1) }
    }

    /// What is kept together with its figures, the highest first, as much lower as one page needs; nil where that is too
    /// much. So a summary stays on its page when a run has a line more to say.
    private func tightened(_ cluster: ArraySlice<Piece>) -> ArraySlice<Piece>? {
        var tight = cluster
        var excess = need(cluster, atTop: true) - pageHeight
        let highestFirst = cluster.indices.sorted { (cluster[$1].height, $0) < (cluster[$0].height, $1) }
        for index in highestFirst where excess > 0 { excess -= tight[index].tighten(by: excess) }
        return excess <= 1e-6 ? tight : nil
    }

    /// The cluster with its highest piece so low that one page holds all; nil where that would leave too little of it.
    ///
    /// A figure under its heading is drawn lower rather than parted from it; anything else gives way only if it is
    /// higher than a page itself.
    private mutating func lowered(_ cluster: ArraySlice<Piece>) -> ArraySlice<Piece>? {
        guard let index = cluster.indices.max(by: { cluster[$0].height < cluster[$1].height }) else { return nil }
        let highest = cluster[index]
        let room = pageHeight - (need(cluster, atTop: true) - highest.height)
        guard room >= pageHeight / 4, !isDivided(highest) else { return nil }
        guard highest.isFigure || highest.height > pageHeight else { return nil }
        var lower = cluster
        lower[index].setHeight(room)
        return lower
    }

    /// The cluster with the row of a grid that ends it divided by pages; nil where nothing is gained by it.
    private func divided(_ cluster: ArraySlice<Piece>) -> ArraySlice<Piece>? {
        guard cluster.count > 1, let last = cluster.indices.last else { return nil }
        guard cluster[last].isGridRow, !isDivided(cluster[last]) else { return nil }
        var divided = cluster
        divided[last].mayBeDivided = true
        return need(divided, atTop: true) <= pageHeight ? divided : nil
    }

    /// The cluster with the row of a grid that ends it divided where it stands, rather than a hole left in its place; nil
    /// where the columns would not fill most of that room.
    private func dividedHere(_ cluster: ArraySlice<Piece>) -> ArraySlice<Piece>? {
        guard pageHeight.isFinite, !isAtTop, limit - y > pageHeight / 4, let last = cluster.indices.last,
            case .columns(let columns) = cluster[last].content, !isDivided(cluster[last])
        else { return nil }
        var divided = cluster
        divided[last].mayBeDivided = true
        guard fits(divided, atTop: false, limit) else { return nil }
        let room = limit - y - (need(cluster, atTop: false) - cluster[last].height)
        let isFull = columns.allSatisfy { column in
            var flow = Paginator(pageHeight: pageHeight, firstHeights: [room])
            flow.fill(column.pieces)
            return flow.pages.count == 1 || (flow.pages[0].last?.bottom ?? 0) >= 0.6 * room
        }
        return isFull ? divided : nil
    }

    /// One piece that no page holds with its table's head above it, or at all.
    private mutating func placeAlone(_ piece: Piece) {
        if newPageHelps { startPage() }
        var lower = piece
        if piece.height > limit { lower.setHeight(limit) }
        put(lower, withHead: false)
    }
}

/// Placing.
extension Paginator {
    private mutating func put(_ piece: Piece, withHead: Bool) {
        if withHead, isAtTop, let head = piece.head.first {
            pages[pages.count - 1].append(PlacedPiece(piece: head, y: 0))
            y = head.height
        }
        let top = y + gap(pages[pages.count - 1].last?.piece, piece)
        if isDivided(piece) { return divide(piece, top: top) }
        pages[pages.count - 1].append(PlacedPiece(piece: piece, y: top))
        y = top + piece.height
        warn(about: piece)
    }

    private mutating func warn(about piece: Piece) {
        guard let asked = piece.askedHeight else { return }
        let outcome: LayoutWarning.Outcome = piece.isClipped ? .clipped : .shrunk
        warnings.append(
            LayoutWarning(page: page, block: piece.name, needed: asked, available: piece.height, outcome: outcome))
    }

    /// Whether a row of a grid is so high that its columns are divided by pages; a flow through columns always is.
    private func isDivided(_ piece: Piece) -> Bool {
        piece.isFlow || (piece.isGridRow && (piece.mayBeDivided || piece.height > pageHeight + 1e-6))
    }

    /// What a divided row needs on its first page: the first cluster of each of its columns.
    private func leastHeight(_ piece: Piece) -> Double {
        if case .flow(let flow) = piece.content { return leastHeight(flow, of: piece) }
        guard case .columns(let columns) = piece.content else { return piece.height }
        let heights = columns.map { column -> Double in
            let end = column.pieces.indices.dropFirst().first { column.pieces[$0].join == .free }
            return Paginator(pageHeight: pageHeight).need(
                column.pieces[..<(end ?? column.pieces.endIndex)], atTop: true)
        }
        return min(heights.max() ?? 0, pageHeight)
    }

    /// A flow begins on a page that holds a fifth of a page of it, and its first cluster.
    private func leastHeight(_ flow: FlowBox, of piece: Piece) -> Double {
        let end = flow.pieces.indices.dropFirst().first { flow.pieces[$0].join == .free }
        let first = Paginator(pageHeight: pageHeight).need(
            flow.pieces[..<(end ?? flow.pieces.endIndex)], atTop: true)
        return min(piece.height, max(first, pageHeight.isFinite ? pageHeight / 5 : 0), pageHeight)
    }

    private mutating func divide(_ flow: FlowBox, of row: Piece, top: Double) {
        let set = ColumnFlow(flow, pageHeight: pageHeight, room: limit - top, firstPage: page)
        warnings += set.warnings
        for (part, columns) in set.pages.enumerated() {
            if part > 0 { startPage() }
            var fragment = row
            fragment.content = .columns(
                zip(flow.edges, columns).map { ColumnBox(x: $0, pieces: [], placed: $1) })
            fragment.height = columns.joined().reduce(0) { max($0, $1.bottom) }
            let start = part == 0 ? top : 0
            pages[pages.count - 1].append(PlacedPiece(piece: fragment, y: start))
            y = start + fragment.height
        }
    }

    private mutating func divide(_ row: Piece, top: Double) {
        if case .flow(let flow) = row.content { return divide(flow, of: row, top: top) }
        guard case .columns(let columns) = row.content else { return }
        let flows = columns.map { column -> [[PlacedPiece]] in
            var flow = Paginator(pageHeight: pageHeight, firstHeights: [limit - top], firstPage: page)
            flow.fill(column.pieces)
            warnings += flow.warnings
            return flow.pages
        }
        let count = flows.reduce(0) { max($0, $1.count) }
        for part in 0..<count {
            if part > 0 { startPage() }
            let boxes = zip(columns, flows).map { column, flow in
                ColumnBox(x: column.x, pieces: [], placed: part < flow.count ? flow[part] : [])
            }
            var fragment = row
            fragment.height = boxes.flatMap(\.placed).reduce(0) { max($0, $1.bottom) }
            fragment.content = .columns(boxes)
            let start = part == 0 ? top : 0
            pages[pages.count - 1].append(PlacedPiece(piece: fragment, y: start))
            y = start + fragment.height
        }
    }
}
