import Graphics

/// Long lines with the points left out that can hardly be seen: the drawing in a page is what readers without a script have,
/// for those with one it is drawn again from the exact data.
enum PathSimplification {
    /// Shorter paths stay as they are.
    private static let least = 60
    /// How far, in points, a left-out point may lie from the line that is drawn: less than a pixel on a desk.
    private static let tolerance = 0.5

    /// The path without needless points; its first and last point and everything but straight lines stay. Linear in time.
    static func simplified(_ path: Path) -> Path {
        guard path.elements.count > least else { return path }
        var result = Path()
        result.elements.reserveCapacity(path.elements.count / 2)
        var run = Run()
        for element in path.elements {
            if case .line(let point) = element, run.isOpen {
                run.add(point, to: &result)
            } else {
                run.end(to: &result)
                result.elements.append(element)
                if case .move(let point) = element { run = Run(start: point) }
            }
        }
        run.end(to: &result)
        return result
    }

    /// A straight piece that grows while every point of it lies within the tolerance of its chord: the directions in which
    /// the next point may lie narrow with each.
    private struct Run {
        private var anchor = Point(0, 0)
        private var last: Point?
        private var low = -Double.infinity
        private var high = Double.infinity
        private var reach = 0.0
        private(set) var isOpen = false

        init() {}

        init(start: Point) {
            anchor = start
            isOpen = true
        }

        mutating func add(_ point: Point, to path: inout Path) {
            if let last, !goesOn(to: point, behind: last) {
                path.elements.append(.line(last))
                (anchor, reach) = (last, 0)
                (low, high) = (-.infinity, .infinity)
            }
            narrow(to: point)
            last = point
        }

        /// Lines of figures run to the right; whatever does not is drawn point by point. Nor may a chord end before a
        /// point that it stands for.
        private func goesOn(to point: Point, behind last: Point) -> Bool {
            let (width, height) = (point.x - anchor.x, point.y - anchor.y)
            guard point.x > last.x, width > 0, width * width + height * height >= reach else { return false }
            let slope = height / width
            return slope >= low && slope <= high
        }

        /// The slopes whose lines pass the point within the tolerance, measured across the line: in the steep parts of a
        /// line, where most of its points are, measuring upwards would let none go.
        private mutating func narrow(to point: Point) {
            let (width, height) = (point.x - anchor.x, point.y - anchor.y)
            guard width > 0 else { return (low, high) = (.infinity, -.infinity) }
            let distance = width * width + height * height
            reach = max(reach, distance)
            guard width > tolerance else { return narrowSteeply(width, height) }
            let (span, square) = (width * width - tolerance * tolerance, tolerance * tolerance)
            let reachable = tolerance * (distance - square).squareRoot()
            low = max(low, (height * width - reachable) / span)
            high = min(high, (height * width + reachable) / span)
        }

        /// A point this near above the anchor is near every line that is steeper.
        private mutating func narrowSteeply(_ width: Double, _ height: Double) {
            if height >= 0 { low = max(low, (height - tolerance) / width) }
            if height <= 0 { high = min(high, (height + tolerance) / width) }
        }

        mutating func end(to path: inout Path) {
            if let last { path.elements.append(.line(last)) }
            last = nil
            isOpen = false
        }
    }
}
