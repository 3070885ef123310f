/// The scene as text, one line per item: what golden tests compare.
extension Scene: CustomStringConvertible {
    /// Every item with coordinates of two decimals.
    public var description: String {
        var lines = ["scene \(short(size.width))×\(short(size.height))"]
        for item in items { append(item, indent: "  ", to: &lines) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func append(_ item: SceneItem, indent: String, to lines: inout [String]) {
        switch item {
        case .path(let path, let fill, let stroke):
            let ink = [fill.map { "fill \(name($0))" }, stroke.map { "stroke \(name($0.paint)) \(short($0.width))" }]
            lines.append(indent + "path " + steps(path) + " " + ink.compactMap { $0 }.joined(separator: " "))
        case .text(let text):
            lines.append(
                indent + "text “\(text.run.text)” at \(short(text.anchorPoint.x)),\(short(text.anchorPoint.y)) "
                    + "\(text.anchor.rawValue) \(short(text.run.font.size)) \(text.run.font.weight) \(name(text.paint))"
            )
        case .image(let image, let rect):
            lines.append(indent + "image \(image.width)×\(image.height) in \(box(rect))")
        case .group(let group):
            let clip = group.clip.map { " clip \(box($0))" } ?? ""
            lines.append(indent + "group \(group.role) +\(short(group.offset.x)),\(short(group.offset.y))" + clip)
            for child in group.items { append(child, indent: indent + "  ", to: &lines) }
        }
    }

    private func steps(_ path: Path) -> String {
        let shown = path.elements.prefix(24).map { element in
            switch element {
            case .move(let point): "M\(pair(point))"
            case .line(let point): "L\(pair(point))"
            case .curve(_, _, let end): "C\(pair(end))"
            case .close: "Z"
            }
        }
        let rest = path.elements.count - shown.count
        return shown.joined(separator: " ") + (rest > 0 ? " … \(rest) more" : "")
    }

    private func name(_ paint: Paint) -> String {
        switch paint {
        case .role(let role, let opacity): opacity == 1 ? role.rawValue : "\(role.rawValue)@\(short(opacity))"
        case .mix(let from, let to, let fraction): "\(from.rawValue)→\(to.rawValue)@\(short(fraction))"
        case .readable(let from, let to, let fraction):
            "readable on \(from.rawValue)→\(to.rawValue)@\(short(fraction))"
        case .color(let color, let opacity): opacity == 1 ? color.hexText : "\(color.hexText)@\(short(opacity))"
        }
    }

    private func box(_ rect: Rect) -> String { "\(pair(Point(rect.x0, rect.y0)))–\(pair(Point(rect.x1, rect.y1)))" }
    private func pair(_ point: Point) -> String { "\(short(point.x)),\(short(point.y))" }

    private func short(_ value: Double) -> String {
        let rounded = (value * 100).rounded() / 100
        return Int(exactly: rounded).map(String.init) ?? "\(rounded)"
    }
}
