import Graphics

/// Writes the `d` attribute of a path: moves as they are shorter, relative lines and curves, `h` and `v` where they fit, and
/// straight runs along an axis joined. Differences are taken between rounded places, so errors do not add up along a line.
struct SVGPathData {
    private let fixed: FixedPoint
    private let offset: Point
    private var out: MarkupBuffer
    private var x = 0
    private var y = 0
    private var start = (x: 0, y: 0)
    private var pending = (dx: 0, dy: 0)
    private var command: UInt8 = 0
    private var needsSpace = false

    /// Appends a path's data, moved by an offset, to a buffer.
    static func write(_ path: Path, offset: Point, fixed: FixedPoint, to out: inout MarkupBuffer) {
        var data = SVGPathData(fixed: fixed, offset: offset)
        swap(&data.out, &out)
        for element in path.elements { data.write(element) }
        data.flush()
        swap(&data.out, &out)
    }

    private init(fixed: FixedPoint, offset: Point) {
        self.fixed = fixed
        self.offset = offset
        out = MarkupBuffer()
    }

    private mutating func write(_ element: Path.Element) {
        switch element {
        case .move(let point): move(to: point)
        case .line(let point): line(to: point)
        case .curve(let first, let second, let end): curve(first, second, end)
        case .close: close()
        }
    }

    private mutating func move(to point: Point) {
        flush()
        let from = (x: x, y: y)
        (x, y) = place(point)
        start = (x, y)
        // Files of their own have absolute moves, which their readers find easier to edit.
        let isRelative = !fixed.writesPoints && command != 0 && isShorter(x - from.x, y - from.y, than: x, y)
        letter(isRelative ? "m" : "M")
        number(isRelative ? x - from.x : x)
        number(isRelative ? y - from.y : y)
    }

    private func isShorter(_ dx: Int, _ dy: Int, than x: Int, _ y: Int) -> Bool {
        func size(_ a: Int, _ b: Int) -> Int { DecimalWidth.of(a) + DecimalWidth.of(b) + (b < 0 ? 0 : 1) }
        return size(dx, dy) < size(x, y)
    }

    private mutating func line(to point: Point) {
        let end = place(point)
        let step = (dx: end.0 - x, dy: end.1 - y)
        (x, y) = end
        if continuesPending(step) {
            pending = (pending.dx + step.dx, pending.dy + step.dy)
        } else {
            flush()
            pending = step
        }
    }

    private mutating func curve(_ first: Point, _ second: Point, _ end: Point) {
        flush()
        letter("c")
        let start = (x, y)
        for point in [first, second, end] {
            (x, y) = place(point)
            number(x - start.0)
            number(y - start.1)
        }
    }

    private mutating func close() {
        flush()
        letter("z")
        (x, y) = start
    }

    /// Whether a step goes on in the direction of the one held back, along one axis.
    private func continuesPending(_ step: (dx: Int, dy: Int)) -> Bool {
        if step.dy == 0, pending.dy == 0 { return (step.dx < 0) == (pending.dx < 0) }
        if step.dx == 0, pending.dx == 0 { return (step.dy < 0) == (pending.dy < 0) }
        return false
    }

    /// Writes the step held back.
    private mutating func flush() {
        let step = pending
        pending = (0, 0)
        guard step.dx != 0 || step.dy != 0 else { return }
        letter(step.dy == 0 ? "h" : step.dx == 0 ? "v" : "l")
        if step.dx != 0 { number(step.dx) }
        if step.dy != 0 { number(step.dy) }
    }

    private func place(_ point: Point) -> (Int, Int) {
        (fixed.round(point.x + offset.x), fixed.round(point.y + offset.y))
    }

    /// A command's letter, left out where it repeats.
    private mutating func letter(_ letter: Unicode.Scalar) {
        let code = UInt8(ascii: letter)
        guard code != command || letter == "M" || letter == "m" else { return }
        command = code
        out.byte(code)
        needsSpace = false
    }

    /// A number, with a space before it unless a letter or its own minus divides it from the last one.
    private mutating func number(_ value: Int) {
        if needsSpace, value >= 0 { out.byte(UInt8(ascii: " ")) }
        if fixed.writesPoints { out.hundredths(value) } else { out.integer(value) }
        needsSpace = true
    }
}
