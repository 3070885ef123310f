import Graphics

/// The outline of a long line or area, written as PDF's operators here and not by Cairo.
///
/// Cairo prints every coordinate through C's `printf`, keeps and walks each path three times: lines of a thousand points
/// took a third of a report's time. So Cairo draws a stand-in of the same extent, in the colour, width and joins asked
/// for, and the pass over the file puts the true outline in its place, see ``ContentMarks``.
struct LongPath {
    /// What Cairo draws instead: few points with the same extent.
    let standIn: Path
    /// How the outline is painted: as the path is, but dots, which are drawn as lines without length.
    let fill: Paint?
    let stroke: Stroke?
    /// The true outline, y down, in hundredths of a point, and where the stand-in begins.
    let outline: PageStructure.Outline

    /// Shorter outlines are left to Cairo.
    private static let fewest = 16

    /// Nil for what Cairo should draw: short outlines, those both filled and stroked, and those without an extent or
    /// with places that no page has.
    init?(_ path: Path, fill: Paint?, stroke: Stroke?, offset: Point) {
        guard path.elements.count >= Self.fewest, path.fillRule == .nonZero, (fill == nil) != (stroke == nil),
            let box = Self.extent(of: path, offset: offset)
        else { return nil }
        let dots = stroke == nil ? DotCloud(path) : nil
        self.fill = dots == nil ? fill : nil
        self.stroke = stroke ?? dots.flatMap { dots in fill.map(dots.stroke) }
        if self.stroke != nil {
            guard box.width > 0.1 || box.height > 0.1 else { return nil }
            standIn = Path(from: Point(box.x0, box.y0), to: Point(box.x1, box.y1))
        } else {
            guard box.width > 0.1, box.height > 0.1 else { return nil }
            standIn = Path([
                .move(Point(box.x0, box.y0)), .line(Point(box.x1, box.y1)), .line(Point(box.x0, box.y1)), .close,
            ])
        }
        var writer = OperatorWriter(offset: offset, count: path.elements.count)
        if let dots { writer.write(dots) } else { for element in path.elements { writer.write(element) } }
        outline = PageStructure.Outline(operators: writer.bytes, start: Point(box.x0, box.y0))
    }

    /// The box around all points, controls of curves too; nil for places that no page has.
    private static func extent(of path: Path, offset: Point) -> Rect? {
        var (x0, y0, x1, y1) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
        func take(_ point: Point) {
            (x0, x1) = (min(x0, point.x), max(x1, point.x))
            (y0, y1) = (min(y0, point.y), max(y1, point.y))
        }
        for element in path.elements {
            switch element {
            case .move(let point), .line(let point):
                // The minimum of a number and NaN may be the number.
                guard point.x.isFinite, point.y.isFinite else { return nil }
                take(point)
            case .curve: return nil
            case .close: break
            }
        }
        guard x0 + offset.x > -100_000, x1 + offset.x < 100_000, y0 + offset.y > -100_000, y1 + offset.y < 100_000
        else { return nil }
        return Rect(x0: x0 + offset.x, y0: y0 + offset.y, x1: x1 + offset.x, y1: y1 + offset.y)
    }
}

/// Writes path construction operators (ISO 32000-1, 8.5.2.1) with two decimals.
private struct OperatorWriter {
    let offset: Point
    var bytes: [UInt8] = []

    init(offset: Point, count: Int) {
        self.offset = offset
        bytes.reserveCapacity(count * 15)
    }

    mutating func write(_ element: Path.Element) {
        switch element {
        case .move(let point): write(point, UInt8(ascii: "m"))
        case .line(let point): write(point, UInt8(ascii: "l"))
        case .close: bytes += [UInt8(ascii: "h"), 0x0A]
        case .curve: break
        }
    }

    /// Lines without length, which round ends make dots (8.5.3.2): half of what outlines take.
    mutating func write(_ dots: DotCloud) {
        for center in dots.centers {
            write(center, UInt8(ascii: "m"))
            write(center, UInt8(ascii: "l"))
        }
    }

    private mutating func write(_ point: Point, _ letter: UInt8) {
        number(point.x + offset.x)
        number(point.y + offset.y)
        bytes.append(letter)
        bytes.append(0x0A)
    }

    /// A number without needless zeros, and a space.
    private mutating func number(_ value: Double) {
        let hundredths = Int((value * 100).rounded())
        if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        digits(whole)
        if rest > 0 {
            bytes.append(UInt8(ascii: "."))
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / 10))
            if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)) }
        }
        bytes.append(UInt8(ascii: " "))
    }

    private mutating func digits(_ value: UInt) {
        if value >= 10 { digits(value / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
    }
}
