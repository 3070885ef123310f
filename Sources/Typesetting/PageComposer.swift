import Charts
import DocumentModel
import Graphics

/// Turns placed pieces into the items of a page, nested as the document is.
struct PageComposer {
    let theme: Theme
    let measurer: any TextMeasurer

    /// Items of a flow, relative to its top left corner.
    func items(of placed: [PlacedPiece]) -> [SceneItem] { items(of: placed[...], depth: 0) }

    /// Wraps neighbours that share a container into one group.
    private func items(of placed: ArraySlice<PlacedPiece>, depth: Int) -> [SceneItem] {
        var items: [SceneItem] = []
        var start = placed.startIndex
        while start < placed.endIndex {
            let containers = placed[start].piece.containers
            guard depth < containers.count else {
                items.append(item(for: placed[start]))
                start += 1
                continue
            }
            let container = containers[depth]
            let end = placed[start...].firstIndex { !$0.piece.isPart(of: container, depth: depth) } ?? placed.endIndex
            items.append(wrap(placed[start..<end], in: container, depth: depth))
            start = end
        }
        return items
    }

    private func wrap(_ placed: ArraySlice<PlacedPiece>, in container: Container, depth: Int) -> SceneItem {
        let children = items(of: placed, depth: depth + 1)
        switch container.kind {
        case .tag(let tag): return .group(SceneGroup(role: .tag(tag), element: container.id, items: children))
        case .bar(let paint, let width):
            let top = placed.first?.y ?? 0
            let bottom = placed.last?.bottom ?? top
            let bar = Path(Rect(x0: 0, y0: top, x1: width, y1: bottom))
            let drawn = SceneItem.group(SceneGroup(role: .artifact, items: [.path(bar, fill: paint, stroke: nil)]))
            return .group(SceneGroup(items: [drawn] + children))
        }
    }

    private func item(for placed: PlacedPiece) -> SceneItem {
        let piece = placed.piece
        let children: [SceneItem]
        var width = Double.infinity
        switch piece.content {
        case .items(let items): children = items
        case .figure(let box):
            children = items(of: box)
            width = box.width
        // A flow is divided into columns wherever it is placed.
        case .flow: children = []
        case .columns(let columns):
            children = columns.map { column in
                .group(SceneGroup(offset: Point(column.x, 0), items: items(of: column.placed)))
            }
        }
        let clip = piece.isClipped ? Rect(x0: 0, y0: 0, x1: min(width, 10_000), y1: piece.height) : nil
        return .group(SceneGroup(role: piece.role, offset: Point(0, placed.y), clip: clip, items: children))
    }

    private func items(of box: FigureBox) -> [SceneItem] {
        let chart = box.figure.chart
        let scene = chart.scene(size: Size(box.width, box.chartHeight), style: theme.chart, measurer: measurer)
        let altText = theme.chart.words(chart.altText)
        let figure = SceneItem.group(SceneGroup(role: .tag(.figure(altText: altText)), items: scene.items))
        guard !box.caption.isEmpty else { return [figure] }
        let offset = Point(0, box.chartHeight)
        return [figure, .group(SceneGroup(role: .tag(.caption), offset: offset, items: box.caption))]
    }
}

extension Piece {
    /// Whether the piece lies in a container at a depth of the document.
    fileprivate func isPart(of container: Container, depth: Int) -> Bool {
        depth < containers.count && containers[depth].id == container.id
    }
}
