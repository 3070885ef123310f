import DocumentModel
import Graphics

/// Headline figures in equal columns with hairlines between.
extension PieceBuilder {
    /// More tiles than this make further rows.
    private static var mostTilesInRow: Int { 8 }

    mutating func addTiles(_ tiles: [Tile]) {
        guard !tiles.isEmpty else { return }
        // Narrow columns hold fewer: a value wants about eleven times its size.
        let narrow = Int(exactly: (width / (4.5 * measures.theme.type.headline)).rounded(.down)) ?? 1
        let most = min(max(narrow, 1), Self.mostTilesInRow)
        let rows = (tiles.count + most - 1) / most
        let perRow = (tiles.count + rows - 1) / rows
        for row in 0..<rows {
            let content = Array(tiles[(row * perRow)..<min((row + 1) * perRow, tiles.count)])
            var piece = tileRow(content, columns: perRow)
            piece.before = row == 0 ? 2 * measures.step : 0
            piece.after = row == rows - 1 ? 3 * measures.step : 0
            piece.join = row == 0 ? .free : .together
            add(piece)
        }
    }

    private func tileRow(_ tiles: [Tile], columns: Int) -> Piece {
        let column = width / Double(columns)
        let padding = columns > 1 ? 1.75 * measures.step : 0
        let inner = max(column - padding - measures.step / 2, 1)
        let boxes = tiles.enumerated().map { index, tile in
            TileBox(tile, x: index == 0 ? 0 : Double(index) * column + padding, width: inner, builder: self)
        }
        let common = boxes.reduce(1) { min($0, max($1.fit, 0.6)) }
        let labelHeight = boxes.reduce(0) { max($0, $1.labelHeight) }
        let detailHeight = boxes.reduce(0) { max($0, $1.detailHeight) }
        let valueHeight = measures.leading(TileBox.valueFont(measures))
        let height = labelHeight + valueHeight + detailHeight
        var items: [SceneItem] = []
        for (index, box) in boxes.enumerated() {
            if index > 0 { items.append(separator(x: Double(index) * column, height: height)) }
            let content = box.items(labelHeight: labelHeight, valueHeight: valueHeight, fit: min(common, box.fit))
            items.append(.group(SceneGroup(role: .tag(.paragraph), items: content)))
        }
        let ruleY = height + 2 * measures.step
        items.append(measures.rule(measures.hairline, y: ruleY, from: 0, to: width))
        let total = ruleY + (measures.step / 2)
        return Piece(items: items, height: total, name: "tiles from '\(tiles.first?.label ?? "")'")
    }

    private func separator(x: Double, height: Double) -> SceneItem {
        let line = Path(from: Point(x, 0), to: Point(x, height))
        return .group(SceneGroup(role: .artifact, items: [.path(line, fill: nil, stroke: measures.hairline)]))
    }
}

/// One tile, measured.
private struct TileBox {
    let label: [TextLine]
    let value: String
    let detail: [TextLine]
    let x: Double
    let width: Double
    /// Share of the headline size at which the value fits, at most 1.
    let fit: Double
    private let builder: PieceBuilder

    init(_ tile: Tile, x: Double, width: Double, builder: PieceBuilder) {
        let measures = builder.measures
        let setter = builder.setter
        let muted = { (text: String) -> [TextLine] in
            text.isEmpty ? [] : setter.lines([TextSpan(text, measures.small, .role(.muted))], width: width)
        }
        label = muted(tile.label)
        detail = muted(tile.detail)
        value = tile.value
        self.x = x
        self.width = width
        self.builder = builder
        let natural = setter.width(tile.value, Self.valueFont(measures))
        fit = natural > width ? width / natural : 1
    }

    static func valueFont(_ measures: Measures) -> Font {
        Font(size: measures.theme.type.headline, weight: .bold, tabular: true)
    }

    private var smallLeading: Double { builder.measures.leading(builder.measures.small) }
    var labelHeight: Double { Double(label.count) * smallLeading }
    var detailHeight: Double { Double(detail.count) * smallLeading }

    /// The label stands directly above the value, whatever the height of the row's labels.
    func items(labelHeight: Double, valueHeight: Double, fit: Double) -> [SceneItem] {
        let setter = builder.setter
        let small = builder.measures.small
        var font = Self.valueFont(builder.measures)
        let baseline = labelHeight + setter.baseline(font, leading: valueHeight)
        font.size *= fit
        let line = setter.line(TextSpan(value, font, .role(.ink)))
        let labelTop = labelHeight - self.labelHeight
        return builder.items(of: label, font: small, leading: smallLeading, x: x, y: labelTop, width: width)
            + line.items(baseline: baseline, x: x, width: width)
            + builder.items(
                of: detail, font: small, leading: smallLeading, x: x, y: labelHeight + valueHeight, width: width)
    }
}
