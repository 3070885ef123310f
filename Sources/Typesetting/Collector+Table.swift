import DocumentModel
import Graphics

/// Tables: title, head, rows with hairlines, footnote.
extension Collector {
    mutating func addTable(_ table: Table) {
        guard !table.columns.isEmpty else { return }
        let setting = TableSetting(table, collector: self)
        inContainer(.tag(.table)) { $0.addPieces(of: table, setting) }
    }

    private mutating func addPieces(of table: Table, _ setting: TableSetting) {
        var pieces = [titlePiece(table), setting.head].compactMap { $0 }
        let headCount = pieces.count
        pieces += setting.rows()
        if let footnote = footnotePiece(table) { pieces.append(footnote) }
        guard !pieces.isEmpty else { return }
        for index in 1..<max(headCount + 1, 1) where index < pieces.count { pieces[index].join = .never }
        pieces[0].before = 3 * measures.step
        pieces[pieces.count - 1].after = 3 * measures.step
        for piece in pieces { add(piece) }
    }

    private func titlePiece(_ table: Table) -> Piece? {
        guard !table.title.isEmpty else { return nil }
        let font = measures.caption
        var spans = [TextSpan(table.title, font, .role(.ink))]
        if !table.subtitle.isEmpty {
            spans.append(TextSpan(" " + table.subtitle, Font(size: font.size), .role(.muted)))
        }
        let lines = setter.lines(spans, width: width)
        let leading = measures.leading(font)
        return Piece(
            items: items(of: lines, font: font, leading: leading),
            height: Double(lines.count) * leading + measures.step / 2, role: .tag(.caption),
            name: "title of table '\(table.name)'")
    }

    private func footnotePiece(_ table: Table) -> Piece? {
        guard !table.footnote.isEmpty else { return nil }
        let lines = setter.lines([TextSpan(table.footnote, measures.small, .role(.muted))], width: width)
        let leading = measures.leading(measures.small)
        var piece = Piece(
            items: items(of: lines, font: measures.small, leading: leading, y: measures.step / 2),
            height: Double(lines.count) * leading + measures.step / 2, role: .tag(.paragraph),
            name: "footnote of table '\(table.name)'")
        piece.join = .never
        return piece
    }
}
