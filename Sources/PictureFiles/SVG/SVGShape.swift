import Graphics

/// The path of a shape by its attributes (SVG 2, 10).
struct SVGShape {
    let name: String
    let attributes: [String: String]

    /// The path, empty for a shape without extent.
    func path() throws(PictureFault) -> Path {
        switch name {
        case "path": return try read("d") { SVGPathReader.path($0) } ?? Path()
        case "rect": return try rectangle()
        case "circle":
            let radius = try length("r")
            return ellipse(try center(), radius, radius)
        case "ellipse":
            let (rx, ry) = try radii()
            return ellipse(try center(), rx, ry)
        case "line":
            return try Path(from: Point(length("x1"), length("y1")), to: Point(length("x2"), length("y2")))
        case "polyline": return Path(polyline: try points())
        case "polygon":
            var path = Path(polyline: try points())
            if !path.elements.isEmpty { path.elements.append(.close) }
            return path
        default: throw .svgElement(name)
        }
    }

    /// The elements that are shapes.
    static let names: Set<String> = ["path", "rect", "circle", "ellipse", "line", "polyline", "polygon"]

    private func rectangle() throws(PictureFault) -> Path {
        let rect = Rect(
            origin: Point(try length("x"), try length("y")), size: Size(try length("width"), try length("height")))
        guard rect.width > 0, rect.height > 0 else { return Path() }
        let radii = try radii()
        let (rx, ry) = (min(radii.0, rect.width / 2), min(radii.1, rect.height / 2))
        guard rx > 0, ry > 0 else { return Path(rect) }
        var path = Path([.move(Point(rect.x0 + rx, rect.y0))])
        let corners = [
            (Point(rect.x1 - rx, rect.y0), Point(rect.x1, rect.y0 + ry)),
            (Point(rect.x1, rect.y1 - ry), Point(rect.x1 - rx, rect.y1)),
            (Point(rect.x0 + rx, rect.y1), Point(rect.x0, rect.y1 - ry)),
            (Point(rect.x0, rect.y0 + ry), Point(rect.x0 + rx, rect.y0)),
        ]
        for (start, end) in corners {
            path.elements.append(.line(start))
            path.elements +=
                SVGArc(from: start, to: end, rx: rx, ry: ry, turn: 0, isLarge: false, isClockwise: true).elements
        }
        path.elements.append(.close)
        return path
    }

    private func ellipse(_ center: Point, _ rx: Double, _ ry: Double) -> Path {
        guard rx > 0, ry > 0 else { return Path() }
        return Path(circleAt: .zero, radius: 1).transformed(Transform(rx, 0, 0, ry, center.x, center.y))
    }

    private func center() throws(PictureFault) -> Point { Point(try length("cx"), try length("cy")) }

    /// Where one of the two is missing it is as the other.
    private func radii() throws(PictureFault) -> (Double, Double) {
        let (rx, ry) = (try radius("rx"), try radius("ry"))
        return (rx ?? ry ?? 0, ry ?? rx ?? 0)
    }

    /// `auto` is as if it were not there.
    private func radius(_ name: String) throws(PictureFault) -> Double? {
        guard let text = attributes[name], text != "auto" else { return nil }
        return try length(name)
    }

    private func length(_ name: String) throws(PictureFault) -> Double { try read(name, SVGLength.pixels) ?? 0 }

    private func points() throws(PictureFault) -> [Point] {
        let numbers = try read("points") { text in
            var scanner = SVGScanner(text)
            let numbers = scanner.numbers()
            return scanner.isAtEnd() && numbers.count % 2 == 0 ? numbers : nil
        }
        guard let numbers else { return [] }
        return stride(from: 0, to: numbers.count, by: 2).map { Point(numbers[$0], numbers[$0 + 1]) }
    }

    private func read<Value>(_ attribute: String, _ parse: (String) -> Value?) throws(PictureFault) -> Value? {
        guard let text = attributes[attribute] else { return nil }
        guard let value = parse(text) else { throw .attribute(name, attribute, text) }
        return value
    }
}

extension PictureFault {
    /// A value that is not drawn, cut to what a line of a terminal holds.
    static func attribute(_ element: String, _ name: String, _ value: String) -> PictureFault {
        let short = value.unicodeScalars.prefix(40).map { $0.value < 0x20 ? " " : Character($0) }
        return .svgAttribute(
            element: element, name: name, value: String(short) + (value.unicodeScalars.count > 40 ? "…" : ""))
    }
}
