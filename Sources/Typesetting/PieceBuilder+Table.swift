import DocumentModel
import Graphics

/// Tables: title, head, rows with hairlines, footnote.
extension PieceBuilder {
    /// A table of no more rows is not divided by a page if one holds it.
    private static var mostRowsKeptTogether: Int { 12 }

    mutating func addTable(_ table: Table) {
        guard !table.columns.isEmpty else { return addAbsence(of: table) }
        let set = TableSetting.pieces(of: table, builder: self)
        let top = [titlePiece(table), set.head].compactMap { $0 }
        var pieces = top + set.rows
        let footnote = footnotePiece(table)
        guard !pieces.isEmpty else { return }
        for index in pieces.indices.dropFirst().prefix(top.count) { pieces[index].join = .never }
        pieces[0].before = 3 * measures.step
        if footnote == nil { pieces[pieces.count - 1].after = 3 * measures.step }
        let isShort = table.rows.count <= Self.mostRowsKeptTogether
        inContainer(.tag(.table)) { builder in
            builder.joined(isShort ? .together : .free) { builder in
                for piece in pieces { builder.add(piece) }
            }
        }
        if let footnote { add(footnote) }
    }

    /// A table that the run does not have is one line that says why.
    private mutating func addAbsence(of table: Table) {
        guard let footnote = footnotePiece(table) else { return }
        guard var title = titlePiece(table) else { return add(footnote) }
        title.before = 3 * measures.step
        title.role = .tag(.paragraph)
        add(title)
        add(footnote)
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
        // The baseline that charts give their titles, so that a table beside a figure stands in line with it.
        let lift = setter.heights(of: font).ascent - setter.baseline(font, leading: leading)
        return Piece(
            items: items(of: lines, font: font, leading: leading, y: lift),
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
        piece.after = 3 * measures.step
        return piece
    }
}
