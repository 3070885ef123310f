import Glibc
import Graphics

extension Transform {
    /// Reads the `transform` attribute (CSS Transforms 1, 8); nil where it is not one. Angles are degrees.
    init?(svg text: String) {
        var scanner = SVGScanner(text)
        var whole = Transform.identity
        while !scanner.isAtEnd() {
            guard let name = scanner.functionName(), let one = Self.function(name, scanner.numbers()),
                scanner.take(UInt8(ascii: ")"))
            else { return nil }
            whole = whole.after(one)
        }
        guard [whole.a, whole.b, whole.c, whole.d, whole.e, whole.f].allSatisfy({ $0.magnitude <= SVGScanner.largest })
        else { return nil }
        self = whole
    }

    private static func function(_ name: String, _ n: [Double]) -> Transform? {
        switch (name, n.count) {
        case ("matrix", 6): return Transform(n[0], n[1], n[2], n[3], n[4], n[5])
        case ("translate", 1): return .translation(n[0], 0)
        case ("translate", 2): return .translation(n[0], n[1])
        case ("scale", 1): return .scale(n[0], n[0])
        case ("scale", 2): return .scale(n[0], n[1])
        case ("rotate", 1): return rotation(n[0])
        case ("rotate", 3): return translation(n[1], n[2]).after(rotation(n[0])).after(translation(-n[1], -n[2]))
        case ("skewX", 1): return Transform(1, 0, tan(n[0] * .pi / 180), 1, 0, 0)
        case ("skewY", 1): return Transform(1, tan(n[0] * .pi / 180), 0, 1, 0, 0)
        default: return nil
        }
    }

    private static func rotation(_ degrees: Double) -> Transform {
        let angle = degrees * .pi / 180
        return Transform(cos(angle), sin(angle), -sin(angle), cos(angle), 0, 0)
    }
}
