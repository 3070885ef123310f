import Glibc
import Graphics

/// A part of an ellipse between two places (SVG 2, 9.5 and B.2.4), as curves of at most a quarter each.
struct SVGArc {
    /// The line or the curves, without a move to their start.
    let elements: [Path.Element]

    /// An arc as the path command `A` gives it; `turn` in degrees.
    init(from start: Point, to end: Point, rx: Double, ry: Double, turn: Double, isLarge: Bool, isClockwise: Bool) {
        guard start != end else {
            elements = []
            return
        }
        var (rx, ry) = (rx.magnitude, ry.magnitude)
        guard rx > 0, ry > 0 else {
            elements = [.line(end)]
            return
        }
        let angle = turn * .pi / 180
        let (sine, cosine) = (sin(angle), cos(angle))
        let half = Point((start.x - end.x) / 2, (start.y - end.y) / 2)
        // The places in the ellipse's own axes, from the middle between them.
        let x = cosine * half.x + sine * half.y
        let y = cosine * half.y - sine * half.x
        let stretch = (x * x) / (rx * rx) + (y * y) / (ry * ry)
        if stretch > 1 { (rx, ry) = (rx * stretch.squareRoot(), ry * stretch.squareRoot()) }
        let distance = (rx * y) * (rx * y) + (ry * x) * (ry * x)
        let rest = max(0, (rx * rx * ry * ry - distance) / distance).squareRoot()
        let factor = isLarge == isClockwise ? -rest : rest
        let center = Point(factor * rx * y / ry, -factor * ry * x / rx)
        let first = atan2((y - center.y) / ry, (x - center.x) / rx)
        var sweep = atan2((-y - center.y) / ry, (-x - center.x) / rx) - first
        if isClockwise, sweep < 0 { sweep += 2 * .pi }
        if !isClockwise, sweep > 0 { sweep -= 2 * .pi }
        let axes = Transform(cosine, sine, -sine, cosine, (start.x + end.x) / 2, (start.y + end.y) / 2)
            .after(Transform(rx, 0, 0, ry, center.x, center.y))
        var curves = Self.unitArc(from: first, sweep: sweep, axes)
        // The last place is the one given, not one that rounding made.
        if case .curve(let one, let other, _)? = curves.popLast() { curves.append(.curve(one, other, end)) }
        elements = curves
    }

    /// A part of the unit circle, moved into place.
    private static func unitArc(from first: Double, sweep: Double, _ axes: Transform) -> [Path.Element] {
        let pieces = min(max(Int(exactly: (sweep.magnitude / (.pi / 2) - 1e-9).rounded(.up)) ?? 1, 1), 4)
        let step = sweep / Double(pieces)
        let reach = 4 / 3 * tan(step / 4)
        return (0..<pieces).map { piece in
            let (from, to) = (first + Double(piece) * step, first + Double(piece + 1) * step)
            let (a, b) = (Point(cos(from), sin(from)), Point(cos(to), sin(to)))
            return .curve(
                axes.applied(to: Point(a.x - reach * a.y, a.y + reach * a.x)),
                axes.applied(to: Point(b.x + reach * b.y, b.y - reach * b.x)), axes.applied(to: b))
        }
    }
}
