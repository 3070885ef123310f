import DocumentModel
import Graphics

/// Charts and grids.
extension Collector {
    mutating func addFigure(_ figure: Figure) {
        let chartHeight = measures.wholeSteps(Self.height(of: figure, width: width))
        let font = measures.small
        let leading = measures.leading(font)
        let lines =
            figure.caption.isEmpty
            ? [] : setter.lines([TextSpan(figure.caption, font, .role(.muted))], width: width)
        let gap = lines.isEmpty ? 0 : measures.step
        let box = FigureBox(
            figure: figure, width: width, chartHeight: chartHeight,
            caption: items(of: lines, font: font, leading: leading, y: gap))
        var piece = Piece(
            .figure(box), height: chartHeight + gap + Double(lines.count) * leading, name: "figure '\(figure.name)'")
        piece.before = 3 * measures.step
        piece.after = 3 * measures.step
        add(piece)
    }

    private static func height(of figure: Figure, width: Double) -> Double {
        if let height = figure.height, height.isFinite, height > 0 { return min(height, 14_400) }
        let aspect = figure.chart.aspect
        return min(width * (aspect.isFinite && aspect > 0 ? aspect : 0.45), 14_400)
    }

    mutating func addGrid(_ grid: Grid) {
        guard !grid.cells.isEmpty else { return }
        let columns = gridColumns(grid.columns)
        for start in stride(from: 0, to: grid.cells.count, by: columns.count) {
            let cells = grid.cells[start..<min(start + columns.count, grid.cells.count)]
            let boxes = zip(columns, cells).map { column, blocks -> ColumnBox in
                var inner = self.column(width: column.width)
                inner.add(blocks)
                return ColumnBox(x: column.x, pieces: inner.pieces, placed: Paginator.stack(inner.pieces))
            }
            let height = boxes.flatMap(\.placed).reduce(0) { max($0, $1.bottom) }
            var piece = Piece(.columns(boxes), height: height, name: "row of a grid")
            piece.before = 3 * measures.step
            piece.after = 3 * measures.step
            add(piece)
        }
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
