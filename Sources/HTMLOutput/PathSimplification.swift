import Graphics

/// Long lines with the points left out that can hardly be seen: the drawing in a page is what readers without a script have,
/// for those with one it is drawn again from the exact data.
enum PathSimplification {
    /// Shorter paths stay as they are.
    private static let least = 60
    /// How far, in points, a left-out point may lie from the line that is drawn: less than a pixel on a desk.
    private static let tolerance = 0.4

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
        private(set) var isOpen = false

        init() {}

        init(start: Point) {
            anchor = start
            isOpen = true
        }

        mutating func add(_ point: Point, to path: inout Path) {
            let width = point.x - anchor.x
            let slope = (point.y - anchor.y) / width
            // Lines of figures run to the right; whatever does not is drawn point by point.
            if let last, !(width > 0 && slope >= low && slope <= high) {
                path.elements.append(.line(last))
                anchor = last
                (low, high) = (-.infinity, .infinity)
            }
            narrow(to: point)
            last = point
        }

        private mutating func narrow(to point: Point) {
            let width = point.x - anchor.x
            guard width > 0 else { return (low, high) = (.infinity, -.infinity) }
            low = max(low, (point.y - tolerance - anchor.y) / width)
            high = min(high, (point.y + tolerance - anchor.y) / width)
        }

        mutating func end(to path: inout Path) {
            if let last { path.elements.append(.line(last)) }
            last = nil
            isOpen = false
        }
    }
}
