/// What a moving window holds: it can take one more observation, and join with the window next to it.
protocol WindowStatistic {
    /// An empty window.
    init()
    /// Takes the next observation; `share` is 1 over the count with it.
    mutating func add(_ x: Double, _ y: Double, share: Double)
    /// Both windows as one.
    func joined(_ other: Self) -> Self
}

/// Moving windows in linear time and without drift.
///
/// The column is cut into blocks as long as the window, so every window is the tail of one block and the head of the next.
/// Heads grow forwards, tails grow backwards, and the two are joined (Chan, Golub and LeVeque 1983). Nothing is ever taken
/// away again, so no error is carried from one window to the next and a window without variation has exactly none.
enum MovingWindow {
    /// The statistic of every full window, the first for observations 0 ..< window.
    static func statistics<Statistic: WindowStatistic>(
        _ x: [Double], _ y: [Double], window: Int, of _: Statistic.Type
    ) -> [Statistic] {
        guard window > 0, x.count == y.count, x.count >= window else { return [] }
        let shares = (0...window).map { 1 / Double(max($0, 1)) }
        var results = [Statistic]()
        results.reserveCapacity(x.count - window + 1)
        var tails = [Statistic](repeating: Statistic(), count: window + 1)
        for block in stride(from: 0, to: x.count, by: window) {
            var head = Statistic()
            for offset in 0..<min(window, x.count - block) {
                head.add(x[block + offset], y[block + offset], share: shares[offset + 1])
                if offset + 1 == window {
                    results.append(head)
                } else if block > 0 {
                    results.append(tails[offset + 1].joined(head))
                }
            }
            guard block + window < x.count else { break }
            tails[window] = Statistic()
            for offset in (0..<window).reversed() {
                tails[offset] = tails[offset + 1]
                tails[offset].add(x[block + offset], y[block + offset], share: shares[window - offset])
            }
        }
        return results
    }
}

/// Mean, spread and downside of one column; y is not looked at.
struct SpreadWindow: WindowStatistic {
    private(set) var count = 0.0
    private(set) var mean = 0.0
    /// Σ(x−mean)².
    private(set) var squares = 0.0
    /// Σ min(x, 0)².
    private(set) var downsideSquares = 0.0

    @inline(__always)
    mutating func add(_ x: Double, _ y: Double, share: Double) {
        count += 1
        let distance = x - mean
        mean += distance * share
        squares += distance * (x - mean)
        let below = min(x, 0)
        downsideSquares += below * below
    }

    func joined(_ other: SpreadWindow) -> SpreadWindow {
        var both = self
        both.count += other.count
        let distance = other.mean - mean
        let share = other.count / both.count
        both.mean += distance * share
        both.squares += other.squares + distance * distance * count * share
        both.downsideSquares += other.downsideSquares
        return both
    }

    /// Sample standard deviation; 0 where nothing varies.
    var deviation: Double { (squares / (count - 1)).squareRoot() }
}

/// Covariance of two columns.
struct PairWindow: WindowStatistic {
    private var count = 0.0
    private(set) var meanX = 0.0
    private(set) var meanY = 0.0
    /// Σ(x−mean)².
    private(set) var squares = 0.0
    /// Σ(y−mean)².
    private(set) var squaresY = 0.0
    /// Σ(x−mean)(y−mean).
    private(set) var products = 0.0

    @inline(__always)
    mutating func add(_ x: Double, _ y: Double, share: Double) {
        count += 1
        let distanceX = x - meanX
        meanX += distanceX * share
        let distanceY = y - meanY
        meanY += distanceY * share
        squaresY += distanceY * (y - meanY)
        squares += distanceX * (x - meanX)
        products += distanceX * (y - meanY)
    }

    func joined(_ other: PairWindow) -> PairWindow {
        var both = self
        both.count += other.count
        let (distanceX, distanceY) = (other.meanX - meanX, other.meanY - meanY)
        let share = other.count / both.count
        both.meanX += distanceX * share
        both.meanY += distanceY * share
        both.squares += other.squares + distanceX * distanceX * count * share
        both.squaresY += other.squaresY + distanceY * distanceY * count * share
        both.products += other.products + distanceX * distanceY * count * share
        return both
    }
}
