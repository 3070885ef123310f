import Graphics

extension MarkDrawing {
    /// One path for all lines; those that would lie on each other are drawn once.
    func segments(_ mark: SegmentsMark) -> [SceneItem] {
        var seen = Set<[Place]>()
        var path = Path()
        let grid = text.style.pixel / 2
        for segment in mark.segments {
            let start = Point(x.position(of: segment.x0), y.position(of: segment.y0))
            let end = Point(x.position(of: segment.x1), y.position(of: segment.y1))
            guard (start.x + start.y + end.x + end.y).isFinite else { continue }
            guard seen.insert([Place(start, grid: grid), Place(end, grid: grid)]).inserted else { continue }
            path.elements += Path(from: start, to: end).elements
            if mark.cap > 0 { path.elements += caps(start, end, width: mark.cap) }
        }
        guard !path.elements.isEmpty else { return [] }
        let width = mark.weight == .strong ? text.style.strongLine : text.style.lightLine
        return [.path(path, fill: nil, stroke: Stroke(mark.paint, width: width, dashes: mark.dashes))]
    }

    /// Short lines across both ends.
    private func caps(_ start: Point, _ end: Point, width: Double) -> [Path.Element] {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 0 else { return [] }
        let (sideX, sideY) = (-dy / length * width / 2, dx / length * width / 2)
        return [start, end].flatMap {
            Path(from: Point($0.x - sideX, $0.y - sideY), to: Point($0.x + sideX, $0.y + sideY)).elements
        }
    }
}
