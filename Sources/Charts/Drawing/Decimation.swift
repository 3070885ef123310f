import Graphics

/// Reduces a line to what its device can show, so that drawing costs the same for a thousand points and a million.
enum Decimation {
    /// The line's unbroken stretches in points: of the observations in one pixel column the lowest and the highest in
    /// their order, and always the first and the last of a stretch.
    ///
    /// Columns are those of x, not of the index: a series with holes keeps its holes. What is not finite, or has no
    /// place on a logarithmic scale, ends a stretch.
    static func stretches(x: MarkColumn, y: [Double], xScale: Scale, yScale: Scale, pixel: Double) -> [[Point]] {
        var reducer = ColumnReducer(xScale: xScale, yScale: yScale, columns: PixelColumns(xScale, pixel: pixel))
        let smallest = yScale.transform == .logarithmic ? Double.leastNonzeroMagnitude : -Double.greatestFiniteMagnitude
        x.forEach { index, place in
            let value = y[index]
            if value >= smallest, value <= Double.greatestFiniteMagnitude, place.isFinite {
                reducer.add(place, value)
            } else {
                reducer.endStretch()
            }
        }
        reducer.endStretch()
        return reducer.stretches
    }
}

/// Where the pixel columns of a linear scale end, in numbers of its domain.
private struct PixelColumns {
    /// Columns per unit of the domain; negative for reversed scales.
    private let slope: Double
    private let origin: Double

    init(_ scale: Scale, pixel: Double) {
        let zero = scale.position(of: scale.domain.start) / pixel
        let length = scale.domain.length
        slope = length == 0 ? 0 : (scale.position(of: scale.domain.end) / pixel - zero) / length
        origin = zero - slope * scale.domain.start
    }

    /// The number at which the column of a number ends. Asked once per column: rounding is a call on older processors.
    func end(of value: Double) -> Double {
        guard slope != 0, slope.isFinite else { return .infinity }
        let column = (origin + slope * value).rounded(.down)
        return (column + (slope > 0 ? 1 : 0) - origin) / slope
    }
}

/// Collects one pixel column after the other.
private struct ColumnReducer {
    private(set) var stretches: [[Point]] = []
    private let xScale: Scale
    private let yScale: Scale
    private let columns: PixelColumns
    private var stretch: [Point] = []
    /// Where the current column ends; below every number between stretches.
    private var end = -Double.infinity
    private var low = (x: 0.0, y: 0.0)
    private var high = (x: 0.0, y: 0.0)
    private var last = (x: 0.0, y: 0.0)

    init(xScale: Scale, yScale: Scale, columns: PixelColumns) {
        self.xScale = xScale
        self.yScale = yScale
        self.columns = columns
    }

    mutating func add(_ x: Double, _ y: Double) {
        if x < end {
            last = (x, y)
            if y < low.y { low = last }
            if y > high.y { high = last }
        } else {
            beginColumn(x, y)
        }
    }

    mutating func endStretch() {
        guard end > -.infinity else { return }
        endColumn()
        append(last)
        stretches.append(stretch)
        stretch = []
        end = -.infinity
    }

    private mutating func beginColumn(_ x: Double, _ y: Double) {
        let isFirst = end == -.infinity
        if !isFirst { endColumn() }
        (low, high, last) = ((x, y), (x, y), (x, y))
        end = columns.end(of: x)
        if isFirst { append(last) }
    }

    private mutating func endColumn() {
        let isFalling = high.x < low.x
        append(isFalling ? high : low)
        append(isFalling ? low : high)
    }

    private mutating func append(_ place: (x: Double, y: Double)) {
        let point = Point(xScale.position(of: place.x), yScale.position(of: place.y))
        if point != stretch.last { stretch.append(point) }
    }
}
