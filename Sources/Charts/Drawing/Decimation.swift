import Graphics

/// Reduces a line to what its device can show, so that drawing costs the same for a thousand points and a million.
enum Decimation {
    /// The line's unbroken stretches in points: of the observations in one pixel column the lowest and the highest in
    /// their order, and always the first and the last of a stretch.
    ///
    /// Columns are those of x, not of the index: a series with holes keeps its holes. What is not finite, or has no
    /// place on a logarithmic scale, ends a stretch.
    static func stretches(x: [Double], y: [Double], xScale: Scale, yScale: Scale, pixel: Double) -> [[Point]] {
        var reducer = ColumnReducer(xScale: xScale, yScale: yScale)
        let (xs, ys) = (x.span, y.span)
        let smallest = yScale.transform == .logarithmic ? Double.leastNonzeroMagnitude : -Double.greatestFiniteMagnitude
        let slope = (xScale.position(of: xScale.domain.start + 1) - xScale.position(of: xScale.domain.start)) / pixel
        let origin = xScale.position(of: xScale.domain.start) / pixel - slope * xScale.domain.start
        for index in xs.indices {
            let (place, value) = (xs[index], ys[index])
            guard value >= smallest, value <= Double.greatestFiniteMagnitude, place.isFinite else {
                reducer.endStretch()
                continue
            }
            reducer.add(place, value, column: (origin + slope * place).rounded(.down))
        }
        reducer.endStretch()
        return reducer.stretches
    }
}

/// Collects one pixel column after the other.
private struct ColumnReducer {
    let xScale: Scale
    let yScale: Scale
    var stretches: [[Point]] = []
    private var stretch: [Point] = []
    private var column = Double.nan
    private var low = (x: 0.0, y: 0.0)
    private var high = (x: 0.0, y: 0.0)
    private var last = (x: 0.0, y: 0.0)

    init(xScale: Scale, yScale: Scale) {
        self.xScale = xScale
        self.yScale = yScale
    }

    mutating func add(_ x: Double, _ y: Double, column next: Double) {
        if next != column {
            // NaN marks the beginning of a stretch, whose first point is always kept.
            let isFirst = column.isNaN
            if !isFirst { endColumn() }
            column = next
            (low, high, last) = ((x, y), (x, y), (x, y))
            if isFirst { append(last) }
            return
        }
        last = (x, y)
        if y < low.y { low = last }
        if y > high.y { high = last }
    }

    mutating func endStretch() {
        guard !column.isNaN else { return }
        endColumn()
        append(last)
        stretches.append(stretch)
        stretch = []
        column = .nan
    }

    private mutating func endColumn() {
        let inOrder = low.x < high.x || (low.x == high.x && low.y <= high.y)
        append(inOrder ? low : high)
        append(inOrder ? high : low)
    }

    private mutating func append(_ place: (x: Double, y: Double)) {
        let point = Point(xScale.position(of: place.x), yScale.position(of: place.y))
        if point != stretch.last { stretch.append(point) }
    }
}
