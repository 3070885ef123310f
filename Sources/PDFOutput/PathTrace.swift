import Graphics

/// Moves a path's elements to their places, which end where the area that can be drawn ends.
struct PathTrace {
    let offset: Point
    /// Whether a coordinate was met that no file can hold.
    private(set) var hasBadCoordinate = false
    private var last = Point.zero

    init(offset: Point) { self.offset = offset }

    /// The next element, moved; a line that leaves the area ends at its edge and keeps its direction.
    mutating func next(_ element: Path.Element) -> Path.Element {
        switch element {
        case .move(let point):
            last = moved(point)
            return .move(DrawableArea.clamped(last))
        case .line(let point):
            let start = last
            last = moved(point)
            return .line(DrawableArea.end(of: start, last))
        case .curve(let first, let second, let end):
            let controls = (DrawableArea.clamped(moved(first)), DrawableArea.clamped(moved(second)))
            last = moved(end)
            return .curve(controls.0, controls.1, DrawableArea.clamped(last))
        case .close: return .close
        }
    }

    /// A place moved by the offset, or the origin for one that is no place at all.
    private mutating func moved(_ point: Point) -> Point {
        let place = Point(point.x + offset.x, point.y + offset.y)
        if place.x.isFinite, place.y.isFinite { return place }
        hasBadCoordinate = true
        return .zero
    }
}
