import Graphics

/// What a file can hold: coordinates of PDF and Cairo end at some millions, pages at 14,400 points.
///
/// A chart may place an observation far outside its page, such as the exit of an open trade in the year 9999.
enum DrawableArea {
    /// The largest coordinate that is drawn, in points, to all sides.
    static let reach = 100_000.0

    /// Where a line that comes from `start` leaves the area; `end` itself where it lies inside.
    static func end(of start: Point, _ end: Point) -> Point {
        if contains(end) { return end }
        guard contains(start) else { return clamped(end) }
        let share = min(share(start.x, end.x), share(start.y, end.y))
        return clamped(Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share))
    }

    /// The nearest place of the area.
    static func clamped(_ place: Point) -> Point {
        Point(min(max(place.x, -reach), reach), min(max(place.y, -reach), reach))
    }

    /// Whether a place lies inside.
    static func contains(_ place: Point) -> Bool { abs(place.x) <= reach && abs(place.y) <= reach }

    /// A length that can be drawn.
    static func clamped(_ length: Double) -> Double { length.isFinite ? min(max(length, 0), reach) : 0 }

    /// How much of the way lies inside in one direction.
    private static func share(_ start: Double, _ end: Double) -> Double {
        let edge = end > 0 ? reach : -reach
        return abs(end) <= reach ? 1 : (edge - start) / (end - start)
    }
}
