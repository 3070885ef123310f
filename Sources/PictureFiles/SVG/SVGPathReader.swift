import Graphics

/// Reads the `d` attribute of a path (SVG 2, 9.3): every command, absolute and relative.
struct SVGPathReader {
    private var scanner: SVGScanner
    private var path = Path()
    private var current = Point.zero
    private var start = Point.zero
    /// The control point that a smooth curve mirrors, with the command that may do so.
    private var control: (point: Point, command: UInt8)?

    /// The path; nil where the text is not one.
    static func path(_ text: String) -> Path? {
        var reader = SVGPathReader(scanner: SVGScanner(text))
        return reader.read() ? reader.path : nil
    }

    private init(scanner: SVGScanner) { self.scanner = scanner }

    private mutating func read() -> Bool {
        while !scanner.isAtEnd() {
            guard let letter = scanner.letter(), readAll(letter) else { return false }
        }
        return true
    }

    /// A command with as many sets of arguments as follow.
    private mutating func readAll(_ letter: UInt8) -> Bool {
        let isRelative = letter & 0x20 != 0
        var command = letter & ~0x20
        guard path.elements.isEmpty ? command == UInt8(ascii: "M") : true else { return false }
        if command == UInt8(ascii: "Z") {
            close()
            return true
        }
        var before = scanner
        var count = 0
        while read(command, isRelative ? current : .zero) {
            before = scanner
            count += 1
            if command == UInt8(ascii: "M") { command = UInt8(ascii: "L") }
        }
        // A set that begins and does not end is a mistake, which the next look for a letter finds.
        scanner = before
        return count > 0
    }

    private mutating func read(_ command: UInt8, _ origin: Point) -> Bool {
        switch command {
        case UInt8(ascii: "M"):
            guard let point = point(origin) else { return false }
            path.elements.append(.move(point))
            (start, current, control) = (point, point, nil)
            return true
        case UInt8(ascii: "L"): return line(to: point(origin))
        case UInt8(ascii: "H"): return line(to: scanner.number().map { Point(origin.x + $0, current.y) })
        case UInt8(ascii: "V"): return line(to: scanner.number().map { Point(current.x, origin.y + $0) })
        case UInt8(ascii: "C"): return curve(point(origin), point(origin), point(origin))
        case UInt8(ascii: "S"): return curve(mirrored(command), point(origin), point(origin))
        case UInt8(ascii: "Q"): return parabola(point(origin), point(origin))
        case UInt8(ascii: "T"): return parabola(mirrored(UInt8(ascii: "Q")), point(origin))
        case UInt8(ascii: "A"): return arc(origin)
        default: return false
        }
    }

    private mutating func point(_ origin: Point) -> Point? {
        guard let x = scanner.number(), let y = scanner.number() else { return nil }
        return Point(origin.x + x, origin.y + y)
    }

    private mutating func line(to end: Point?) -> Bool {
        guard let end else { return false }
        reopen()
        path.elements.append(.line(end))
        (current, control) = (end, nil)
        return true
    }

    private mutating func curve(_ first: Point?, _ second: Point?, _ end: Point?) -> Bool {
        guard let first, let second, let end else { return false }
        reopen()
        path.elements.append(.curve(first, second, end))
        (current, control) = (end, (second, UInt8(ascii: "S")))
        return true
    }

    /// A quadratic curve as the cubic one that it is.
    private mutating func parabola(_ middle: Point?, _ end: Point?) -> Bool {
        guard let middle, let end else { return false }
        func toward(_ from: Point) -> Point {
            Point(from.x + (middle.x - from.x) * 2 / 3, from.y + (middle.y - from.y) * 2 / 3)
        }
        reopen()
        path.elements.append(.curve(toward(current), toward(end), end))
        (current, control) = (end, (middle, UInt8(ascii: "Q")))
        return true
    }

    private mutating func arc(_ origin: Point) -> Bool {
        guard let rx = scanner.number(), let ry = scanner.number(), let turn = scanner.number(),
            let isLarge = scanner.flag(), let isClockwise = scanner.flag(), let end = point(origin)
        else { return false }
        reopen()
        path.elements +=
            SVGArc(
                from: current, to: end, rx: rx, ry: ry, turn: turn, isLarge: isLarge, isClockwise: isClockwise
            ).elements
        (current, control) = (end, nil)
        return true
    }

    private func mirrored(_ command: UInt8) -> Point {
        guard let control, control.command == command else { return current }
        return Point(2 * current.x - control.point.x, 2 * current.y - control.point.y)
    }

    private mutating func close() {
        path.elements.append(.close)
        (current, control) = (start, nil)
    }

    /// What is drawn behind a `z` goes on from the figure's start.
    private mutating func reopen() {
        if path.elements.last == .close { path.elements.append(.move(current)) }
    }
}
