import Graphics

/// Boxes around what scenes draw, in the scene's own coordinates.
extension Scene {
    /// Around every path that is filled with a paint.
    func filledBoxes(_ isMeant: (Paint) -> Bool) -> [Rect] {
        paths(isMeant).compactMap { box(around: $0.elements.compactMap(\.corner), $1) }
    }

    /// Around every closed figure within such paths.
    func filledFigures(_ isMeant: (Paint) -> Bool) -> [Rect] {
        paths(isMeant).flatMap { path, offset in
            path.elements.split(separator: .close).compactMap { box(around: $0.compactMap(\.corner), offset) }
        }
    }

    /// The clipped plotting areas, without what they leave for lines on their edge.
    var clips: [Rect] {
        walk(items, .zero) { item, offset in
            guard case .group(let group) = item, let clip = group.clip else { return nil }
            return Rect(
                x0: clip.x0 + offset.x + 2, y0: clip.y0 + offset.y + 2, x1: clip.x1 + offset.x - 2,
                y1: clip.y1 + offset.y - 2)
        }
    }

    private func paths(_ isMeant: (Paint) -> Bool) -> [(Path, Point)] {
        walk(items, .zero) { item, offset in
            guard case .path(let path, .some(let fill), _) = item, isMeant(fill) else { return nil }
            return (path, offset)
        }
    }

    private func walk<Found>(_ items: [SceneItem], _ offset: Point, _ find: (SceneItem, Point) -> Found?) -> [Found] {
        items.flatMap { item -> [Found] in
            let own = find(item, offset).map { [$0] } ?? []
            guard case .group(let group) = item else { return own }
            return own + walk(group.items, Point(offset.x + group.offset.x, offset.y + group.offset.y), find)
        }
    }

    private func box(around points: [Point], _ offset: Point) -> Rect? {
        guard let x0 = points.map(\.x).min(), let x1 = points.map(\.x).max(), let y0 = points.map(\.y).min(),
            let y1 = points.map(\.y).max()
        else { return nil }
        return Rect(x0: x0 + offset.x, y0: y0 + offset.y, x1: x1 + offset.x, y1: y1 + offset.y)
    }
}

extension Path.Element {
    fileprivate var corner: Point? {
        switch self {
        case .move(let point), .line(let point), .curve(_, _, let point): point
        case .close: nil
        }
    }
}
