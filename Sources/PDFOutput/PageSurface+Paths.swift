import Graphics

extension PageSurface {
    mutating func draw(_ path: Path, fill: Paint?, stroke: Stroke?, offset: Point) {
        guard !path.elements.isEmpty else { return }
        if stroke == nil, let fill, path.fillRule == .nonZero, let dots = DotCloud(path) {
            return draw(dots, in: fill, offset: offset)
        }
        if let fill, let stroke, isSeeThrough(stroke.paint) || isSeeThrough(fill) {
            draw(path, fill: fill, stroke: nil, offset: offset)
            return draw(path, fill: nil, stroke: stroke, offset: offset)
        }
        if let fill { setFill(fill) }
        if let stroke { setStroke(stroke) }
        trace(path, offset: offset)
        let isEvenOdd = path.fillRule == .evenOdd
        switch (fill != nil, stroke != nil) {
        case (true, true): syntax.write(isEvenOdd ? "B*\n" : "B\n")
        case (true, false): syntax.write(isEvenOdd ? "f*\n" : "f\n")
        case (false, true): syntax.write("S\n")
        case (false, false): syntax.write("n\n")
        }
    }

    /// Such a fill and stroke are painted one after the other, as Cairo paints them in pictures: together, the stroke
    /// would take away what it covers of the fill.
    private func isSeeThrough(_ paint: Paint) -> Bool { palette.resolve(paint).opacity < 1 }

    /// Lines without length, which round ends make dots (8.5.3.2): half of what outlines take.
    private mutating func draw(_ dots: DotCloud, in paint: Paint, offset: Point) {
        setStroke(dots.stroke(paint))
        var trace = PathTrace(offset: offset)
        for center in dots.centers {
            guard case .move(let place) = trace.next(.move(center)) else { continue }
            write(place, "m\n")
            write(place, "l\n")
        }
        syntax.write("S\n")
        if trace.hasBadCoordinate { hasBadCoordinate = true }
    }

    /// Outlines of so many points are drawn on twentieths of a point, finer than a printer's dots: a tenth of a file.
    private static let longOutline = 100

    private mutating func trace(_ path: Path, offset: Point) {
        var trace = PathTrace(offset: offset)
        if let rect = path.rectangle {
            let corners = (trace.next(.move(rect.0)), trace.next(.move(rect.1)))
            if case (.move(let low), .move(let high)) = corners {
                writeRectangle(Rect(x0: low.x, y0: low.y, x1: high.x, y1: high.y))
            }
        } else {
            syntax.reserve(path.elements.count * 14)
            let isLong = path.elements.count >= Self.longOutline
            for element in path.elements {
                let next = trace.next(element)
                write(isLong ? next.onTwips : next)
            }
        }
        if trace.hasBadCoordinate { hasBadCoordinate = true }
    }

    private mutating func write(_ element: Path.Element) {
        switch element {
        case .move(let point): write(point, "m\n")
        case .line(let point): write(point, "l\n")
        case .curve(let first, let second, let end):
            write(first, "")
            write(second, "")
            write(end, "c\n")
        case .close: syntax.write("h\n")
        }
    }

    private mutating func write(_ point: Point, _ operation: StaticString) {
        syntax.write(place: point.x)
        syntax.write(place: point.y)
        syntax.write(operation)
    }

    /// Writes a rectangle whose edges stand where those of its neighbours do: on hundredths of a point.
    mutating func writeRectangle(_ rect: Rect) {
        let (x, y) = ((rect.x0 * 100).rounded(), (rect.y0 * 100).rounded())
        syntax.write(place: x / 100)
        syntax.write(place: y / 100)
        syntax.write(place: ((rect.x1 * 100).rounded() - x) / 100)
        syntax.write(place: ((rect.y1 * 100).rounded() - y) / 100)
        syntax.write("re ")
    }
}

extension Path {
    /// The corners of a closed rectangle, as `Path(_: Rect)` makes it: where it begins, and the corner across.
    fileprivate var rectangle: (Point, Point)? {
        guard elements.count == 5, case .move(let a) = elements[0], case .line(let b) = elements[1],
            case .line(let c) = elements[2], case .line(let d) = elements[3], case .close = elements[4],
            a.y == b.y, b.x == c.x, c.y == d.y, d.x == a.x
        else { return nil }
        return (a, c)
    }
}

extension Path.Element {
    /// The nearest place on twentieths of a point.
    fileprivate var onTwips: Path.Element {
        func near(_ point: Point) -> Point { Point((point.x * 20).rounded() / 20, (point.y * 20).rounded() / 20) }
        return switch self {
        case .move(let point): .move(near(point))
        case .line(let point): .line(near(point))
        case .curve(let first, let second, let end): .curve(near(first), near(second), near(end))
        case .close: .close
        }
    }
}
