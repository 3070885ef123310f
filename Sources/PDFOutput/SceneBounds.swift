import Glibc
import Graphics
import TextShaping

/// Where items stand: for links, bookmarks and the boxes of figures.
struct SceneBounds {
    let fonts: FontBook
    private(set) var box: Rect?

    init(fonts: FontBook) { self.fonts = fonts }

    /// Takes in what items draw, moved by an offset.
    mutating func add(_ items: [SceneItem], offset: Point) {
        for item in items {
            switch item {
            case .path(let path, _, _): add(path, offset: offset)
            case .text(let text): add(text, offset: offset)
            case .image(_, let rect):
                include(rect.x0 + offset.x, rect.y0 + offset.y)
                include(rect.x1 + offset.x, rect.y1 + offset.y)
            case .group(let group):
                let moved = Point(offset.x + group.offset.x, offset.y + group.offset.y)
                if let clip = group.clip {
                    include(clip.x0 + moved.x, clip.y0 + moved.y)
                    include(clip.x1 + moved.x, clip.y1 + moved.y)
                } else {
                    add(group.items, offset: moved)
                }
            }
        }
    }

    private mutating func add(_ path: Path, offset: Point) {
        for element in path.elements {
            switch element {
            case .move(let point), .line(let point), .curve(_, _, let point):
                include(point.x + offset.x, point.y + offset.y)
            case .close: break
            }
        }
    }

    private mutating func add(_ text: PlacedText, offset: Point) {
        let heights = fonts.metrics(of: text.run.font)
        let center = text.anchorPoint
        let angle = text.rotation * .pi / 180
        let (sine, cosine) = text.rotation == 0 ? (0, 1) : (sin(angle), cos(angle))
        for x in [text.origin.x - center.x, text.origin.x - center.x + text.run.width] {
            for y in [-heights.ascent, heights.descent] {
                include(center.x + x * cosine - y * sine + offset.x, center.y + x * sine + y * cosine + offset.y)
            }
        }
    }

    private mutating func include(_ x: Double, _ y: Double) {
        let place = DrawableArea.clamped(Point(x, y))
        let (x, y) = (place.x, place.y)
        guard let old = box else {
            box = Rect(x0: x, y0: y, x1: x, y1: y)
            return
        }
        box = Rect(x0: min(old.x0, x), y0: min(old.y0, y), x1: max(old.x1, x), y1: max(old.y1, y))
    }
}
