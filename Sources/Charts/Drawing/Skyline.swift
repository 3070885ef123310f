import Graphics

/// Bars of one width on one base; those that stand side by side are one outline, a third of what a rectangle each takes and
/// without seams between them.
struct Skyline {
    private let base: Double
    private let width: Double
    private var elements: [Path.Element] = []
    /// The column and the height of the last bar.
    private var last: (column: Double, top: Double)?

    init(base: Double, width: Double) {
        (self.base, self.width) = (base, width)
    }

    /// One more bar, further right than those before it.
    mutating func add(_ top: Double, at column: Double) {
        let left = column * width
        if let last, last.column + 1 == column {
            elements.append(.line(Point(left, last.top)))
        } else {
            end()
            elements.append(.move(Point(left, base)))
        }
        elements.append(.line(Point(left, top)))
        last = (column, top)
    }

    private mutating func end() {
        guard let last else { return }
        let right = (last.column + 1) * width
        elements += [.line(Point(right, last.top)), .line(Point(right, base)), .close]
    }

    /// The outlines of all bars.
    mutating func path() -> Path {
        end()
        last = nil
        return Path(elements)
    }
}
