/// The numbers that lie within the rounding of every value of a window: x is the value, y its rounding.
struct FlatWindow: WindowStatistic {
    private var floor = -Double.infinity
    private var ceiling = Double.infinity

    @inline(__always)
    mutating func add(_ x: Double, _ y: Double, share: Double) {
        floor = max(floor, x - y)
        ceiling = min(ceiling, x + y)
    }

    func joined(_ other: FlatWindow) -> FlatWindow {
        var both = self
        both.floor = max(floor, other.floor)
        both.ceiling = min(ceiling, other.ceiling)
        return both
    }

    /// Whether the window's values differ by no more than rounding.
    var isFlat: Bool { floor <= ceiling }
}

extension MovingWindow {
    /// Whether each full window of a column varies; nil where all do, which the sums of squares show without another pass.
    ///
    /// - Parameter squares: Σ(x−mean)² of each window.
    static func flat(_ values: [Double], window: Int, squares: [Double], within rounding: Rounding) -> [Bool]? {
        let bound = Double(window) * (2 * rounding.largest) * (2 * rounding.largest)
        guard squares.contains(where: { !($0 > bound) }) else { return nil }
        return statistics(values, rounding.values(values.count), window: window, of: FlatWindow.self).map(\.isFlat)
    }
}
