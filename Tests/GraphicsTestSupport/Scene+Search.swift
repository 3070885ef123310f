import Graphics

/// What tests look for in scenes.
extension Scene {
    /// Every text with its box: from cap height to descent.
    public var texts: [(words: String, box: Rect, place: PlacedText)] { Self.texts(of: items) }

    /// Groups of a part's name, with what they hold.
    public func parts(_ name: String) -> [(attributes: [SceneAttribute], group: SceneGroup)] {
        Self.parts(name, in: items)
    }

    private static func texts(
        of items: [SceneItem], offset: Point = .zero
    ) -> [(words: String, box: Rect, place: PlacedText)] {
        items.flatMap { item -> [(words: String, box: Rect, place: PlacedText)] in
            switch item {
            case .text(let text):
                let size = text.run.font.size
                let place = Point(text.origin.x + offset.x, text.origin.y + offset.y)
                let box = Rect(
                    x0: place.x, y0: place.y - 0.73 * size, x1: place.x + text.run.width, y1: place.y + 0.24 * size)
                return [(text.run.text, box, text)]
            case .group(let group):
                return texts(of: group.items, offset: Point(offset.x + group.offset.x, offset.y + group.offset.y))
            case .path, .image: return []
            }
        }
    }

    private static func parts(_ name: String, in items: [SceneItem]) -> [(
        attributes: [SceneAttribute], group: SceneGroup
    )] {
        items.flatMap { item -> [(attributes: [SceneAttribute], group: SceneGroup)] in
            guard case .group(let group) = item else { return [] }
            let inner = parts(name, in: group.items)
            if case .part(name, let attributes) = group.role { return [(attributes, group)] + inner }
            return inner
        }
    }

    /// Pairs of texts that lie on each other, and texts that leave the scene.
    public var collisions: [String] {
        let all = texts
        var found: [String] = []
        for (index, text) in all.enumerated() {
            let box = text.box
            if box.x0 < -0.01 || box.y0 < -0.01 || box.x1 > size.width + 0.01 || box.y1 > size.height + 0.01 {
                found.append("“\(text.words)” leaves the scene")
            }
            for other in all[(index + 1)...]
            where box.x0 < other.box.x1 - 0.01 && other.box.x0 < box.x1 - 0.01 && box.y0 < other.box.y1 - 0.01
                && other.box.y0 < box.y1 - 0.01
            {
                found.append("“\(text.words)” lies on “\(other.words)”")
            }
        }
        return found
    }
}

extension [SceneAttribute] {
    /// The value of a name; nil where there is none.
    public subscript(name: String) -> String? { first { $0.name == name }?.value }
}
