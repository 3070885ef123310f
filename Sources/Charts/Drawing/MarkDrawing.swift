import Formatting
import Graphics

/// Turns marks into paths within one plotting area. Words come later, see ``LabelDrawing``.
struct MarkDrawing {
    let plot: Rect
    let x: Scale
    let y: Scale
    let text: TextSetter
    /// Whether scripts look for the series of this panel.
    let isInteractive: Bool

    /// What a mark looks like.
    func items(_ mark: Mark) -> [SceneItem] {
        switch mark {
        case .line(let mark): line(mark)
        case .area(let mark): area(mark)
        case .bars(let mark): bars(mark)
        case .sticks(let mark): sticks(mark)
        case .rule(let mark) where mark.orientation == .horizontal: rule(mark)
        case .dots(let mark): dots(mark)
        case .segments(let mark): segments(mark)
        case .cells(let mark): cells(mark)
        case .callout(let mark): dot(mark)
        case .rule, .band, .text: []
        }
    }

    /// The line at a panel's base, over the data that grow from it.
    func baseline(_ value: Double) -> [SceneItem] {
        let place = y.position(of: value)
        guard place >= plot.y0 - 0.01, place <= plot.y1 + 0.01 else { return [] }
        let line = Path(from: Point(plot.x0, place), to: Point(plot.x1, place))
        return named("rule", base: value, items: [stroke(line, .role(.muted), text.style.hairline)])
    }

    /// The points of the stroked lines among items.
    func linePoints(of items: [SceneItem]) -> [Point] {
        items.flatMap { item -> [Point] in
            switch item {
            case .path(let path, nil, .some): path.elements.compactMap(\.end)
            case .group(let group): linePoints(of: group.items)
            default: []
            }
        }
    }

    private func line(_ mark: LineMark) -> [SceneItem] {
        let stretches = Decimation.stretches(
            x: mark.columns.x, y: mark.y, xScale: x, yScale: y, pixel: pixel(of: mark.key))
        let width = mark.weight == .strong ? text.style.strongLine : text.style.lightLine
        let stroke = Stroke(mark.paint, width: width, dashes: mark.dashes, join: .round)
        return series(mark.label, mark.key, mark.ending, stretches, stroke)
    }

    /// Lines of a known series are drawn again where there is a script.
    private func pixel(of key: String) -> Double {
        guard isInteractive, !key.isEmpty, let coarse = text.style.redrawnPixel else { return text.style.pixel }
        return coarse
    }

    private func series(
        _ label: String, _ key: String, _ ending: EndLabel?, _ stretches: [[Point]], _ stroke: Stroke
    ) -> [SceneItem] {
        let path = Path(stretches.flatMap { visible($0) })
        guard !path.elements.isEmpty else { return [] }
        let item = SceneItem.path(path, fill: nil, stroke: stroke)
        return named("series", label: label, key: key, ending: ending, items: [item])
    }

    /// Items that scripts look for by the part that they are and the series that they show.
    func named(
        _ part: String, label: String = "", key: String = "", base: Double? = nil, ending: EndLabel? = nil,
        items: [SceneItem]
    ) -> [SceneItem] {
        guard isInteractive else { return items }
        var attributes = label.isEmpty ? [] : [SceneAttribute("label", label)]
        if !key.isEmpty { attributes.append(SceneAttribute("key", key)) }
        if let base { attributes.append(SceneAttribute("base", SignificantDigits.json(base))) }
        if let ending, !ending.name.isEmpty {
            // Most lines are called the same at their end.
            attributes.append(SceneAttribute("ending", ending.name == label ? "" : ending.name))
        }
        return [.group(SceneGroup(role: .part(part, attributes: attributes), items: items))]
    }

    /// A stretch of one observation is no line; a dash of a pixel shows that it exists.
    private func visible(_ stretch: [Point]) -> [Path.Element] {
        guard stretch.count == 1, let only = stretch.first else { return Path(polyline: stretch).elements }
        let half = text.style.pixel
        return Path(from: Point(only.x - half, only.y), to: Point(only.x + half, only.y)).elements
    }

