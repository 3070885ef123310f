import Graphics

/// Long lines with the points left out that can hardly be seen: the drawing in a page is what readers without a script have,
/// for those with one it is drawn again from the exact data.
enum PathSimplification {
    /// Shorter paths stay as they are.
    private static let least = 60
    /// How far, in points, a left-out point may lie from the line that is drawn: less than a pixel on a desk.
    static let tolerance = 0.5
    /// The same for what a script draws again as soon as the page is read: about a pixel.
    static let toleranceOfRefined = 0.65

    /// The path without needless points; its first and last point and everything but straight lines stay. Linear in time.
    static func simplified(_ path: Path, tolerance: Double = Self.tolerance) -> Path {
        guard path.elements.count > least else { return path }
        var result = Path()
        result.elements.reserveCapacity(path.elements.count / 2)
        var line: [Point] = []
        for element in path.elements {
            if case .line(let point) = element, !line.isEmpty {
                line.append(point)
            } else {
                end(&line, to: &result, tolerance)
                result.elements.append(element)
                if case .move(let point) = element { line = [point] }
            }
        }
        end(&line, to: &result, tolerance)
        return result
    }

    private static func end(_ line: inout [Point], to path: inout Path, _ tolerance: Double) {
        for point in simplified(line, tolerance).dropFirst() { path.elements.append(.line(point)) }
        line = []
    }

    /// A line piece by piece, each of which runs to one side. Those to the left, the lower edges of areas, are looked at from
    /// their other end: the upper edge of the area beneath is the same line, and must lose the same points.
    private static func simplified(_ line: [Point], _ tolerance: Double) -> [Point] {
        guard var start = line.indices.first else { return [] }
        var kept = [line[start]]
        while start + 1 < line.endIndex {
            let isBackward = line[start + 1].x < line[start].x
            var end = start + 1
            if line[end].x != line[start].x {
                while end + 1 < line.endIndex,
                    isBackward ? line[end + 1].x < line[end].x : line[end + 1].x > line[end].x
                {
                    end += 1
                }
            }
            let piece = line[start...end]
            kept +=
                isBackward
                ? Chords.through(piece.reversed(), tolerance).reversed().dropFirst()
                : Chords.through(piece, tolerance).dropFirst()
            start = end
        }
        return kept
    }

    /// Chords that stand for the points of a line to the right, each as long as it can be: the directions in which the next
    /// point may lie narrow with each.
    private struct Chords {
        private let tolerance: Double
        private var anchor: Point
        private var last: Point?
        private var low = -Double.infinity
        private var high = Double.infinity
        private var reach = 0.0
        private var ends: [Point]

        /// The ends of the chords, the line's first and last point among them.
        static func through(_ line: some Collection<Point>, _ tolerance: Double) -> [Point] {
            guard let first = line.first, line.count > 2 else { return Array(line) }
            var chords = Chords(from: first, tolerance)
            for point in line.dropFirst() { chords.add(point) }
            return chords.ends + (chords.last.map { [$0] } ?? [])
        }

        private init(from start: Point, _ tolerance: Double) {
            self.tolerance = tolerance
            anchor = start
            ends = [start]
        }

        private mutating func add(_ point: Point) {
            if let last, !goesOn(to: point) {
                ends.append(last)
                (anchor, reach) = (last, 0)
                (low, high) = (-.infinity, .infinity)
            }
            narrow(to: point)
            last = point
        }

        /// Nor may a chord end before a point that it stands for.
        private func goesOn(to point: Point) -> Bool {
            let (width, height) = (point.x - anchor.x, point.y - anchor.y)
            guard width * width + height * height >= reach else { return false }
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
    }
}
