/// A path of many small squares on their tips, as charts draw dots: their centres and their size.
public struct DotCloud {
    /// From the first to the last.
    public let centers: [Point]
    /// Of each.
    public let diameter: Double

    /// Fewer are left as they are.
    private static let least = 40
    private static let elementsPerDot = 5

    /// Nil for any other path.
    public init?(_ path: Path) {
        let elements = path.elements
        guard elements.count >= Self.least * Self.elementsPerDot, elements.count % Self.elementsPerDot == 0,
            case .move(let first) = elements[0], case .line(let top) = elements[1]
        else { return nil }
        let radius = top.x - first.x
        guard radius > 0, radius < 8 else { return nil }
        var centers: [Point] = []
        centers.reserveCapacity(elements.count / Self.elementsPerDot)
        for start in stride(from: 0, to: elements.count, by: Self.elementsPerDot) {
            guard case .move(let left) = elements[start], case .line(let top) = elements[start + 1],
                case .line(let right) = elements[start + 2], case .line(let bottom) = elements[start + 3],
                case .close = elements[start + 4]
            else { return nil }
            let center = Point((left.x + right.x) / 2, left.y)
            let tips = [
                (left, Point(center.x - radius, center.y)), (top, Point(center.x, center.y - radius)),
                (right, Point(center.x + radius, center.y)), (bottom, Point(center.x, center.y + radius)),
            ]
            for (found, wanted) in tips {
                guard (found.x - wanted.x).magnitude < 1e-6, (found.y - wanted.y).magnitude < 1e-6 else { return nil }
            }
            centers.append(center)
        }
        self.centers = centers
        // A circle of the square's area.
        diameter = radius * 1.6
    }

    /// What draws a line without length as one of the dots.
    public func stroke(_ paint: Paint) -> Stroke { Stroke(paint, width: diameter, cap: .round) }
}
