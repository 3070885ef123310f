/// A flow through columns, laid out: as high as the pages are, and on its last page no higher than needed, so that its
/// columns end together.
struct ColumnFlow {
    /// What is placed: for each page its columns.
    let pages: [[[PlacedPiece]]]
    /// What did not fit.
    let warnings: [LayoutWarning]

    /// Height of the part on the last page.
    var height: Double { (pages.last ?? []).joined().reduce(0) { max($0, $1.bottom) } }

    /// Steps of the search for the height of the last part: a thousandth of a page is close enough.
    private static let steps = 10

    /// Lays out a flow that has `room` on its first page and `pageHeight` on the others.
    init(_ flow: FlowBox, pageHeight: Double, room: Double, firstPage: Int = 1) {
        let count = flow.edges.count
        let whole = Paginator.stack(flow.pieces).last?.bottom ?? 0
        let first = room.isFinite ? room : whole
        func filled(_ heights: [Double]) -> Paginator {
            var paginator = Paginator(pageHeight: pageHeight, firstHeights: heights, firstPage: firstPage)
            paginator.fill(flow.pieces)
            return paginator
        }
        let loose = filled([Double](repeating: first, count: count))
        let parts = (loose.pages.count + count - 1) / count
        let before = (0..<parts).dropLast().flatMap { part in
            [Double](repeating: part == 0 ? first : pageHeight, count: count)
        }
        var (low, high) = (0.0, parts == 1 ? first : min(pageHeight, whole))
        var best = loose
        for _ in 0..<Self.steps where high.isFinite {
            let middle = (low + high) / 2
            let tried = filled(before + [Double](repeating: middle, count: count))
            let fits = tried.pages.count <= parts * count && tried.warnings.count <= loose.warnings.count
            if fits { (best, high) = (tried, middle) } else { low = middle }
        }
        warnings = best.warnings
        pages = stride(from: 0, to: best.pages.count, by: count).map { start in
            let columns = Array(best.pages[start..<min(start + count, best.pages.count)])
            return columns + [[PlacedPiece]](repeating: [], count: count - columns.count)
        }
    }
}