    private func area(_ mark: AreaMark) -> [SceneItem] {
        let upper = Decimation.stretches(
            x: mark.columns.x, y: upperSide(of: mark), xScale: x, yScale: y, pixel: pixel(of: mark.edge?.key ?? ""))
        var path = Path()
        switch mark.base {
        case .constant(let base):
            let place = y.position(of: base)
            guard place.isFinite else { return [] }
            for stretch in upper {
                guard let first = stretch.first, let last = stretch.last else { continue }
                path.elements += Path(polyline: stretch + [Point(last.x, place), Point(first.x, place)]).elements
                path.elements.append(.close)
            }
        case .line(let values):
            let lower = Decimation.stretches(
                x: mark.columns.x, y: zip(values, mark.y).map { ($0 + $1).isFinite ? $0 : .nan }, xScale: x, yScale: y,
                pixel: pixel(of: mark.edge?.key ?? ""))
            for (top, bottom) in zip(upper, lower) {
                path.elements += Path(polyline: top + bottom.reversed()).elements + [.close]
            }
        }
        guard !path.elements.isEmpty else { return [] }
        let fill = SceneItem.path(path, fill: mark.paint, stroke: nil)
        guard let edge = mark.edge else { return [fill] }
        let stroke = Stroke(edge.paint, width: text.style.lightLine, join: .round)
        var base: Double?
        if case .constant(let value) = mark.base { base = value }
        return named("area", key: edge.key, base: base, items: [fill])
            + series(edge.label, edge.key, nil, upper, stroke)
    }

    /// Holes of the lower side are holes of the upper one, so that their stretches pair.
    private func upperSide(of mark: AreaMark) -> [Double] {
        guard case .line(let lower) = mark.base else { return mark.y }
        return zip(mark.y, lower).map { ($0 + $1).isFinite ? $0 : .nan }
    }

    private func rule(_ mark: RuleMark) -> [SceneItem] {
        let place = y.position(of: mark.value)
        guard place.isFinite else { return [] }
        let path = Path(from: Point(plot.x0, place), to: Point(plot.x1, place))
        let stroke = Stroke(mark.paint, width: text.style.hairline * 1.4, dashes: mark.dashes)
        return named("rule", base: mark.value, ending: mark.label, items: [.path(path, fill: nil, stroke: stroke)])
    }

    private func dot(_ mark: CalloutMark) -> [SceneItem] {
        let center = Point(x.position(of: mark.x), y.position(of: mark.y))
        guard plot.contains(center, within: 0.5) else { return [] }
        let circle = Path(circleAt: center, radius: text.style.labelSize * 0.24)
        return named("callout", items: [.path(circle, fill: mark.paint, stroke: nil)])
    }

    private func dots(_ mark: DotsMark) -> [SceneItem] { mark.labels.isEmpty ? diamonds(mark) : circles(mark) }

    /// Dots with words: a circle each. Scripts move one like a callout's, whose size they know.
    private func circles(_ mark: DotsMark) -> [SceneItem] {
        let radius = isInteractive ? text.style.labelSize * 0.24 : mark.radius
        return zip(mark.x, mark.y).flatMap { place, value -> [SceneItem] in
            let center = Point(x.position(of: place), y.position(of: value))
            guard plot.contains(center, within: 0.5) else { return [] }
            let circle = Path(circleAt: center, radius: radius)
            return named("callout", items: [.path(circle, fill: mark.paint, stroke: nil)])
        }
    }

    /// One path for all dots: squares on their tip, a third of a circle's size in the output.
    private func diamonds(_ mark: DotsMark) -> [SceneItem] {
        var seen = Set<Place>()
        var path = Path()
        let radius = mark.radius
        for (place, value) in zip(mark.x, mark.y) {
            let center = Point(x.position(of: place), y.position(of: value))
            guard plot.contains(center, within: 0.5), seen.insert(Place(center, grid: radius * 0.75)).inserted else {
                continue
            }
            path.elements += [
                .move(Point(center.x - radius, center.y)), .line(Point(center.x, center.y - radius)),
                .line(Point(center.x + radius, center.y)), .line(Point(center.x, center.y + radius)), .close,
            ]
        }
        return path.elements.isEmpty ? [] : [.path(path, fill: mark.paint, stroke: nil)]
    }

    private func stroke(_ path: Path, _ paint: Paint, _ width: Double) -> SceneItem {
        .path(path, fill: nil, stroke: Stroke(paint, width: width))
    }
}

extension Path.Element {
    /// Where a step of a polyline ends.
    fileprivate var end: Point? {
        switch self {
        case .move(let point), .line(let point): point
        case .curve, .close: nil
        }
    }
}

/// A place rounded to a grid: dots that share one cannot be told apart.
struct Place: Hashable {
    let column: Double
    let row: Double

    init(_ point: Point, grid: Double) {
        column = (point.x / grid).rounded()
        row = (point.y / grid).rounded()
    }
}
