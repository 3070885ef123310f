import DocumentModel
import Graphics

/// Charts and grids.
extension PieceBuilder {
    mutating func addFigure(_ figure: Figure) {
        let chartHeight = measures.wholeSteps(height(of: figure))
        let font = measures.small
        let leading = measures.leading(font)
        let lines =
            figure.caption.isEmpty
            ? [] : setter.lines([TextSpan(figure.caption, font, .role(.muted))], width: width)
        let gap = lines.isEmpty ? 0 : measures.step
        let box = FigureBox(
            figure: figure, width: width, chartHeight: chartHeight,
            caption: items(of: lines, font: font, leading: leading, y: gap),
            growth: growth(of: figure, from: chartHeight))
        var piece = Piece(
            .figure(box), height: chartHeight + gap + Double(lines.count) * leading, name: "figure '\(figure.name)'")
        piece.before = 3 * measures.step
        piece.after = 3 * measures.step
        add(piece)
    }

    mutating func addPicture(_ picture: PictureBlock) {
        let size = picture.size(in: width)
        let font = measures.small
        let leading = measures.leading(font)
        let lines =
            picture.caption.isEmpty
            ? [] : setter.lines([TextSpan(picture.caption, font, .role(.muted))], width: width)
        let gap = lines.isEmpty ? 0 : measures.step
        let image = SceneItem.group(
            SceneGroup(
                role: .tag(.figure(altText: picture.altText)),
                items: [.image(picture.image, Rect(origin: .zero, size: size))]))
        let caption = items(of: lines, font: font, leading: leading, y: size.height + gap)
        let words =
            caption.isEmpty ? [] : [SceneItem.group(SceneGroup(role: .tag(.caption), items: caption))]
        var piece = Piece(
            items: [image] + words, height: size.height + gap + Double(lines.count) * leading,
            name: "picture '\(picture.altText)'")
        piece.before = 3 * measures.step
        piece.after = 3 * measures.step
        add(piece)
    }

    /// A figure that fills begins as low as it may be: what its page has left is known when it is placed.
    private func height(of figure: Figure) -> Double {
        if case .fill(let least, _) = figure.height { return least >= 1 ? min(least, 14_400) : 1 }
        return min(figure.preferredHeight(width: width) * measures.figureScale, 14_400)
    }

    private func growth(of figure: Figure, from height: Double) -> FigureBox.Growth? {
        guard case .fill(_, let most) = figure.height else { return nil }
        return FigureBox.Growth(limit: most > height ? min(most, 14_400) : height, step: measures.step)
    }

    mutating func addGrid(_ grid: Grid) {
        guard !grid.cells.isEmpty else { return }
        if grid.isBalanced { return addFlow(grid) }
        let columns = gridColumns(grid.columns)
        for start in stride(from: 0, to: grid.cells.count, by: columns.count) {
            let cells = grid.cells[start..<min(start + columns.count, grid.cells.count)]
            var boxes = zip(columns, cells).map { column, blocks -> ColumnBox in
                var inner = self.column(width: column.width)
                inner.add(blocks)
                return ColumnBox(x: column.x, pieces: inner.pieces, placed: Paginator.stack(inner.pieces))
            }
            let height = boxes.flatMap(\.placed).reduce(0) { max($0, $1.bottom) }
            boxes = boxes.map { $0.filled(to: height) }
            var piece = Piece(.columns(boxes), height: height, name: "row of a grid")
            piece.before = 3 * measures.step
            piece.after = 3 * measures.step
            add(piece)
        }
    }

    /// The cells below each other in one flow.
    private mutating func addFlow(_ grid: Grid) {
        let columns = gridColumns(grid.columns)
        var inner = column(width: columns[0].width)
        for cell in grid.cells { inner.add(cell) }
        guard !inner.pieces.isEmpty else { return }
        let box = FlowBox(edges: columns.map(\.x), pieces: inner.pieces)
        let height = ColumnFlow(box, pageHeight: .infinity, room: .infinity).height
        var piece = Piece(.flow(box), height: height, name: "columns")
        piece.before = 3 * measures.step
        piece.after = 3 * measures.step
        add(piece)
    }

    /// Left edges and widths of a grid's columns; shares that are no positive numbers count as one.
    private func gridColumns(_ shares: [Double]) -> [(x: Double, width: Double)] {
        let shares = (shares.isEmpty ? [1] : shares).map { $0.isFinite && $0 > 0 ? min(max($0, 0.01), 100) : 1 }
        let gaps = Double(shares.count - 1)
        let gutter = min(measures.gutter, gaps > 0 ? width / 2 / gaps : 0)
        let unit = (width - gaps * gutter) / shares.reduce(0, +)
        var x = 0.0
        return shares.map { share in
            defer { x += share * unit + gutter }
            return (x, share * unit)
        }
    }
}
