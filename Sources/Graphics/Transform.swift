/// An affine map of the plane: x′ = a x + c y + e, y′ = b x + d y + f, as SVG's `matrix(a b c d e f)`.
public struct Transform: Equatable, Sendable {
    /// The matrix.
    public var a, b, c, d, e, f: Double

    /// A map by its six numbers.
    public init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double) {
        (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
    }

    /// Leaves every place where it is.
    public static let identity = Transform(1, 0, 0, 1, 0, 0)
    /// Stretches from the origin.
    public static func scale(_ x: Double, _ y: Double) -> Transform { Transform(x, 0, 0, y, 0, 0) }
    /// Moves.
    public static func translation(_ x: Double, _ y: Double) -> Transform { Transform(1, 0, 0, 1, x, y) }

    /// This map after another: what is written further out in a document.
    public func after(_ inner: Transform) -> Transform {
        Transform(
            a * inner.a + c * inner.b, b * inner.a + d * inner.b,
            a * inner.c + c * inner.d, b * inner.c + d * inner.d,
            a * inner.e + c * inner.f + e, b * inner.e + d * inner.f + f)
    }

    /// Where a place goes.
    public func applied(to point: Point) -> Point {
        Point(a * point.x + c * point.y + e, b * point.x + d * point.y + f)
    }

    /// The side of the square whose area a square of side 1 takes: how much thicker lines become.
    public var meanScale: Double { (a * d - b * c).magnitude.squareRoot() }
}

extension Path {
    /// The path in another space.
    public func transformed(_ transform: Transform) -> Path {
        var path = self
        path.elements = elements.map { element in
            switch element {
            case .move(let point): .move(transform.applied(to: point))
            case .line(let point): .line(transform.applied(to: point))
            case .curve(let first, let second, let end):
                .curve(transform.applied(to: first), transform.applied(to: second), transform.applied(to: end))
            case .close: .close
            }
        }
        return path
    }
}
